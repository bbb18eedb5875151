"""Output files of a hand-over: which files a choice needs, and the writer of each."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from functools import partial
from typing import IO, TYPE_CHECKING

from journal.domain.text.words import Words
from journal.handover.bundle.encryption import ENDING, OPEN, locked
from journal.handover.dossier.dossier_parts import part, parts
from journal.handover.selection.choice import For, Format

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from journal.handover.bundle.bagit_writer import Sink
    from journal.handover.bundle.encryption import Lock
    from journal.handover.model.document import Document
    from journal.handover.selection.chosen import Chosen
    from journal.logbook.course import Course

_DRAWN = frozenset({Format.PDF, Format.HTML, Format.TEXT})
_INSIDE = {".pdf": "document", ".html": "document", ".txt": "document", ".xlsx": "table", ".ics": "calendar"}
"""File names inside a bundle, by extension."""


@dataclass(frozen=True)
class OutputFile:
    """One file to be written."""

    suffix: str
    """Suffix behind the neutral part of the name: `.pdf`."""
    write: Callable[[IO[bytes], Course], object]
    steps: int = 1
    """Number of progress steps."""


def document_of(chosen: Chosen) -> Document:
    """Build the document for the receiver: a request for ombudsman and operator, the dossier for all others."""
    words = chosen.words
    if chosen.choice.to is For.OMBUDSMAN:
        from journal.handover.requests.ombudsman import ombudsman

        return ombudsman(chosen, words)
    if chosen.choice.to is For.OPERATOR:
        from journal.handover.requests.operator import operator

        return operator(chosen, words)
    from journal.handover.dossier.dossier import dossier

    return dossier(chosen, words)


def outputs(chosen: Chosen, journal_id: str, lock: Lock = OPEN) -> tuple[OutputFile, ...]:
    """Return the files of the chosen formats; a bundle contains the others, which are then not written beside it."""
    formats = chosen.choice.formats
    made = [*_drawn(chosen, formats), *_tables(chosen, formats), *_calendar(chosen, formats, journal_id)]
    if Format.BUNDLE in formats:
        suffix = f".zip{ENDING}" if lock else ".zip"
        return (OutputFile(suffix, partial(_bundle, chosen, tuple(made), lock), sum(one.steps for one in made) + 1),)
    if Format.JSON in formats:
        made.append(OutputFile(".json", lambda out, _course: _ledger(chosen, out)))
    return tuple(made)


class _Drawing:
    """Lazily built document, cached and shared by all formats."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._made: Document | None = None

    def __call__(self) -> Document:
        self._made = self._made or document_of(self._chosen)
        return self._made


def _drawn(chosen: Chosen, formats: Sequence[Format]) -> Iterator[OutputFile]:
    document = _Drawing(chosen)
    for one in (Format.PDF, Format.HTML, Format.TEXT):
        if one in formats:
            yield drawn(document, one)
    if Format.PDF in formats and chosen.choice.to not in {For.OMBUDSMAN, For.OPERATOR}:
        words = chosen.words
        for number in range(2, parts(len(chosen.entries)) + 1):
            later = drawn(partial(_part, document, number, words), Format.PDF)
            yield replace(later, suffix=f"-{number}{later.suffix}")


def _part(document: Callable[[], Document], number: int, words: Words) -> Document:
    return part(document(), number, words)


def drawn(document: Callable[[], Document], form: Format) -> OutputFile:
    """Return the output of a document in a rendered format: PDF, HTML, plain text."""

    def write(out: IO[bytes], course: Course) -> None:
        made = course.beside(document)
        course.on()
        out.write(course.beside(lambda: _bytes(made, form, course)))

    return OutputFile({Format.PDF: ".pdf", Format.HTML: ".html"}.get(form, ".txt"), write, steps=2)


def _bytes(document: Document, form: Format, course: Course) -> bytes:
    if form is Format.PDF:
        from journal.handover.writers.pdf import pdf

        return pdf(part(document, 1, Words(document.language)), course.made)
    if form is Format.HTML:
        from journal.handover.writers.html import html

        return html(document)
    from journal.handover.writers.text import text

    return text(document)


def _tables(chosen: Chosen, formats: Sequence[Format]) -> Iterator[OutputFile]:
    if not {Format.CSV, Format.XLSX} & set(formats):
        return
    from journal.handover.dossier.tables import sheets
    from journal.handover.writers.spreadsheet import csv_sheet, xlsx

    words = chosen.words
    made = sheets(chosen, words)
    if Format.CSV in formats:
        for at, sheet in enumerate(made, start=1):
            yield OutputFile(f"-{at}.csv", lambda out, _course, sheet=sheet: out.write(csv_sheet(sheet)))  # type: ignore[misc]
    if Format.XLSX in formats:
        yield OutputFile(".xlsx", lambda out, _course: out.write(xlsx(made, words, chosen.made)))


def _calendar(chosen: Chosen, formats: Sequence[Format], journal_id: str) -> Iterator[OutputFile]:
    if Format.CALENDAR in formats:
        from journal.handover.writers.calendar import calendar

        words = chosen.words
        yield OutputFile(".ics", lambda out, _course: out.write(calendar(chosen, words, journal_id)))


def _ledger(chosen: Chosen, out: IO[bytes]) -> None:
    from journal.handover.bundle.ledger import ledger_json

    out.write(ledger_json(chosen))


def _bundle(chosen: Chosen, inside: Sequence[OutputFile], lock: Lock, out: IO[bytes], course: Course) -> None:
    from journal.handover.bundle.bundle import write_bundle

    documents = {}
    for one in inside:
        held = io.BytesIO()
        one.write(held, course)
        ending = f".{one.suffix.rpartition('.')[2]}"
        documents[f"{_INSIDE.get(ending, 'table')}{one.suffix}"] = held.getvalue()
        course.on()

    def write(target: Sink) -> None:
        written = write_bundle(chosen, documents, target)
        course.copied.update(one.exhibit for one in written if one.file)

    if lock:
        locked(out, lock, write)
    else:
        write(out)

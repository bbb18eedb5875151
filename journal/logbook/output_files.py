"""Output files of a hand-over: which files a choice needs, and the writer of each."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache, partial
from typing import IO, TYPE_CHECKING

from msgspec import Struct

from journal.domain.base.task import Task
from journal.domain.text.words import Words
from journal.handover.bundle.encryption import ENDING, OPEN, locked
from journal.handover.dossier.dossier_parts import part, parts
from journal.handover.selection.choice import For, Format
from journal.logbook.prefetch import Prefetch
from journal.logbook.stopping import abandonable, require_wanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from journal.handover.bundle.bagit_writer import Sink
    from journal.handover.bundle.encryption import Lock
    from journal.handover.model.document import Document
    from journal.handover.selection.selection import Selection

_INSIDE = {".pdf": "document", ".html": "document", ".txt": "document", ".xlsx": "table", ".ics": "calendar"}
"""File names inside a bundle, by extension."""


class OutputFile(Struct, frozen=True):
    """One file to be written."""

    suffix: str
    """What follows the neutral part of its name: `.pdf`."""
    write: Callable[[IO[bytes], Task], object]
    steps: int = 1
    """Number of progress steps."""


def document_of(chosen: Selection) -> Document:
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


def outputs(chosen: Selection, journal_id: str, copied: set[int], lock: Lock = OPEN) -> tuple[OutputFile, ...]:
    """Return the files of the formats that were chosen; a bundle holds the others, which then do not lie beside it.

    Writing one adds to `copied` the numbers of the exhibits of which it holds the file, or a copy without its location.
    """
    formats = chosen.choice.formats
    made = [*_drawn(chosen, formats), *_tables(chosen, formats), *_calendar(chosen, formats, journal_id)]
    if Format.BUNDLE in formats:

        def write(out: IO[bytes], task: Task) -> None:
            from journal.handover.bundle.bundle import write_bundle

            documents = _inside(made, task)

            def bundle(target: Sink) -> None:
                pieces = write_bundle(chosen, documents, target, partial(require_wanted, task), task.advance)
                copied.update(one.exhibit for one in pieces if one.file)

            if lock:
                locked(out, lock, bundle)
            else:
                bundle(out)

        return (OutputFile(f".zip{ENDING}" if lock else ".zip", write, sum(one.steps for one in made) + 1),)
    if Format.JSON in formats:
        made.append(OutputFile(".json", lambda out, _task: _ledger(chosen, out)))
    return tuple(made)


def _drawn(chosen: Selection, formats: Sequence[Format]) -> Iterator[OutputFile]:
    document = cache(partial(document_of, chosen))  # made once, when the first of the formats needs it
    if Format.PDF in formats:
        whole = chosen.choice.to in {For.OMBUDSMAN, For.OPERATOR}
        yield from _printed(document, 1 if whole else parts(len(chosen.entries)), chosen.made)
    yield from (drawn(document, one, chosen.made) for one in (Format.HTML, Format.TEXT) if one in formats)


def drawn(document: Callable[[], Document], form: Format, made: datetime) -> OutputFile:
    """Return the file of a document in one of the formats that are drawn: PDF, HTML, plain text."""
    if form is Format.PDF:
        return next(_printed(document, 1, made))
    suffix = ".html" if form is Format.HTML else ".txt"
    return _file(suffix, document, lambda task: abandonable(task, lambda: _read(document(), form)))


def _printed(document: Callable[[], Document], count: int, made: datetime) -> Iterator[OutputFile]:
    """Yield the PDF of each part; while one is waited for, the next is drawn too."""
    drawings = Prefetch([partial(_pdf, document, number, made) for number in range(1, count + 1)])
    for at in range(count):
        yield _file(f"-{at + 1}.pdf" if at else ".pdf", document, partial(drawings.result, at))


def _file(suffix: str, document: Callable[[], Document], bytes_of: Callable[[Task], bytes]) -> OutputFile:
    def write(out: IO[bytes], task: Task) -> None:
        abandonable(task, document)
        task.next_step()
        out.write(bytes_of(task))

    return OutputFile(suffix, write, steps=2)


def _pdf(document: Callable[[], Document], number: int, made: datetime) -> bytes:
    from journal.handover.writers.pdf import pdf

    whole = document()
    return pdf(part(whole, number, Words(whole.language)), made)


def _read(document: Document, form: Format) -> bytes:
    if form is Format.HTML:
        from journal.handover.writers.html import html

        return html(document)
    from journal.handover.writers.text import text

    return text(document)


def _tables(chosen: Selection, formats: Sequence[Format]) -> Iterator[OutputFile]:
    if not {Format.CSV, Format.XLSX} & set(formats):
        return
    from journal.handover.dossier.tables import sheets
    from journal.handover.writers.spreadsheet import csv_sheet, xlsx

    words = chosen.words
    made = sheets(chosen, words)
    if Format.CSV in formats:
        for at, sheet in enumerate(made, start=1):
            yield OutputFile(f"-{at}.csv", lambda out, _task, sheet=sheet: out.write(csv_sheet(sheet)))  # type: ignore[misc]
    if Format.XLSX in formats:
        yield OutputFile(".xlsx", lambda out, _task: out.write(xlsx(made, words, chosen.made)))


def _calendar(chosen: Selection, formats: Sequence[Format], journal_id: str) -> Iterator[OutputFile]:
    if Format.CALENDAR in formats:
        from journal.handover.writers.calendar import calendar

        words = chosen.words
        yield OutputFile(".ics", lambda out, _task: out.write(calendar(chosen, words, journal_id)))


def _ledger(chosen: Selection, out: IO[bytes]) -> None:
    from journal.handover.bundle.ledger import ledger_parts

    out.writelines(ledger_parts(chosen))


def _inside(made: Iterable[OutputFile], task: Task) -> dict[str, bytes]:
    """Return the documents of a bundle by their names in it."""
    documents = {}
    for one in made:
        held = io.BytesIO()
        one.write(held, task)
        ending = f".{one.suffix.rpartition('.')[2]}"
        documents[f"{_INSIDE.get(ending, 'table')}{one.suffix}"] = held.getvalue()
        task.next_step()
        require_wanted(task)
    return documents

"""The files of one hand-over: which there are for a choice, and what writes each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from journal.domain.words import Words
from journal.handover.choice import For, Format
from journal.handover.tables import sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from journal.handover.chosen import Chosen
    from journal.handover.document import Document


@dataclass(frozen=True)
class Output:
    """One file."""

    suffix: str
    """What follows the neutral part of its name: `.pdf`."""
    write: Callable[[IO[bytes]], object]


def document_of(chosen: Chosen) -> Document:
    """Return the document for whoever gets it: a request for ombudsman and operator, the dossier for all others."""
    words = Words(chosen.choice.language)
    if chosen.choice.to is For.OMBUDSMAN:
        from journal.handover.requests.ombudsman import ombudsman

        return ombudsman(chosen, words)
    if chosen.choice.to is For.OPERATOR:
        from journal.handover.requests.operator import operator

        return operator(chosen, words)
    from journal.handover.dossier import dossier

    return dossier(chosen, words)


def outputs(chosen: Chosen, journal_id: str) -> tuple[Output, ...]:
    """Return the files of the formats that were chosen."""
    words, formats = Words(chosen.choice.language), chosen.choice.formats
    document = document_of(chosen) if {Format.PDF, Format.HTML, Format.TEXT} & set(formats) else None
    made = list(_documents(document, chosen, formats)) if document else []
    if Format.CSV in formats or Format.XLSX in formats:
        made += _sheets(chosen, words, formats)
    if Format.CALENDAR in formats:
        from journal.handover.writers.calendar import calendar

        made.append(Output(".ics", lambda out: out.write(calendar(chosen, words, journal_id))))
    return tuple(made)


def _documents(document: Document, chosen: Chosen, formats: Sequence[Format]) -> Iterator[Output]:
    if Format.PDF in formats:
        from journal.handover.writers.pdf import pdf

        yield Output(".pdf", lambda out: out.write(pdf(document, chosen.made)))
    if Format.HTML in formats:
        from journal.handover.writers.html import html

        yield Output(".html", lambda out: out.write(html(document)))
    if Format.TEXT in formats:
        from journal.handover.writers.text import text

        yield Output(".txt", lambda out: out.write(text(document)))


def _sheets(chosen: Chosen, words: Words, formats: Sequence[Format]) -> Iterator[Output]:
    from journal.handover.writers.spreadsheet import csv_sheet, xlsx

    made = sheets(chosen, words)
    if Format.CSV in formats:
        for at, sheet in enumerate(made, start=1):
            yield Output(f"-{at}.csv", lambda out, sheet=sheet: out.write(csv_sheet(sheet)))  # type: ignore[misc]
    if Format.XLSX in formats:
        yield Output(".xlsx", lambda out: out.write(xlsx(made, words, chosen.made)))

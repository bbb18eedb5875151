"""What stands in each output, read by readers that are not ours: pages, tables, a calendar, plain text, the ledger."""

from __future__ import annotations

import csv
import io
import json
import re
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import icalendar
import openpyxl
import pypdf

from journal.commands import listing, showing
from journal.commands.entry_lines import EntryFilter
from journal.commands.journal_location import JournalLocation
from tests.truth.words import squeezed

if TYPE_CHECKING:
    from pathlib import Path

Row = dict[str, Any]
"""A row of a table, by the heads of its columns."""


_FOOT = re.compile("Logofstalkingandharassment·digest[0-9a-f]{16}…page[0-9]+of[0-9]+$")


@dataclass
class Part:
    """What stands under one heading of a page."""

    heading: str
    anchor: str
    level: int = 1
    facts: list[tuple[str, str]] = field(default_factory=list)
    """Labels, each with what is said beside it."""
    rows: list[list[str]] = field(default_factory=list)
    """Rows of tables, the heads among them."""
    text: str = ""
    """Everything else."""

    def said(self, label: str) -> list[str]:
        """Everything said under a label."""
        return [said for name, said in self.facts if name == label]


class _Page(HTMLParser):
    """Takes a page apart, heading by heading."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = [Part("", "")]
        self._label = ""
        self._text = ""
        self._anchors: list[str] = []
        self._row: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._anchors = [value for name, value in attrs if name == "id" and value] if tag[0] == "h" else self._anchors
        if tag == "tr":
            self._row = []
        if tag in {"dt", "dd", "td", "th", "p", "li", "h1", "h2", "h3", "h4"}:
            self._text = ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        part = self.parts[-1]
        if tag in {"h1", "h2", "h3", "h4"}:
            self.parts.append(Part(self._text, "".join(self._anchors), int(tag[1])))
        elif tag == "dt":
            self._label = self._text
        elif tag == "dd":
            part.facts.append((self._label, self._text))
        elif tag in {"td", "th"}:
            self._row.append(self._text)
        elif tag == "tr":
            part.rows.append(self._row)
        elif tag in {"p", "li", "caption", "figcaption"}:
            part.text += f"{self._text}\n"


def page(data: bytes) -> list[Part]:
    """The parts of a page of HTML, in order."""
    reader = _Page()
    reader.feed(data.decode())
    return reader.parts


def under(parts: list[Part], anchor: str) -> list[Part]:
    """The part with this anchor, and those below it."""
    at = next(at for at, one in enumerate(parts) if one.anchor == anchor)
    below = [one.level > parts[at].level for one in parts[at + 1 :]]
    return parts[at : at + 1 + (below.index(False) if False in below else len(below))]


def page_text(data: bytes) -> str:
    """All that is to be read on a page."""
    return "\n".join(
        "\n".join(
            [part.heading, part.text, *(f"{name}\n{said}" for name, said in part.facts), *map("\n".join, part.rows)]
        )
        for part in page(data)
    )


def plain_text(data: bytes) -> str:
    """A plain text."""
    return data.decode("utf-8-sig")


def pdf_text(data: bytes) -> str:
    """The words of a PDF without any white space, because its lines are its own, and without the foot of each page."""
    pages = (squeezed(one.extract_text()) for one in pypdf.PdfReader(io.BytesIO(data)).pages)
    return "".join(_FOOT.sub("", one) for one in pages)


def table(data: bytes) -> list[Row]:
    """The rows of a CSV."""
    heads, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert len({*heads}) == len(heads), heads
    return [dict(zip(heads, map(unguarded, row), strict=True)) for row in rows]


def sheets(data: bytes) -> dict[str, list[Row]]:
    """The sheets of a workbook, by name; no cell is a formula or a link."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    found = {}
    for sheet in book.worksheets:
        heads, *rows = sheet.iter_rows()
        assert all(cell.data_type != "f" and not cell.hyperlink for row in rows for cell in row)
        names = [str(head.value) for head in heads]
        assert len({*names}) == len(names), names
        found[sheet.title] = [
            {name: "" if cell.value is None else cell.value for name, cell in zip(names, row, strict=True)}
            for row in rows
        ]
    return found


def unguarded(cell: str) -> str:
    """A cell without the mark that keeps a spreadsheet from running it."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip().startswith(("=", "+", "-", "@")) else cell


def events(data: bytes) -> dict[int, Row]:
    """The events of a calendar, by the number of the entry."""
    found = {}
    for one in icalendar.Calendar.from_ical(data.decode()).walk("VEVENT"):
        number = int(str(one["UID"]).rpartition("-")[2].partition("@")[0])
        found[number] = {
            "summary": str(one["SUMMARY"]),
            "description": str(one["DESCRIPTION"]),
            "location": str(one.get("LOCATION", "")),
            "start": one.decoded("DTSTART"),
            "end": one.decoded("DTEND", None),
        }
    return found


def ledger(data: bytes) -> Row:
    """The ledger as JSON: its head, and the fields of each record by number, blackened ones left out."""
    plain = json.loads(data)
    return {**plain, "records": {one["seq"]: one["body"] for one in plain["records"]}}


def listed(path: Path) -> list[str]:
    """The lines of `journal list`."""
    return _printed(lambda: listing.run(JournalLocation(file=path), EntryFilter(), as_json=False)).splitlines()


def listed_values(path: Path) -> list[Row]:
    """What `journal list --json` prints."""
    values: list[Row] = json.loads(
        _printed(lambda: listing.run(JournalLocation(file=path), EntryFilter(), as_json=True))
    )
    return values


def shown_entry(path: Path, number: int) -> str:
    """What `journal show` prints of an entry."""
    return _printed(lambda: showing.run(JournalLocation(file=path), number))


def _printed(run: Any) -> str:
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        assert run() == 0
    return out.getvalue()

"""Layout of a table as text, recognised by content: encoding, delimiter and the row with the names of the columns."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal.intake.model.source import Source

DATE = re.compile(
    r"(?P<date>(?P<first>\d{1,4})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<third>\d{1,4}))"
    r"(?:(?:T|,?\s+|,)(?P<clock>\d.{1,20}))?",
    re.ASCII,
)
"""Date in figures, with a time of day or without."""
LONGEST_LINE = 1 << 20
"""Bytes of a line; a longer one is read in pieces."""
_DELIMITERS = ";\t,|"
_FIRST_ROWS = 30
"""Rows in which the names of the columns are looked for: bills have a few lines before them."""
_MOST_COLUMNS = 100
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class TableRow(NamedTuple):
    """Record of a table."""

    cells: tuple[str, ...]
    """Texts without blanks around; none for a record that cannot be parsed."""
    start: int
    """Byte offset."""
    length: int
    line: int
    """Line on which it begins, from 1."""


class TableLayout(NamedTuple):
    """How a table is written."""

    encoding: str
    delimiter: str
    header: tuple[str, ...]
    line: int
    """Line of the header."""
    first: tuple[tuple[str, ...], ...]
    """First rows below it."""


def layout_of(source: Source) -> TableLayout | None:
    """Return the layout of a table in which a date stands in the first row below the header; None for any other."""
    head = source.head()
    encoding = _encoding(head)
    if not encoding.startswith("utf-16") and b"\0" in head:
        return None
    layouts = (_with_delimiter(head, encoding, one) for one in _DELIMITERS)
    return max(filter(None, layouts), key=lambda one: len(one.header), default=None)


def rows(source: Source, layout: TableLayout) -> Iterator[TableRow]:
    """Yield the rows below the header that are not empty."""
    with source.open() as file:
        for row in _rows(file, layout.encoding, layout.delimiter):
            if row.line > layout.line:
                yield row


def _encoding(head: bytes) -> str:
    """Return the encoding by the byte order mark; else UTF-8 where the beginning is valid in it, else Windows-1252."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    try:
        head.decode()
    except UnicodeDecodeError as error:
        return "utf-8" if error.start > len(head) - 4 else "cp1252"
    return "utf-8"


def _with_delimiter(head: bytes, encoding: str, delimiter: str) -> TableLayout | None:
    found = list(islice(_rows(io.BytesIO(head), encoding, delimiter), _FIRST_ROWS))
    for at, row in enumerate(found[:-1]):
        below = tuple(one.cells for one in found[at + 1 : at + 4] if len(one.cells) == len(row.cells))
        dated = any(DATE.fullmatch(cell) for cell in below[0]) if below else False
        if dated and 1 < len(row.cells) <= _MOST_COLUMNS and _are_names(row.cells):
            return TableLayout(encoding, delimiter, row.cells, row.line, below)
    return None


def _are_names(cells: Iterable[str]) -> bool:
    named = [cell for cell in cells if cell]
    return len(named) > 1 and not any(cell[0].isdecimal() or len(cell) > 80 for cell in named)


def _rows(file: IO[bytes], encoding: str, delimiter: str) -> Iterator[TableRow]:
    start, line = 0, 1
    lengths: list[int] = []

    def texts() -> Iterator[str]:
        for text, length in _lines(file, encoding):
            lengths.append(length)
            yield text

    reader = csv.reader(texts(), delimiter=delimiter)
    while True:
        try:
            cells = [cell.strip().strip("\ufeff") for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error:
            yield TableRow((), start, sum(lengths), line)
        else:
            if any(cells):
                yield TableRow(tuple(cells), start, sum(lengths), line)
        start, line = start + sum(lengths), line + len(lengths)
        lengths.clear()


def _lines(file: IO[bytes], encoding: str) -> Iterator[tuple[str, int]]:
    """Yield each line with its end, and its length in bytes."""
    if encoding.startswith("utf-16"):
        text = io.TextIOWrapper(file, encoding, "replace", newline="")
        while line := text.readline(LONGEST_LINE):
            yield line, len(line.encode(encoding, "surrogatepass"))
        text.detach()
        return
    while raw := file.readline(LONGEST_LINE):
        yield raw.decode(encoding, "replace"), len(raw)

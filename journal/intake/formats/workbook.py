"""Sheets of a workbook (XLSX, Office Open XML) as tables of text, read by the reader of CSV.

A cell becomes what it shows: a date without a time of day stays one, and seconds stand only where the format of the
cell shows them or its value has some. What a formula gave when it was last saved counts; nothing is computed.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from journal.intake.model.source import DAMAGED_ARCHIVE, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

LARGEST_MEMBER = 1 << 28
"""Bytes of an unpacked member of a workbook above which it is not read: 256 MiB."""
LARGEST_INSIDE = 1 << 26
"""Bytes of a workbook in an archive above which it is not read, as it is held in memory: 64 MiB."""
LARGEST_TABLE = 1 << 26
"""Characters of a sheet as text above which it is not read: 64 Mi."""
MOST_ROWS = 1 << 20
"""Rows of a sheet, the limit of the format; a damaged file may claim more."""
_MOST_COLUMNS = 100
_MOST_SHEETS = 50
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
"""Words, escaped signs, colours and languages in the format of a number."""


@dataclass(frozen=True)
class WorkbookSheet(Source):
    """Sheet of a workbook as a table of text; `member` is its title."""

    rendered = True
    inside: str = ""
    """Name of the workbook in a zip archive, which the file is then; empty where the file is the workbook."""

    @property
    def name(self) -> str:
        """Name to show: that of the file, the workbook's in an archive, and the title of the sheet."""
        return " · ".join(filter(None, (self.path.name, self.inside, self.member)))

    @property
    def file_name(self) -> str:
        """Name of a file that holds a part of it."""
        book = PurePosixPath(self.inside or self.path.name).stem
        return f"{book} {self.member.replace('/', ' ')}.csv"

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Open its text, UTF-8; raises OSError, also where the workbook is damaged or too large."""
        yield io.BytesIO(self._text)

    @cached_property
    def _text(self) -> bytes:
        with _opened(self.path, self.inside) as book:
            rows = _rows(book[self.member])
        width = max(map(len, rows), default=0)
        out = io.StringIO()
        csv.writer(out, delimiter=";", lineterminator="\n").writerows(
            (*row, *[""] * (width - len(row))) if row else () for row in rows
        )
        return out.getvalue().encode("utf-8", "replace")


def is_workbook(names: Sequence[str]) -> bool:
    """Test whether an archive with members of these names is a workbook."""
    return "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names)


def sheets(path: Path, inside: str = "") -> list[WorkbookSheet]:
    """Return the sheets of a workbook, hidden ones too, in its order; raises OSError where it cannot be read.

    `inside` is its name in the zip archive that the file is then.
    """
    with _opened(path, inside) as book:
        return [WorkbookSheet(path, one.title, inside=inside) for one in book.worksheets[:_MOST_SHEETS]]


def is_workbook_inside(archive: ZipFile, member: str) -> bool:
    """Test whether a member of an archive is a workbook; raises OSError where it cannot be read."""
    try:
        with ZipFile(_unpacked(archive, member)) as book:
            return is_workbook(book.namelist())
    except BadZipFile:
        return False


def _unpacked(archive: ZipFile, member: str) -> io.BytesIO:
    if archive.getinfo(member).file_size > LARGEST_INSIDE:
        raise OSError("the workbook is too large")
    return io.BytesIO(archive.read(member))


@contextmanager
def _bytes_of(path: Path, inside: str) -> Iterator[IO[bytes]]:
    """Open the bytes of a workbook; raises OSError for a damaged archive around it."""
    if not inside:
        with path.open("rb") as file:
            yield file
        return
    try:
        with ZipFile(path) as archive:
            data = _unpacked(archive, inside)
    except DAMAGED_ARCHIVE as error:
        raise OSError("the archive is damaged or encrypted") from error
    yield data


@contextmanager
def _opened(path: Path, inside: str) -> Iterator[Any]:
    """Open a workbook; whatever the library raises for a damaged one becomes an OSError."""
    from openpyxl import load_workbook

    with _bytes_of(path, inside) as file, warnings.catch_warnings():
        with ZipFile(file) as archive:
            if any(one.file_size > LARGEST_MEMBER for one in archive.infolist()):
                raise OSError("the workbook is too large")
        warnings.simplefilter("ignore")
        try:
            yield load_workbook(file, read_only=True, data_only=True, keep_links=False)
        except OSError:
            raise
        except Exception as error:
            # The library names no base class for what a damaged file makes it raise.
            raise OSError("the workbook is damaged") from error


def _rows(sheet: Any) -> list[list[str]]:
    """Return the rows without their empty ends; raises OSError where there are too many or too long ones."""
    rows: list[list[str]] = []
    before, cells, size = None, list[str](), 0
    for row in sheet.iter_rows(max_col=_MOST_COLUMNS):
        if row is not before:  # a gap, up to a million rows long, is one row again and again
            cells = [_shown(cell.value, getattr(cell, "number_format", "")) for cell in row]
            while cells and not cells[-1]:
                cells.pop()
            before = row
        rows.append(cells)
        size += sum(map(len, cells))
        if size > LARGEST_TABLE or len(rows) > MOST_ROWS:
            raise OSError("the sheet is too large")
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _shown(value: object, pattern: str) -> str:
    """Return a value of a cell as text, with no more of a time than its cell has."""
    if isinstance(value, datetime):
        return _moment(_whole_seconds(value), _QUOTED.sub("", pattern or "").lower())
    if isinstance(value, time):
        return value.isoformat("seconds" if value.second or "s" in pattern.lower() else "minutes")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value, pattern or "")
    return "" if value is None else str(value)


def _number(value: float, pattern: str) -> str:
    """Return a number without an exponent, with the zeros before it that its format shows."""
    if value != value // 1 or abs(value) >= 1e15:
        return str(value)
    return f"{int(value):0{len(pattern)}}" if re.fullmatch("0{2,20}", pattern) else str(int(value))


def _whole_seconds(value: datetime) -> datetime:
    """Round to the second: a spreadsheet keeps times as fractions of days."""
    return (value + timedelta(milliseconds=500)).replace(microsecond=0)


def _moment(value: datetime, pattern: str) -> str:
    clock = value.time().isoformat("seconds" if value.second or "s" in pattern else "minutes")
    if "h" not in pattern and value.time() == time():
        return value.date().isoformat()
    if "h" in pattern and not {"d", "y"} & set(pattern):
        return clock
    return f"{value.date().isoformat()} {clock}"

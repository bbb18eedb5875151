"""Reader of the table `records`, slice by slice.

Every line that is a record is decoded at once, which also validates its JSON; of a sealed or unknown line only the
syntax is checked.
"""

from __future__ import annotations

import zlib
from array import array
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, Struct

from journal.domain.ledger.record import Record
from journal.store.file.generation import Extent
from journal.store.file.layout import StoredRow
from journal.store.file.places import SEPARATOR, lines_in
from journal.store.file.row_codec import Unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from journal.store.file.generation import Generation

RECORDS = b'"records":{\n'
"""First line of the table in a file that this program wrote."""
SLICE = 1 << 17
"""Bytes read at a time: a few milliseconds, during which nothing else runs."""
_RECORD = msgspec.json.Decoder(Record)
_OBJECT = msgspec.json.Decoder(dict[str, Raw])


class RecordTable(Struct, frozen=True):
    """Table `records`, its rows decoded while they were read."""

    rows: Unpacked
    lines: Extent
    """Extent of its lines."""
    ends: array[int]
    """Offset behind each line, from the first."""
    around: tuple[Extent, Extent]
    """Extents of the bytes before and behind them."""

    def first_lines(self, count: int, generation: Generation) -> Extent:
        """Return the extent of the first so many lines, with its checksum."""
        if count == len(self.ends):
            return self.lines
        reader = CheckedLines(generation, Extent(self.lines.start, self.ends[count - 1] if count else 0), lambda: None)
        for _line in reader:
            pass
        return reader.read


class NoRow(ValueError):
    """A line is not a row as this program writes it."""


class TableFrame(Struct, frozen=True):
    """Extents of a table `records` that is laid out as this program does it."""

    lines: Extent
    """Its lines, without a checksum."""
    around: tuple[Extent, Extent]
    """The bytes before and behind them."""


def frame_at(generation: Generation, whole: Extent) -> TableFrame | None:
    """Return the extents of the table at an extent, or None where it is laid out otherwise; raises OSError."""
    begins, ends = RECORDS, b"\n},\n" if whole.length > len(RECORDS) + len(b"},\n") else b"},\n"
    lines = Extent(whole.start + len(begins), whole.length - len(begins) - len(ends))
    if lines.length < 0 or not _stands(generation, whole.start, begins) or not _stands(generation, lines.end, ends):
        return None
    around = Extent(whole.start, len(begins), zlib.crc32(begins)), Extent(lines.end, len(ends), zlib.crc32(ends))
    return TableFrame(lines, around)


def read_table(
    generation: Generation,
    whole: Extent,
    between: Callable[[], None],
    unpack: Callable[[Iterable[StoredRow]], Unpacked],
) -> RecordTable | None:
    """Read the table at an extent, or return None where it is not laid out as this program does it; raises OSError.

    `between` is a callback between the slices; what it raises comes through. `unpack` is one that decodes the lines
    while they are read.
    """
    frame = frame_at(generation, whole)
    if frame is None:
        return None
    reader, ends = CheckedLines(generation, frame.lines, between), array("Q")
    try:
        rows = unpack(_rows(reader, ends))
    except (ValueError, RecursionError):
        return None
    return RecordTable(rows, reader.read, ends, frame.around)


def _rows(lines: Iterable[bytes], ends: array[int]) -> Iterator[StoredRow]:
    """Yield the row in each line and note where it ends; raises ValueError where it is not one of this program's."""
    keys: set[str] = set()
    at = 0
    for line in lines:
        row = _row(line)
        if row.key in keys:
            raise NoRow
        keys.add(row.key)
        ends.append(at + len(line))
        at += len(line) + len(SEPARATOR)
        yield row


def rows_again(generation: Generation, lines: Extent) -> Iterator[StoredRow]:
    """Read rows once more, and yield them; raises ValueError where the checksum of their lines has changed."""
    reader = CheckedLines(generation, lines, lambda: None)
    for line in reader:
        key, _, data = line.partition(b'":')
        yield StoredRow(key[1:].decode("ascii"), data=Raw(data))
    if reader.read != lines:
        raise NoRow


class CheckedLines:
    """Iterates over the lines in an extent as `slices_in` does, and computes their checksum."""

    def __init__(self, generation: Generation, lines: Extent, between: Callable[[], None]) -> None:
        """Read these lines; raises as `slices_in` while they are iterated."""
        self._generation, self._lines, self._between = generation, lines, between
        self._sum = 0

    @property
    def read(self) -> Extent:
        """The extent, with the checksum of what was read of it."""
        return Extent(self._lines.start, self._lines.length, self._sum)

    def __iter__(self) -> Iterator[bytes]:
        """Yield the lines, without what separates them."""
        for lines in slices_in(self._generation, self._lines, self._between, self._add):
            yield from (line.removesuffix(SEPARATOR) for line in lines)

    def _add(self, piece: bytes) -> None:
        self._sum = zlib.crc32(piece, self._sum)


def slices_in(
    generation: Generation,
    lines: Extent,
    between: Callable[[], None],
    each: Callable[[bytes], object] = lambda _piece: None,
) -> Iterator[list[bytes]]:
    """Yield the lines in an extent, each with what separates it from the next, in portions as they are read.

    `between` is a callback between the slices, and what it raises comes through; `each` is one that gets their bytes.
    Raises NoRow where the extent has become shorter, or OSError.
    """
    rest, at = b"", lines.start
    while at < lines.end:
        between()
        piece = generation.read(Extent(at, min(SLICE, lines.end - at)))
        if not piece:
            raise NoRow
        each(piece)
        at += len(piece)
        *whole, rest = lines_in(rest + piece)
        yield whole
    if lines.length:
        yield [rest]


def _row(line: bytes) -> StoredRow:
    """Parse a line as a row; raises ValueError where it is not one as this program writes it."""
    key, _, data = line.partition(b'":')
    if not (key.startswith(b'"') and key[1:].isdigit() and data.startswith(b"{") and data.endswith(b"}")):
        raise NoRow
    try:
        record = _RECORD.decode(data)
    except (ValueError, RecursionError):
        record = None
        _OBJECT.decode(data)
    return StoredRow(key[1:].decode("ascii"), record, data=Raw(data))


def _stands(generation: Generation, at: int, text: bytes) -> bool:
    return generation.read(Extent(at, len(text))) == text

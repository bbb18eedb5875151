"""Reader of the table `records`, slice by slice.

Every line that is a record is decoded at once, which also validates its JSON; of a sealed or unknown line only the
syntax is checked.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, Struct

from journal.domain.ledger.record import Record
from journal.store.file.generation import Extent
from journal.store.file.layout import StoredRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from journal.store.file.generation import Generation

RECORDS = b'"records":{\n'
"""First line of the table in a file that this program wrote."""
_SLICE = 1 << 20
"""Bytes read at a time: a few milliseconds, during which nothing else runs."""
_NEXT = b",\n"
_RECORD = msgspec.json.Decoder(Record)
_OBJECT = msgspec.json.Decoder(dict[str, Raw])


class RecordTable(Struct, frozen=True):
    """Table `records` as stored in the file."""

    rows: tuple[StoredRow, ...]
    lines: Extent
    """Extent of its lines."""
    around: tuple[Extent, Extent]
    """Extents of the bytes before and behind them."""


class _NoRow(ValueError):
    """A line is not a row as this program writes it."""


def read_table(
    generation: Generation, whole: Extent, between: Callable[[], None], each: Callable[[StoredRow], StoredRow]
) -> RecordTable | None:
    """Read the table at an extent, or return None where it is not laid out as this program does it; raises OSError.

    `between` is a callback between the slices; what it raises comes through. `each` is a callback that gives what is
    kept of a row.
    """
    begins, ends = RECORDS, b"\n},\n" if whole.length > len(RECORDS) + len(b"},\n") else b"},\n"
    lines = Extent(whole.start + len(begins), whole.length - len(begins) - len(ends))
    if lines.length < 0 or not _stands(generation, whole.start, begins) or not _stands(generation, lines.end, ends):
        return None
    check = _Check()
    try:
        rows = tuple(each(_row(line)) for line in _split(_pieces(generation, lines, check, between)))
    except (ValueError, RecursionError):
        return None
    if len({row.key for row in rows}) != len(rows):
        return None
    around = Extent(whole.start, len(begins), zlib.crc32(begins)), Extent(lines.end, len(ends), zlib.crc32(ends))
    return RecordTable(rows, Extent(lines.start, lines.length, check.sum), around)


def rows_again(generation: Generation, lines: Extent) -> Iterator[StoredRow]:
    """Read rows once more, and yield them; raises ValueError where the checksum of their lines has changed."""
    check = _Check()
    for line in _split(_pieces(generation, lines, check, lambda: None)):
        key, _, data = line.partition(b'":')
        yield StoredRow(key[1:].decode("ascii"), Raw(data))
    if check.sum != lines.check:
        raise _NoRow


class _Check:
    """Running CRC-32."""

    sum = 0

    def take(self, piece: bytes) -> None:
        self.sum = zlib.crc32(piece, self.sum)


def _pieces(generation: Generation, lines: Extent, check: _Check, between: Callable[[], None]) -> Iterator[bytes]:
    at = lines.start
    while at < lines.end:
        between()
        piece = generation.read(Extent(at, min(_SLICE, lines.end - at)))
        if not piece:
            raise _NoRow
        check.take(piece)
        at += len(piece)
        yield piece


def _split(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Split chunks into lines; no line ends with its chunk."""
    rest, some = b"", False
    for piece in pieces:
        *whole, rest = (rest + piece).split(_NEXT)
        yield from whole
        some = True
    if some:
        yield rest


def _row(line: bytes) -> StoredRow:
    """Parse a line as a row; raises ValueError where it is not one as this program writes it."""
    key, _, data = line.partition(b'":')
    if not (key.startswith(b'"') and key[1:].isdigit() and data.startswith(b"{") and data.endswith(b"}")):
        raise _NoRow
    try:
        record = _RECORD.decode(data)
    except (ValueError, RecursionError):
        record = None
        _OBJECT.decode(data)
    return StoredRow(key[1:].decode("ascii"), Raw(data), record=record)


def _stands(generation: Generation, at: int, text: bytes) -> bool:
    return generation.read(Extent(at, len(text))) == text

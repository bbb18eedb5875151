"""Folding while reading: one pass over the table `records` that hands each record on and keeps only its place.

Only an unbroken chain under its own numbers is taken, as this program writes it. Whatever else stands there has to be
loaded whole, and judged.
"""

from __future__ import annotations

import zlib
from itertools import chain, count, repeat
from operator import itemgetter
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw

from journal.domain.entry.partial_record import decoded
from journal.domain.ledger.record import FIRST_PREVIOUS, Record
from journal.store.file.folded_table import FoldedTable
from journal.store.file.generation import Extent
from journal.store.file.places import PlaceCollector, PlacedRows
from journal.store.file.record_lines import CheckedLines, frame_at, slices_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from journal.domain.entry.partial_record import IndexedRecord
    from journal.store.file.generation import Generation
    from journal.store.file.row_codec import EncodedRows, RowCodec

    Fold = Callable[[Iterable[Record | IndexedRecord]], object]

_RECORD = msgspec.json.Decoder(Record)


class NotFoldable(Exception):
    """The table is not an unbroken chain as this program writes it."""


def fold_table(
    generation: Generation, whole: Extent, codec: RowCodec, fold: Fold, between: Callable[[], None]
) -> FoldedTable:
    """Fold the table at an extent while it is read; raises NotFoldable, also through `fold`, or OSError.

    `between` is a callback between the slices; what it raises comes through.
    """
    frame = frame_at(generation, whole)
    if frame is None:
        raise NotFoldable
    reader = _RowFolder(codec)
    fold(reader.records(slices_in(generation, frame.lines, between, reader.check)))
    places = reader.places.finish()
    if not (places or reader.left):
        raise NotFoldable
    lines = Extent(frame.lines.start, frame.lines.length, reader.sum)
    settled = _first(generation, frame.lines, places.length, between) if reader.left else lines
    placed = PlacedRows(places, settled, generation, codec)
    last = _RECORD.decode(reader.left[-1][1] if reader.left else placed.row(len(placed) - 1))
    return FoldedTable(placed, reader.left, last, lines, frame.around)


class _RowFolder:
    """Decodes the rows in the lines of the table, and notes their places."""

    def __init__(self, codec: RowCodec) -> None:
        self._codec = codec
        self.places = PlaceCollector()
        self.sum = 0
        """CRC-32 of all lines."""
        self.left: EncodedRows = ()
        """The rows of a last line that is not full."""

    def check(self, piece: bytes) -> None:
        """Add some bytes of the lines to the checksum."""
        self.sum = zlib.crc32(piece, self.sum)

    def records(self, slices: Iterable[list[bytes]]) -> Iterator[Record | IndexedRecord]:
        """Yield each record; raises NotFoldable where one is not the next of the chain."""
        previous, number = FIRST_PREVIOUS, 0
        rows = chain.from_iterable(map(self._in_blocks if self._codec.key else self._plain, slices))
        try:
            for record in decoded(rows):
                number += 1
                if record.seq != number or record.previous != previous:
                    raise NotFoldable
                previous = record.digest
                yield record
        except (ValueError, RecursionError) as error:
            raise NotFoldable from error

    def _plain(self, lines: list[bytes]) -> Iterator[bytes]:
        """Return the row in each line, which is final."""
        self._require_keys(lines)
        before = len(self.places)
        self.places.add(lines)
        width = len(str(before + 1))
        if width == len(str(len(self.places))):
            # As nearly always, all keys are equally long; cutting them off takes half the time of looking for an end.
            return map(itemgetter(slice(width + len(b'"":'), None)), lines)
        return map(itemgetter(2), map(bytes.partition, lines, repeat(b":")))

    def _in_blocks(self, lines: list[bytes]) -> Iterator[bytes]:
        """Open each line and yield the rows in it; only the last may hold fewer than the others."""
        self._require_keys(lines)
        for line in lines:
            rows = self._codec.rows_of(line.partition(b":")[2])
            if self.left:
                raise NotFoldable
            if len(rows) == self._codec.rows_per_line:
                self.places.add([line])
            else:
                first = len(self.places) * self._codec.rows_per_line + 1
                self.left = tuple((str(number), Raw(row)) for number, row in enumerate(rows, start=first))
            yield from rows

    def _require_keys(self, lines: list[bytes]) -> None:
        """Raise NotFoldable where a line is not an object under the next number."""
        keys = map(b'"%d":{'.__mod__, count(len(self.places) + 1))
        if not all(map(bytes.startswith, lines, keys)):
            raise NotFoldable


def _first(generation: Generation, lines: Extent, length: int, between: Callable[[], None]) -> Extent:
    """Return the extent of the first so many bytes of lines, with its checksum."""
    reader = CheckedLines(generation, Extent(lines.start, length), between)
    for _line in reader:
        pass
    return reader.read

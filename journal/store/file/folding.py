"""Folding while reading: one pass over the table `records` that hands each record on and keeps only its place.

Only an unbroken chain under its own numbers is taken, as this program writes it. Whatever else stands there has to be
loaded whole, and judged.
"""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw

from journal.domain.entry.partial_record import decoded
from journal.domain.ledger.record import FIRST_PREVIOUS, Record
from journal.store.file.folded_table import FoldedTable
from journal.store.file.generation import Extent
from journal.store.file.places import SEPARATOR, PlaceCollector, PlacedRows
from journal.store.file.record_lines import frame_at, slices_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from journal.domain.entry.partial_record import IndexedRecord
    from journal.store.file.generation import Generation
    from journal.store.file.row_codec import EncodedRows, RowCodec

    Fold = Callable[[Iterable[Record | IndexedRecord]], object]

_RECORD = msgspec.json.Decoder(Record)
_NUMBER, _PREVIOUS, _DIGEST = attrgetter("seq"), attrgetter("previous"), attrgetter("digest")


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
    fold(reader.records(slices_in(generation, frame.lines, between)))
    places = reader.places.finish()
    if not (places or reader.left):
        raise NotFoldable
    settled = Extent(frame.lines.start, places.length, places.check)
    lines = Extent(frame.lines.start, frame.lines.length, places.after(reader.rest).check)
    placed = PlacedRows(places, settled, generation, codec)
    last = _RECORD.decode(reader.left[-1][1] if reader.left else placed.row(len(placed) - 1))
    return FoldedTable(placed, reader.left, last, lines, frame.around)


class _RowFolder:
    """Decodes the rows in the lines of the table, and notes their places."""

    def __init__(self, codec: RowCodec) -> None:
        self._codec = codec
        self.places = PlaceCollector()
        self.rest = b""
        """A last line that is not full."""
        self.left: EncodedRows = ()
        """The rows in it."""
        self._number, self._digest = 0, FIRST_PREVIOUS

    def records(self, slices: Iterable[list[bytes]]) -> Iterator[Record | IndexedRecord]:
        """Iterate over the records; raises NotFoldable where one is not the next of the chain."""
        return chain.from_iterable(self._portions(slices))

    def _portions(self, slices: Iterable[list[bytes]]) -> Iterator[Sequence[Record | IndexedRecord]]:
        rows_in = self._in_blocks if self._codec.key else self._plain
        try:
            for lines in slices:
                records = decoded(rows_in(lines))
                self._require_chain(records)
                yield records
        except (ValueError, RecursionError) as error:
            raise NotFoldable from error

    def _require_chain(self, records: Sequence[Record | IndexedRecord]) -> None:
        """Raise NotFoldable where the records do not follow those before, each on the one before it."""
        stop = self._number + len(records)
        digests = [self._digest, *map(_DIGEST, records)]
        self._digest = digests.pop()
        if [*map(_NUMBER, records)] != [*range(self._number + 1, stop + 1)] or [*map(_PREVIOUS, records)] != digests:
            raise NotFoldable
        self._number = stop

    def _plain(self, lines: list[bytes]) -> Iterable[bytes]:
        """Return the row in each line, which is final."""
        rows = _rows(lines, len(self.places) + 1)
        self.places.add(lines)
        return rows

    def _in_blocks(self, lines: list[bytes]) -> Iterator[bytes]:
        """Open each line and yield the rows in it; only the last may hold fewer than the others."""
        for line, data in zip(lines, _rows(lines, len(self.places) + 1), strict=True):
            rows = self._codec.rows_of(data)
            if self.left:
                raise NotFoldable
            if len(rows) == self._codec.rows_per_line:
                self.places.add([line])
            else:
                first = len(self.places) * self._codec.rows_per_line + 1
                self.rest = line
                self.left = tuple((str(number), Raw(row)) for number, row in enumerate(rows, start=first))
            yield from rows


def _rows(lines: list[bytes], first: int) -> list[bytes]:
    """Return the row in each of some lines; raises NotFoldable where one is not an object under the next number."""
    stop = first + len(lines)
    width = len(b'"%d":' % first)
    if width < len(b'"%d":' % (stop - 1)):
        power = 10 ** len(str(first))
        return _rows(lines[: power - first], first) + _rows(lines[power - first :], power)
    keys = b'"%d":{' * len(lines) % tuple(range(first, stop))
    if b"".join([line[: width + 1] for line in lines]) != keys:
        raise NotFoldable
    if b"".join([line[-2:] for line in lines]) == SEPARATOR * len(lines):
        return [line[width:-2] for line in lines]
    if len(lines) > 1 or not lines[0].endswith(b"}"):
        raise NotFoldable
    return [lines[0][width:]]

"""Table of records of which only the places are kept."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from journal.domain.ledger.chain import Head
from journal.domain.ledger.record import Record
from journal.store.file.generation import Extent
from journal.store.file.places import PlacedRows
from journal.store.file.row_codec import EncodedRows

_RECORD = msgspec.json.Decoder(Record)


class FoldedTable(Struct, frozen=True):
    """Table `records` that was folded."""

    placed: PlacedRows
    """The rows in its final lines, to be read again."""
    left: EncodedRows
    """The rows behind those."""
    last: Record
    """The last record."""
    lines: Extent
    """Extent of all its lines."""
    around: tuple[Extent, Extent]
    """Extents of the bytes before and behind them."""

    @property
    def in_file(self) -> int:
        """Number of records before those in `kept`."""
        return len(self.placed) - (not self.left)

    @property
    def kept(self) -> list[Record]:
        """The last records: those behind the final lines, or the very last."""
        return [_RECORD.decode(row) for _key, row in self.left] or [self.last]

    @property
    def head(self) -> Head:
        """Number and digest of the last record."""
        return Head(self.last.seq, self.last.digest)

    def row(self, key: str) -> bytes | None:
        """Read the row of this key again, or return None where there is none; raises as `PlacedRows.row`."""
        at = int(key) - 1 if key.isdecimal() else -1
        if 0 <= at < len(self.placed):
            return self.placed.row(at)
        return dict(self.left).get(key)

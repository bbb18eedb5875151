"""How the rows of a protected journal stand in its file: each part one age file, which the standard tool opens.

The records are sealed in blocks of 256, one record per line, so that a generation seals only the last of them anew.
The desk is one part, one row per line. A piece of evidence is sealed by itself, so that opening its row gives the file
back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, Struct

from journal.store.layout import Row, lines
from journal.store.protection import Key, Tampered, from_text, to_text
from journal.store.sealing import Packed, Rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal.store.sealing import Write
    from journal.store.streams import Source

BLOCK = 256
"""How many records are sealed together."""
_NOTHING = Raw(b"{}")


class SealedRow(Struct, frozen=True):
    """A row of which the content is sealed."""

    sealed: str


class _Numbered(Struct, frozen=True):
    """As much of a record as says under which key it stands."""

    seq: int = 0


class Sealed:
    """Everything that the journal holds is sealed to its key."""

    name_of_evidence = "sealed"

    def __init__(self, key: Key) -> None:
        """Seal to this key, and open what was sealed to it."""
        self.key = key

    def pack(self, rows: Rows, blocks: int) -> Packed:
        """Settle every full block."""
        full = len(rows) - len(rows) % BLOCK
        settled = [(str(blocks + at // BLOCK + 1), self._row(rows[at : at + BLOCK])) for at in range(0, full, BLOCK)]
        left, blocks = rows[full:], blocks + len(settled)
        rest = [(str(blocks + 1), self._row(left))] if left else []
        return Packed(lines(settled), lines(rest), left, blocks)

    def unpack(self, stored: Sequence[Row], before: int = 0) -> tuple[Row, ...]:
        """Return the rows in the blocks; a block that cannot be opened gives one row that is no record.

        The rows of a block that stands under the number of another have no keys.
        """
        rows: list[Row] = []
        for number, block in enumerate(stored, start=before + 1):
            opened = self._opened(block.data)
            found = opened.split(b"\n") if opened else [bytes(_NOTHING)]
            first = (number - 1) * BLOCK + 1 if block.key == str(number) else 0
            rows += (_row(line, first and first + at, doubled=block.doubled) for at, line in enumerate(found))
        return tuple(rows)

    def settled(self, stored: Sequence[Row]) -> int:
        """Return the number of all blocks, without the last where it is not full."""
        last = self._opened(stored[-1].data) if stored else None
        return len(stored) - (bool(stored) and (last is None or last.count(b"\n") + 1 < BLOCK))

    def hide_desk(self, rows: Mapping[str, Raw]) -> dict[str, Raw]:
        """Return one sealed row."""
        return {"1": self._row(tuple(rows.items()))}

    def reveal_desk(self, stored: Mapping[str, Raw]) -> dict[str, Raw]:
        """Return the rows in what is sealed."""
        opened = (self._opened(row) for row in stored.values())
        found = [Raw(line) for text in opened if text for line in text.split(b"\n")]
        return {str(at): row for at, row in enumerate(found, start=1)}

    def hide(self, plain: bytes) -> bytes:
        """Return a sealed row."""
        return msgspec.json.encode(SealedRow(to_text(self.key.seal(plain))))

    def reveal(self, stored: bytes) -> bytes:
        """Return the content of a sealed row; raises ValueError where it was changed."""
        try:
            return self.key.open(from_text(msgspec.json.decode(stored, type=SealedRow).sealed))
        except Tampered as error:
            raise ValueError("not as it was sealed") from error

    def hide_all(self, source: Source, write: Write) -> None:
        """Hand on one age file."""
        self.key.seal_all(source, write)

    def reveal_all(self, source: Source, write: Write) -> None:
        """Hand on the content of one age file; raises ValueError where it was changed."""
        try:
            self.key.open_all(source, write)
        except Tampered as error:
            raise ValueError("not as it was sealed") from error

    def _row(self, rows: Rows) -> Raw:
        return Raw(self.hide(b"\n".join(bytes(row) for _, row in rows)))

    def _opened(self, row: Raw) -> bytes | None:
        try:
            return self.reveal(bytes(row))
        except (ValueError, RecursionError):
            return None


def _row(line: bytes, position: int, *, doubled: bool) -> Row:
    """Return a line of a block as a row, under the number of its record, or its place for what has none."""
    try:
        number = msgspec.json.decode(line, type=_Numbered).seq
    except (ValueError, RecursionError):
        number = 0
    return Row(str(number or position) if position else "", Raw(line), doubled)

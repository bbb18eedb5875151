"""Codec of a protected journal: each stored part is an age file, which the standard tool decrypts.

The records are sealed in small blocks, one record per line, so that a generation seals only the last of them anew and a
damaged byte costs no more than one. Larger blocks, which earlier versions wrote, are read and sealed anew in small ones
with the next save. The table `desk` is one part, one row per line. A piece of evidence is sealed by itself, so that
decrypting its row gives the file back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, Struct

from journal.store.age.protection import Key, Tampered, from_text, to_text
from journal.store.file.layout import StoredRow, lines
from journal.store.file.row_codec import EncodedRows, Packed, Unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from journal.store.age.age_streams import Readable
    from journal.store.file.row_codec import Write

BLOCK = 20
"""Records per sealed block; a block costs some 300 bytes beyond its records."""


class SealedRow(Struct, frozen=True):
    """Row whose content is sealed."""

    sealed: str


class _Numbered(Struct, frozen=True):
    """The number of a record, and nothing else of it."""

    seq: int = 0


class SealedCodec:
    """Codec that seals everything to the journal's key."""

    evidence_field = "sealed"
    rows_per_line = BLOCK

    def __init__(self, key: Key) -> None:
        """Seal to this key, and open with it."""
        self.key = key

    def pack(self, rows: EncodedRows, blocks: int) -> Packed:
        """Seal full blocks as settled lines, and the rows left over as a last block."""
        full = len(rows) - len(rows) % BLOCK
        settled = [(str(blocks + at // BLOCK + 1), self._row(rows[at : at + BLOCK])) for at in range(0, full, BLOCK)]
        left, blocks = rows[full:], blocks + len(settled)
        rest = [(str(blocks + 1), self._row(left))] if left else []
        return Packed(lines(settled), lines(rest), left, blocks)

    def unpack(
        self, stored: Iterable[StoredRow], first: int = 1, each: Callable[[StoredRow], StoredRow] = lambda row: row
    ) -> Unpacked:
        """Open the blocks; one that cannot be opened gives one row that is no record and has no key.

        Nothing is sealed anew where such a block stands in the file. The rows of a block that stands under the number
        of another have no keys.
        """
        found: list[StoredRow] = []
        left: list[tuple[str, Raw]] = []
        settled, count, whole = 0, 0, True
        before: StoredRow | None = None
        for block, own in _under_their_numbers(stored, first):
            count += 1
            text = self._opened(block.data)
            rows = _rows(block, text, before, own=own)
            before = rows[-1]
            whole = whole and text is not None
            if len(rows) == BLOCK and not left:
                settled += 1
            else:
                left += ((row.key, row.data) for row in rows)
            found += map(each, rows)
        return Unpacked(tuple(found), settled, tuple(left)) if whole else Unpacked(tuple(found), count, ())

    def rows_of(self, data: bytes) -> list[bytes]:
        """Open one block, one row per line; raises ValueError where it was changed."""
        return self.decode(data).split(b"\n")

    def encode_desk(self, rows: Mapping[str, Raw]) -> dict[str, Raw]:
        """Seal all rows as one."""
        return {"1": self._row(tuple(rows.items()))}

    def decode_desk(self, stored: Mapping[str, Raw]) -> dict[str, Raw]:
        """Open the sealed rows; one that cannot be opened gives none."""
        opened = (self._opened(row) for row in stored.values())
        found = [Raw(line) for text in opened if text for line in text.split(b"\n")]
        return {str(at): row for at, row in enumerate(found, start=1)}

    def encode(self, plain: bytes) -> bytes:
        """Seal bytes as a row."""
        return msgspec.json.encode(SealedRow(to_text(self.key.seal(plain))))

    def decode(self, stored: bytes) -> bytes:
        """Open a sealed row; raises ValueError where it was changed."""
        try:
            return self.key.open(from_text(msgspec.json.decode(stored, type=SealedRow).sealed))
        except Tampered as error:
            raise ValueError("not as it was sealed") from error

    def encode_stream(self, source: Readable, write: Write) -> None:
        """Seal a stream as one age file."""
        self.key.seal_all(source, write)

    def decode_stream(self, source: Readable, write: Write) -> None:
        """Open a stream that is one age file; raises ValueError where it was changed."""
        try:
            self.key.open_all(source, write)
        except Tampered as error:
            raise ValueError("not as it was sealed") from error

    def _row(self, rows: EncodedRows) -> Raw:
        return Raw(self.encode(b"\n".join(bytes(row) for _, row in rows)))

    def _opened(self, row: Raw) -> bytes | None:
        try:
            return self.decode(bytes(row)) or None
        except (ValueError, RecursionError):
            return None


def _under_their_numbers(stored: Iterable[StoredRow], first: int) -> Iterator[tuple[StoredRow, bool]]:
    """Yield each block and whether its key is its position; behind damaged lines, the next valid key is believed."""
    at, lost = first - 1, False
    for block in stored:
        at = int(block.key) if lost and block.key.isdecimal() else at + 1
        lost = block.block
        yield block, block.key == str(at)


def _rows(block: StoredRow, text: bytes | None, before: StoredRow | None, *, own: bool) -> list[StoredRow]:
    """Split an opened block into rows, without keys where the block does not stand under its own number.

    The key is the number of the record; one without a number continues the count from the row before.
    """
    if text is None:
        return [StoredRow("", doubled=block.doubled, block=True)]
    rows, last = [], int(before.key or 0) if before else 0
    for line in text.split(b"\n"):
        last = _number(line) or last + 1
        rows.append(StoredRow(str(last) if own else "", doubled=block.doubled, data=Raw(line)))
    return rows


def _number(line: bytes) -> int:
    """Parse the number of the record in a line; 0 where it has none."""
    try:
        return msgspec.json.decode(line, type=_Numbered).seq
    except (ValueError, RecursionError):
        return 0

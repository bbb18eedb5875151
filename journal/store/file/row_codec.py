"""How the rows of a journal stand in its file: as they are, or sealed where the journal is protected."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec import Raw, Struct

from journal.store.disk.durable_io import PIECE
from journal.store.file.layout import StoredRow, lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal.domain.ledger.record import Record
    from journal.store.age.age_streams import Readable
    from journal.store.age.protection import Key

Write = Callable[[bytes], object]
EncodedRows = tuple[tuple[str, Raw], ...]
"""Rows with their keys, in order."""


class Packed(Struct, frozen=True):
    """The last rows of the ledger, ready to be written."""

    settled: bytes
    """The lines that will never be written differently."""
    rest: bytes
    """The lines that the next row will change."""
    left: EncodedRows
    """The rows of which `rest` consists."""
    blocks: int
    """How many lines of the table are settled now."""


class Unpacked(Struct, frozen=True):
    """The rows of the ledger, opened."""

    rows: tuple[StoredRow, ...]
    """All of them; one that is no record, marked as a block, where a line could not be opened."""
    settled: int
    """How many lines will never be written differently."""
    left: EncodedRows
    """The rows in the lines after those."""


class RowCodec(Protocol):
    """What stands between the rows and the file."""

    @property
    def key(self) -> Key | None:
        """The key to which everything is sealed; None where nothing is."""

    @property
    def evidence_field(self) -> str:
        """Under which name the bytes stand in a row of evidence."""

    def encode_stream(self, source: Readable, write: Write) -> None:
        """Read some bytes to their end and hand on how they stand in the file, part by part."""

    def decode_stream(self, source: Readable, write: Write) -> None:
        """Read what stands in the file and hand on the bytes, which count only once this has returned.

        Raises ValueError where they were changed.
        """

    @property
    def rows_per_line(self) -> int:
        """How many rows of the ledger stand in a settled line."""

    def pack(self, rows: EncodedRows, blocks: int) -> Packed:
        """Return how rows of the ledger stand in the file after so many settled lines."""

    def unpack(
        self, stored: Sequence[StoredRow], first: int = 1, each: Callable[[StoredRow], StoredRow] = lambda row: row
    ) -> Unpacked:
        """Return the rows of the ledger in lines of their table, all of them or those from the `first` on.

        `each` gives what is kept of a row.
        """

    def encode_desk(self, rows: Mapping[str, Raw]) -> dict[str, Raw]:
        """Return how the rows of the desk stand in the file."""

    def decode_desk(self, stored: Mapping[str, Raw]) -> dict[str, Raw]:
        """Return the rows of the desk; a row that cannot be opened gives none."""

    def encode(self, plain: bytes) -> bytes:
        """Return how some bytes stand in a line of their own, without a line end."""

    def decode(self, stored: bytes) -> bytes:
        """Return the bytes of such a line; raises ValueError where it was changed."""


def encode_records(records: Sequence[Record]) -> EncodedRows:
    """Return the rows of records, by their numbers."""
    return tuple((str(record.seq), Raw(msgspec.json.encode(record))) for record in records)


class PlainCodec:
    """Everything stands in the file as it is, one row per line."""

    key = None
    evidence_field = "data"
    rows_per_line = 1

    def encode_stream(self, source: Readable, write: Write) -> None:
        """Hand on the bytes as they are."""
        while part := source.read(PIECE):
            write(part)

    decode_stream = encode_stream

    def pack(self, rows: EncodedRows, blocks: int) -> Packed:
        """Settle every row."""
        return Packed(lines(rows), b"", (), blocks + len(rows))

    def unpack(
        self,
        stored: Sequence[StoredRow],
        first: int = 1,  # noqa: ARG002 - a row has its own number where it is not sealed
        each: Callable[[StoredRow], StoredRow] = lambda row: row,
    ) -> Unpacked:
        """Return the rows, all of them settled."""
        return Unpacked(tuple(map(each, stored)), len(stored), ())

    def encode_desk(self, rows: Mapping[str, Raw]) -> dict[str, Raw]:
        """Return the rows as they are."""
        return dict(rows)

    def decode_desk(self, stored: Mapping[str, Raw]) -> dict[str, Raw]:
        """Return the rows as they are."""
        return dict(stored)

    def encode(self, plain: bytes) -> bytes:
        """Return the bytes as they are."""
        return plain

    def decode(self, stored: bytes) -> bytes:
        """Return the bytes as they are."""
        return stored

"""Codecs between rows and their stored form: plain here, sealed in `sealed_rows`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec import Raw, Struct

from journal.store.disk.durable_io import PIECE
from journal.store.file.layout import StoredRow, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from journal.domain.ledger.record import Record
    from journal.store.age.age_streams import Readable
    from journal.store.age.protection import Key

Write = Callable[[bytes], object]
EncodedRows = tuple[tuple[str, Raw], ...]
"""JSON rows with their keys, in order."""


class Packed(Struct, frozen=True):
    """Encoded last rows of the ledger."""

    settled: bytes
    """Lines that are final."""
    rest: bytes
    """Lines that the next row will change."""
    left: EncodedRows
    """The rows in `rest`."""
    blocks: int
    """Number of final lines that the table has now."""


class Unpacked(Struct, frozen=True):
    """Decoded rows of the ledger."""

    rows: tuple[StoredRow, ...]
    """All of them; one that is no record, marked as a block, where a line could not be opened."""
    settled: int
    """Number of final lines."""
    left: EncodedRows
    """The rows in the lines after those."""


class RowCodec(Protocol):
    """Codec between rows and their stored form."""

    @property
    def key(self) -> Key | None:
        """The key to which everything is sealed; None for the plain codec."""

    @property
    def evidence_field(self) -> str:
        """Name of the field that holds the bytes in a row of evidence."""

    def encode_stream(self, source: Readable, write: Write) -> None:
        """Encode a stream, and write the result part by part."""

    def decode_stream(self, source: Readable, write: Write) -> None:
        """Decode a stream, and write the result, which counts only once this has returned.

        Raises ValueError where it was changed.
        """

    @property
    def rows_per_line(self) -> int:
        """Number of rows of the ledger in a final line."""

    def pack(self, rows: EncodedRows, blocks: int) -> Packed:
        """Encode rows of the ledger that come after so many final lines."""

    def unpack(
        self, stored: Iterable[StoredRow], first: int = 1, each: Callable[[StoredRow], StoredRow] = lambda row: row
    ) -> Unpacked:
        """Decode lines of the table `records`, all of them or those from the `first` on.

        `each` is a callback that gives what is kept of a row.
        """

    def rows_of(self, data: bytes) -> list[bytes]:
        """Decode one line of the table `records`, without its key, to its rows; raises ValueError where it cannot."""

    def encode_desk(self, rows: Mapping[str, Raw]) -> dict[str, Raw]:
        """Encode the rows of the table `desk`."""

    def decode_desk(self, stored: Mapping[str, Raw]) -> dict[str, Raw]:
        """Decode the rows of the table `desk`; a row that cannot be opened gives none."""

    def encode(self, plain: bytes) -> bytes:
        """Encode bytes as a line of their own, without a newline."""

    def decode(self, stored: bytes) -> bytes:
        """Decode such a line; raises ValueError where it was changed."""


def encode_records(records: Sequence[Record]) -> EncodedRows:
    """Encode records as rows, by their numbers."""
    return tuple((str(record.seq), Raw(msgspec.json.encode(record))) for record in records)


class PlainCodec:
    """Codec of an unprotected journal: everything is stored as it is, one row per line."""

    key = None
    evidence_field = "data"
    rows_per_line = 1

    def encode_stream(self, source: Readable, write: Write) -> None:
        """Copy the stream."""
        while part := source.read(PIECE):
            write(part)

    decode_stream = encode_stream

    def pack(self, rows: EncodedRows, blocks: int) -> Packed:
        """Encode every row as a final line."""
        return Packed(lines(rows), b"", (), blocks + len(rows))

    def unpack(
        self,
        stored: Iterable[StoredRow],
        first: int = 1,  # noqa: ARG002 - a row has its own number where it is not sealed
        each: Callable[[StoredRow], StoredRow] = lambda row: row,
    ) -> Unpacked:
        """Return the rows, all of them final."""
        rows = tuple(map(each, stored))
        return Unpacked(rows, len(rows), ())

    def rows_of(self, data: bytes) -> list[bytes]:
        """Return the line, which is one row."""
        return [data]

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

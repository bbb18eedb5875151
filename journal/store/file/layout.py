"""JSON layout of the four tables: one row per line, evidence before records, mutable state (`desk`) last.

A raw newline cannot stand inside a JSON string, so the boundaries between rows are certain. The order serves speed
only: a file that another program serialised in its own way is still read, by parsing all of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw, Struct

from journal.domain.base.canonical import has_doubled_names
from journal.domain.ledger.chain import LedgerRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

TABLES = ("lock", "files", "records", "desk")
"""Names of the tables, which are always all there, in this order."""


class MalformedFile(ValueError):
    """The bytes do not parse as a journal's tables; the message says what was found instead."""


class StoredRow(LedgerRow, frozen=True, gc=False):
    """Row of a table as stored in the file; of the ledger decoded or not, and without its data where it was checked."""

    data: Raw = Raw(b"{}")


class Parsed(Struct, frozen=True):
    """Parsed contents of a file."""

    tables: dict[str, tuple[StoredRow, ...]]
    """Rows by table, in the order of the file; duplicate rows are all there."""
    blocks: dict[str, EncodedTable]
    """The same tables encoded, ready to be written again; of duplicate rows only the last."""
    doubled: bool = False
    """Whether there is a duplicate name anywhere."""
    damaged: bool = False
    """Whether the file is no whole JSON text, and this only what could be read of it."""

    def rows(self, name: str) -> tuple[StoredRow, ...]:
        """Return the rows of a table, none where it is missing."""
        return self.tables.get(name, ())


class EncodedTable:
    """Table in its encoded form, one row per line."""

    def __init__(self, rows: Iterable[tuple[str, Raw]] = ()) -> None:
        """Encode the rows."""
        self._lines = lines(rows)

    def encoded(self) -> bytes:
        """Return the lines, without a newline after the last."""
        return self._lines

    def rows(self) -> dict[str, Raw]:
        """Return the encoded rows by their keys."""
        return decode_lines(self._lines)


def decode_lines(lines: bytes) -> dict[str, Raw]:
    """Parse lines into encoded rows by their keys; raises ValueError where they do not parse."""
    return msgspec.json.decode(b"{%b}" % lines, type=dict[str, Raw])


def lines(rows: Iterable[tuple[str, Raw]]) -> bytes:
    """Join encoded rows into the lines of a table, without a newline after the last."""
    return b",\n".join(b"%b:%b" % (quoted(key), bytes(row)) for key, row in rows)


def quoted(name: str) -> bytes:
    """Encode a name as a JSON string."""
    return msgspec.json.encode(name)


def chunks(blocks: Mapping[str, EncodedTable]) -> Iterator[bytes]:
    """Serialise tables, and yield the bytes of the file in chunks: known tables first and in their order."""
    order = [*TABLES, *(name for name in blocks if name not in TABLES)]
    opening = b"{"
    for name in order:
        yield opening + quoted(name) + b":{\n"
        lines = blocks[name].encoded() if name in blocks else b""
        yield lines
        opening = b"\n},\n" if lines else b"},\n"
    yield opening[:-2] + b"}\n"


def serialised(blocks: Mapping[str, EncodedTable]) -> bytes:
    """Serialise tables to the bytes of a file."""
    return b"".join(chunks(blocks))


def parse(data: bytes) -> Parsed:
    """Parse the bytes of a file.

    Raises MalformedFile where they are not a JSON object of tables of rows in UTF-8.
    """
    try:
        data.decode("utf-8")
        raw = msgspec.json.decode(data, type=dict[str, dict[str, Raw]])
    except (ValueError, RecursionError) as error:
        raise MalformedFile(str(error)) from error
    blocks = {name: EncodedTable(rows.items()) for name, rows in raw.items()}
    if data != serialised(blocks) and _has_doubled_names(data):
        return Parsed(_with_doubled(data), blocks, doubled=True)
    return Parsed(
        {name: tuple(StoredRow(key, data=row) for key, row in rows.items()) for name, rows in raw.items()}, blocks
    )


def _has_doubled_names(data: bytes) -> bool:
    try:
        return has_doubled_names(data)
    except RecursionError as error:
        raise MalformedFile(str(error)) from error


class _Pairs(list[tuple[str, Any]]):
    """JSON object with its duplicate names kept."""


def _with_doubled(data: bytes) -> dict[str, tuple[StoredRow, ...]]:
    import json

    tables: dict[str, tuple[StoredRow, ...]] = {}
    for name, rows in json.loads(data, object_pairs_hook=_Pairs):
        more = tuple(
            StoredRow(key, doubled=_doubled(row), data=Raw(msgspec.json.encode(_plain(row)))) for key, row in rows
        )
        tables[name] = tables.get(name, ()) + more
    return tables


def _doubled(value: object) -> bool:
    if isinstance(value, _Pairs):
        return len(dict(value)) != len(value) or any(_doubled(part) for _, part in value)
    return isinstance(value, list) and any(_doubled(part) for part in value)


def _plain(value: object) -> object:
    if isinstance(value, _Pairs):
        return {name: _plain(part) for name, part in value}
    return [_plain(part) for part in value] if isinstance(value, list) else value

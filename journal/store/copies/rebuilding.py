"""Serialiser of a new journal file from salvaged records, mutable state and evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw

from journal.store.age.protection import to_text
from journal.store.file import mutable_state
from journal.store.file.identity import Identity
from journal.store.file.layout import lines
from journal.store.file.row_codec import PlainCodec, encode_records
from journal.store.file.sealed_rows import SealedCodec

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journal.domain.ledger.record import Record
    from journal.store.age.protection import Key
    from journal.store.age.wraps import Wraps
    from journal.store.copies.salvaging import SalvagedEvidence
    from journal.store.file.mutable_state import MutableState

    Protection = tuple[Key, Wraps]

_PIECE = 1 << 20


def rebuilt(
    records: Sequence[Record],
    evidence: Mapping[int, SalvagedEvidence],
    desk: MutableState,
    *,
    sealed: Protection | None = None,
) -> Iterator[bytes]:
    """Yield the bytes of a journal file; the evidence is copied in chunks, sealed or not, as it stands."""
    yield _table("lock", _lock(sealed), opening=b"{")
    yield b'\n},\n"files":{\n'
    yield from _evidence(evidence)
    yield b"\n" if evidence else b""
    yield _table("records", _records(records, sealed), opening=b"},\n")
    yield _table("desk", _desk(desk, sealed), opening=b"\n},\n")
    yield b"\n}}\n"


def _table(name: str, rows: bytes, *, opening: bytes) -> bytes:
    return b'%b"%b":{\n%b' % (opening, name.encode(), rows)


def _evidence(evidence: Mapping[int, SalvagedEvidence]) -> Iterator[bytes]:
    for count, (number, piece) in enumerate(sorted(evidence.items())):
        yield b'%b"%d":{"%b":"' % (b",\n" if count else b"", number, piece.name.encode())
        for at in range(piece.text.start, piece.text.end, _PIECE):
            yield piece.source[at : min(at + _PIECE, piece.text.end)]
        yield b'"}'


def _lock(sealed: Protection | None) -> bytes:
    plain: dict[str, Any] = msgspec.to_builtins(Identity())
    return _block([plain | {"key": msgspec.to_builtins(sealed[1])} if sealed else plain])


def _records(records: Sequence[Record], sealed: Protection | None) -> bytes:
    packed = (SealedCodec(sealed[0]) if sealed else PlainCodec()).pack(encode_records(records), 0)
    return b",\n".join(filter(None, [packed.settled, packed.rest]))


def _desk(desk: MutableState, sealed: Protection | None) -> bytes:
    rows = [row for _, row in mutable_state.to_rows(desk)]
    if not sealed:
        return lines((str(key), row) for key, row in enumerate(rows, start=1))
    key, wraps = sealed
    return _block([{"about": "key"} | msgspec.to_builtins(wraps), _sealed(b"\n".join(map(bytes, rows)), key)])


def _sealed(text: bytes, key: Key) -> dict[str, Any]:
    return {"sealed": to_text(key.seal(text))}


def _block(rows: Sequence[Any]) -> bytes:
    return lines((str(key), Raw(msgspec.json.encode(row))) for key, row in enumerate(rows, start=1))

"""Exported ledger: every record, with its withheld fields redacted and listed, so that it can be verified."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain.base.canonical import canonical
from journal.domain.ledger.actions import Action

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.ledger.record import Record
    from journal.handover.selection.selection import Selection

_PART = 1 << 16
_SORTED = msgspec.json.Encoder(order="sorted")
FORMAT = 1
"""Version of this format."""


def ledger_json(chosen: Selection) -> bytes:
    """Serialise the ledger as `ledger_parts` does."""
    return b"".join(ledger_parts(chosen))


def ledger_parts(chosen: Selection) -> Iterator[bytes]:
    """Serialise the ledger as canonical JSON: count, head, journal, `left_out` by record, and the records in order.

    The records are those of a sound ledger, and come in parts of about 64 KB.
    """
    held = bytearray()
    for part in _parts(chosen):
        held += part
        if len(held) >= _PART:
            yield bytes(held)
            held.clear()
    yield bytes(held)


def _parts(chosen: Selection) -> Iterator[bytes]:
    yield b'{"count":%d,"format":%d,' % (len(chosen.ledger), FORMAT)
    yield b'"head":%b,"journal":%b,"left_out":{' % (canonical(chosen.head), canonical(_journal(chosen)))
    for at, number in enumerate(sorted(chosen.left_out, key=str)):
        yield b'%b"%d":%b' % (b"," * bool(at), number, canonical(chosen.left_out[number]))
    yield b'},"records":['
    for at, record in enumerate(chosen.ledger):
        yield b"," * bool(at) + _SORTED.encode(_plain(record))
    yield b"]}"


def _journal(chosen: Selection) -> str:
    begun = (record.fields() for record in chosen.ledger[:1])
    return next((str(said.get("journal", "")) for said in begun if said.get("action") == Action.JOURNAL_BEGUN), "")


def _plain(record: Record) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    return plain

"""The ledger as it leaves: every record, with what stays here blackened and listed, so that it can be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain.acts import Act
from journal.domain.canonical import canonical

if TYPE_CHECKING:
    from journal.domain.record import Record
    from journal.handover.chosen import Chosen

FORMAT = 1
"""The number of this layout, for whoever reads it later."""


def ledger_json(chosen: Chosen) -> bytes:
    """Return the ledger as canonical JSON: journal, count, head, `left_out` by record, and the records in order."""
    return canonical(
        {
            "format": FORMAT,
            "journal": _journal(chosen),
            "count": len(chosen.ledger),
            "head": chosen.head,
            "left_out": {str(number): list(names) for number, names in sorted(chosen.left_out.items())},
            "records": [_plain(record) for record in chosen.ledger],
        }
    )


def _journal(chosen: Chosen) -> str:
    begun = (record.fields() for record in chosen.ledger[:1])
    return next((str(said.get("journal", "")) for said in begun if said.get("action") == Act.JOURNAL_BEGUN), "")


def _plain(record: Record) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    return plain

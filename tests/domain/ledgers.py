"""Chains of records for the tests; everything in them is invented."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from journal.domain.ledger.chain import Head, LedgerRow
from journal.domain.ledger.record import FIRST_PREVIOUS, Record, seal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BEGAN = datetime(2026, 11, 21, 21, 16, 3, tzinfo=UTC)
BEGUN: dict[str, Any] = {"action": "journal.begun", "journal": "00ff"}


def a_ledger(*acts: dict[str, Any], seed: int = 1) -> list[Record]:
    """A sound ledger that begins a journal and holds these acts, one a minute."""
    chance = Random(seed)  # noqa: S311 - the same salts in every run
    records: list[Record] = []
    for act in (BEGUN, *acts):
        records.append(
            seal(
                len(records) + 1,
                act,
                recorded_at=BEGAN + timedelta(minutes=len(records)),
                previous=records[-1].digest if records else FIRST_PREVIOUS,
                salts=lambda: chance.randbytes(16),
            )
        )
    return records


def calls(count: int) -> list[dict[str, Any]]:
    """As many acts that each record a call."""
    return [
        {"action": "entry.recorded", "entry": number, "kind": "call_missed", "account": f"It rang {number} times."}
        for number in range(1, count + 1)
    ]


def lines(records: Iterable[Record]) -> list[LedgerRow]:
    """The records as rows of a file."""
    return [LedgerRow(str(record.seq), record) for record in records]


def head(records: Sequence[Record]) -> Head:
    """What the desk says after these records were saved."""
    return Head(records[-1].seq, records[-1].digest)

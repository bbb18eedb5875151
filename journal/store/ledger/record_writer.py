"""Creation of new records: number, time, and the hash link to the record before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.ledger.record import FIRST_PREVIOUS, Record, seal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from journal.domain.base.clock import Clock, Salts

RAN_BACKWARDS = "ran_backwards"
"""Value of a record's field `clock` where it was written at an earlier time than the record before it."""


class RecordWriter:
    """Factory of records, with a clock and a source of salts."""

    def __init__(self, clock: Clock, salts: Salts) -> None:
        """Take time and salts of new records from these."""
        self.clock, self._salts = clock, salts

    def following(self, records: Sequence[Record], acts: Iterable[Mapping[str, Any]]) -> list[Record]:
        """Return a record for each act, written now, in order, chained to the records that are there."""
        added: list[Record] = []
        for fields in acts:
            added.append(self._next(added or records, fields, self.clock()))
        return added

    def _next(self, records: Sequence[Record], fields: Mapping[str, Any], now: datetime) -> Record:
        last = records[-1] if records else None
        seq, previous = (last.seq + 1, last.digest) if last else (1, FIRST_PREVIOUS)
        if last and now.replace(microsecond=0) < last.written:
            fields = {**fields, "clock": RAN_BACKWARDS}
        return seal(seq, fields, recorded_at=now, previous=previous, salts=self._salts)

"""A journal of which only the end is read: one action, a new entry, at a cost that does not grow with the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import msgspec
from msgspec import Struct

from journal.domain.base.clock import Clock, Salts, system_clock, system_salts
from journal.domain.ledger.actions import Action
from journal.logbook.writing import Appending, Saved
from journal.store.disk.timezones import zone_of
from journal.store.ledger.tail_ledger import TailLedger, WholeFileNeeded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo
    from pathlib import Path

    from journal.domain.entry.entry import Entry
    from journal.domain.ledger.record import Record


class _Numbering(Struct):
    """What of a record tells the number of the next entry."""

    action: str = ""
    entry: Any = 0


_NUMBERING = msgspec.json.Decoder(_Numbering)


class TailBook:
    """Open end of a journal, with its write lock, to which one entry after the other can be added."""

    def __init__(self, ledger: TailLedger, clock: Clock) -> None:
        """Use the end of this ledger; its records hold that of the last entry."""
        self._ledger, self._clock = ledger, clock
        self.settings = ledger.desk.settings
        """Settings of this journal."""
        self.zone: tzinfo = zone_of(self.settings.zone)
        """Journal's time zone, as `Logbook.zone`."""

    @classmethod
    def opened(cls, path: Path, *, clock: Clock = system_clock, salts: Salts = system_salts) -> Self | None:
        """Open the end of the journal at this path; None where a new entry takes all of it.

        That is so for a protected journal, a copy, a file that another program wrote or that is damaged at its end, and
        where many saves wait in the log. Raises ReadOnly where it cannot be written.
        """
        ledger = TailLedger.opened(path, _tells_the_number, clock=clock, salts=salts)
        return cls(ledger, clock) if ledger else None

    def now(self) -> datetime:
        """Return the present time in the journal's zone."""
        return self._clock().astimezone(self.zone)

    def record(self, entry: Entry) -> Saved:
        """Record a new entry under the next number; raises WholeFileNeeded with nothing saved, and as `Logbook`."""
        if entry.person or entry.reported_by or entry.witnesses:
            # Whether these people exist is written further up.
            raise WholeFileNeeded
        number = _last_entry(self._ledger.records) + 1
        return Appending(self._ledger, self.now).append(Action.ENTRY_RECORDED, subject=number, **entry.fields())

    def close(self) -> None:
        """Release the file; what was saved stays in the log beside it until the journal is next opened whole."""
        self._ledger.close()


def _tells_the_number(records: Sequence[Record]) -> bool:
    return _last_entry(records) > 0


def _last_entry(records: Sequence[Record]) -> int:
    """Return the number of the entry that was recorded last, 0 where none of these records is one.

    Entries are numbered as they are recorded, so that no earlier record holds a higher number. Raises ValueError where
    the number is none.
    """
    said = (_NUMBERING.decode(record.body) for record in reversed(records))
    number = next((one.entry for one in said if one.action == Action.ENTRY_RECORDED), 0)
    return msgspec.convert(number, int)

"""Preview of the newest entries, computed from the last records of a journal alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.state.state import State

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from journal.domain.entry.history import History
    from journal.domain.ledger.record import Record


def newest(records: Sequence[Record]) -> list[History]:
    """Return the newest entries, latest first, as far as the last records of a journal prove them to be its newest.

    Every entry recorded before these records happened before they were written, so whatever happened later is newer
    than all that was not read; entries in the future are not considered, nor those from a time zone further east.
    Raises ValueError for a malformed offset.
    """
    state = State()
    # Most of what is said of older entries and of people is passed over: their own records are further back.
    state.apply_all(records)
    latest_first = reversed(state.listed())
    if not records or records[0].seq == 1:
        return list(latest_first)
    before = records[0].written.replace(tzinfo=None)
    return [history for history in latest_first if history.when[0] > before]


class EnoughEntries:
    """Tells of a growing end of a journal when it proves so many newest entries."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._seen = 0
        self._happened: list[datetime] = []

    def known_from(self, records: Sequence[Record]) -> bool:
        """Look at the last records, of which those seen before are the end; raises ValueError as `newest`.

        So many entries are newest where all of them happened after the first of these records was written.
        """
        new = State()
        new.apply_all(records[: len(records) - self._seen])
        self._seen = len(records)
        self._happened = sorted([*self._happened, *(history.when[0] for history in new.entries.values())])
        if records[0].seq == 1:
            return True
        before = records[0].written.replace(tzinfo=None)
        return len(self._happened) >= self._count and self._happened[-self._count] > before

"""The newest entries of a journal, from its last records alone."""

from __future__ import annotations

from datetime import timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from journal.domain.moment import offset_minutes
from journal.domain.state import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.history import History
    from journal.domain.record import Record


def newest(records: Sequence[Record]) -> list[History]:
    """Return the entries, latest first, that the last records of a journal show to be its newest.

    What was recorded before the first of these records happened before it too, so whatever happened later stands above
    all that is not looked at; entries that lie in the future are not thought of. Raises ValueError for a wrong offset.
    """
    state = State()
    # Most of what is said of older entries and of people is passed over: their own records are further back.
    state.take_all(records)
    before = _local_time(records[0]) if records and records[0].seq > 1 else ""
    surely = (history for history in state.entries.values() if history.place_in_time[0] > before)
    return sorted(surely, key=attrgetter("place_in_time"), reverse=True)


def _local_time(record: Record) -> str:
    """Return when a record was written, as the clock showed it there."""
    offset = timedelta(minutes=offset_minutes(str(record.fields().get("offset", ""))))
    return (record.written.replace(tzinfo=None) + offset).isoformat()

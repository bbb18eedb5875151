"""The newest entries of a journal, from its last records alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.state.state import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.entry.history import History
    from journal.domain.ledger.record import Record


def newest(records: Sequence[Record]) -> list[History]:
    """Return the entries, latest first, that the last records of a journal show to be its newest.

    What was recorded before the first of these records happened before it too, so whatever happened later stands above
    all that is not looked at; entries that lie in the future are not thought of, nor those from a time zone further
    east. Raises ValueError for a wrong offset.
    """
    state = State()
    # Most of what is said of older entries and of people is passed over: their own records are further back.
    state.apply_all(records)
    latest_first = reversed(state.listed())
    if not records or records[0].seq == 1:
        return list(latest_first)
    before = records[0].written.replace(tzinfo=None)
    return [history for history in latest_first if history.when[0] > before]

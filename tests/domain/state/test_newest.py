"""The newest entries, told from the last records alone, are those that stand on top when everything is read."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.state.newest import EnoughEntries, newest
from journal.domain.state.state import State
from tests.domain.ledgers import BEGAN, a_ledger

if TYPE_CHECKING:
    from journal.domain.ledger.record import Record

OFFSET = "+01:00"


def a_call(number: int, minutes_ago: int | None) -> dict[str, Any]:
    """What is recorded of a call so many minutes before it is written down; None is at an unknown time."""
    said: dict[str, Any] = {"action": "entry.recorded", "entry": number, "kind": "call_missed", "offset": OFFSET}
    if minutes_ago is None:
        return said | {"happened": {"certainty": "unknown"}}
    happened = BEGAN + timedelta(minutes=number - minutes_ago, hours=1)
    start = happened.replace(tzinfo=None).isoformat(timespec="minutes")
    return said | {"happened": {"certainty": "exact", "start": start, "offset": OFFSET}}


def a_case(delays: list[int | None]) -> list[Record]:
    return a_ledger(*(a_call(number, minutes) for number, minutes in enumerate(delays, start=1)))


@given(st.lists(st.none() | st.integers(0, 90), min_size=1, max_size=30), st.data())
def test_what_the_last_records_show_stands_on_top_of_everything(delays: list[int | None], data: st.DataObject) -> None:
    records = a_case(delays)
    last = records[-data.draw(st.integers(1, len(records))) :]

    shown = newest(last)

    everything = State(records).chronological()[::-1]
    assert [entry.number for entry in shown] == [entry.number for entry in everything][: len(shown)]


def test_all_records_show_all_entries() -> None:
    records = a_case([5, None, 60, 0])

    assert len(newest(records)) == 4


def test_what_was_remembered_late_is_not_taken_for_new() -> None:
    records = a_case([1, 1, 1, 60 * 24 * 300, 0])

    assert [entry.number for entry in newest(records[-2:])] == [5]


def test_nothing_shows_nothing() -> None:
    assert newest([]) == []


@given(
    st.lists(st.none() | st.integers(0, 90), min_size=1, max_size=30),
    st.lists(st.integers(1, 9), min_size=40),
    st.integers(1, 9),
)
def test_an_end_that_is_enough_shows_so_many_entries_or_all_of_them(
    delays: list[int | None], slices: list[int], count: int
) -> None:
    records = a_case(delays)
    enough, taken = EnoughEntries(count), 0
    for size in slices:
        taken = min(taken + size, len(records))
        if enough.known_from(records[-taken:]):
            break

    shown = newest(records[-taken:])

    assert len(shown) >= min(count, len(delays))
    assert enough.known_from(records)

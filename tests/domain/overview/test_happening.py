"""The order of happening is that of the instants, whatever the clocks on the walls said."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.state.state import State
from journal.domain.time.moment import UNKNOWN, Certainty, Moment
from tests.domain.entries import MOMENTS
from tests.domain.ledgers import a_ledger
from tests.domain.time.test_within import entry, on


def at(local: str, offset: str) -> Moment:
    return Moment(Certainty.EXACT, start=local, offset=offset)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (at("2026-10-25T02:50", "+02:00"), at("2026-10-25T02:10", "+01:00")),
        (at("2026-10-25T02:10", "+02:00"), at("2026-10-25T02:50", "+02:00")),
        (at("2026-03-29T01:59", "+01:00"), at("2026-03-29T03:00", "+02:00")),
        (at("2026-10-20T10:00", "+05:30"), at("2026-10-20T07:00", "+02:00")),
        (at("2026-11-01T00:30", "+05:30"), at("2026-10-31T23:30", "+02:00")),
        (at("2026-10-20T23:00", "-05:00"), at("2026-10-21T10:00", "+02:00")),
        (Moment(Certainty.DAY, start="2026-10-20", offset="+02:00"), at("2026-10-20T00:01", "+02:00")),
        (at("2026-10-20T10:00:01", "+02:00"), at("2026-10-20T10:00:02", "+02:00")),
    ],
)
def test_what_happened_first_is_told_first(first: Moment, then: Moment) -> None:
    for one, other in ((first, then), (then, first)):
        state = State(a_ledger(entry(1, one), entry(2, other)))

        assert [history.happened for history in state.chronological()] == [first, then]


@given(st.lists(MOMENTS, min_size=2, max_size=4))
def test_the_order_does_not_depend_on_what_was_written_first_but_for_equal_instants(moments: list[Moment]) -> None:
    orders = set()
    for some in list(permutations(moments))[:6]:
        state = State(a_ledger(*(entry(number, one) for number, one in enumerate(some, start=1))))
        orders.add(tuple(history.when[0] for history in state.chronological() if history.happened.known))

    assert len(orders) == 1
    assert list(next(iter(orders))) == sorted(next(iter(orders)))


def test_the_timeline_goes_by_local_days_and_within_a_day_by_the_order_of_happening() -> None:
    far, near = at("2026-11-01T00:30", "+05:30"), at("2026-10-31T23:30", "+02:00")
    twice = [at("2026-10-25T02:10", "+01:00"), at("2026-10-25T02:50", "+02:00")]
    state = State(a_ledger(*(entry(number, one) for number, one in enumerate([far, near, *twice], start=1))))

    assert [history.happened for history in state.listed()] == [twice[1], twice[0], near, far]
    assert [history.happened for history in state.chronological()] == [twice[1], twice[0], far, near]


def test_a_changed_time_changes_both_orders() -> None:
    acts = [entry(1, on("2026-10-20")), entry(2, on("2026-10-21"))]
    state = State(a_ledger(*acts))
    assert [one.number for one in state.listed()] == [one.number for one in state.chronological()] == [1, 2]

    state.apply(a_ledger(*acts, {"action": "entry.amended", "entry": 1, "happened": {"certainty": "unknown"}})[-1])

    assert [one.number for one in state.listed()] == [one.number for one in state.chronological()] == [2, 1]
    assert state.entries[1].listed_on == "2026-11-21"
    assert state.entries[1].happened == UNKNOWN

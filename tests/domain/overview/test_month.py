"""A month, a year and a day hold what a plain walk over all entries finds in them."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.overview.acts_over_time import acts_by_stretch
from journal.domain.overview.day_marks import MarkType, day_marks
from journal.domain.overview.month import entries_of_day, month_counts, year_counts
from journal.domain.state.state import State
from journal.domain.time.moment import UNKNOWN
from journal.domain.time.within import Inside
from tests.domain.ledgers import a_ledger
from tests.domain.overview.test_whole import ACTS, Act, logged
from tests.domain.time.test_within import between, entry, on

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)


@given(ACTS, st.sampled_from([date(2026, 10, 31), date(2026, 11, 1), date(2026, 12, 1), date(1, 1, 1), date.max]))
def test_the_acts_of_a_month_are_those_on_its_days_and_those_perhaps_begun_in_it(acts: list[Act], day: date) -> None:
    histories = logged(acts)
    last = date(day.year, day.month, monthrange(day.year, day.month)[1])
    plain = Counter[date]()
    for one in histories:
        if one.acts and (on_day := one.happened.day) and on_day.replace(day=1) == day.replace(day=1):
            plain[on_day] += one.acts
    known = [one for one in histories if one.happened.known]
    reaching = [one for one in known if one.days.beginning_in(day.replace(day=1), last) is not Inside.NO]

    told = month_counts(acts_by_stretch(histories), day)

    assert told.days == plain
    assert told.total + told.perhaps == sum(one.acts for one in reaching)
    assert told.unknown == sum(one.acts for one in histories if not one.happened.known)
    assert (told.first.day, (told.first.year, told.first.month)) == (1, (day.year, day.month))


@given(ACTS)
def test_the_months_of_a_year_have_the_acts_of_each_month(acts: list[Act]) -> None:
    histories = logged(acts)
    stretches = acts_by_stretch(histories)
    known = [one for one in histories if one.happened.known]
    reaching = [one for one in known if one.days.beginning_in(date(2026, 1, 1), date(2026, 12, 31)) is not Inside.NO]

    told = year_counts(stretches, 2026)

    assert sum(told.acts.values()) + told.span == sum(one.acts for one in reaching)
    for month in range(1, 13):
        alone = month_counts(stretches, date(2026, month, 1))
        over_midnight = told.acts.get(alone.first, 0) - alone.total
        assert 0 <= over_midnight <= alone.perhaps
        assert told.unknown == alone.unknown


@given(ACTS, st.dates(date(2026, 10, 15), date(2026, 11, 20)))
def test_a_day_lists_what_begins_on_it_and_nothing_at_an_unknown_time(acts: list[Act], day: date) -> None:
    listed = sorted(logged(acts), key=lambda one: one.listed_on)

    assert entries_of_day(listed, day) == [one for one in listed if one.happened.first_day == day]


def test_a_day_before_the_one_with_entries_lists_none() -> None:
    [one] = logged([(on("2026-10-20"), "call_missed", 1, None, False)])

    assert entries_of_day([one], date(2026, 10, 20)) == [one]
    assert entries_of_day([one], date(2026, 10, 2)) == entries_of_day([one], date(2026, 10, 21)) == []


def test_days_are_marked_with_every_no_the_reports_the_orders_and_the_days_to_ask_again() -> None:
    made = {"certainty": "day", "start": "2026-10-21"}
    state = State(
        a_ledger(
            entry(1, on("2026-10-20"), kind="said_no"),
            entry(2, on("2026-11-02"), kind="said_no"),
            entry(3, between("2026-10-01", "2026-10-31"), kind="said_no"),
            entry(4, UNKNOWN, kind="said_no"),
            entry(5, on("2026-10-05"), kind="said_no"),
            {"action": "entry.withdrawn", "entry": 5},
            {"action": "report.added", "report": 1, "made": made, "follow_up_on": "2026-11-21"},
            {"action": "report.added", "report": 2, "follow_up_on": "2026-11-20", "answered_on": "2026-11-01"},
            {"action": "order.added", "order": 1, "starts": "2026-10-22", "ends": "2026-12-31"},
            {"action": "order.added", "order": 2, "starts": "soon"},
        )
    )

    told = [(one.day.isoformat(), one.sort, one.number) for one in day_marks(state, date(2026, 10, 20))]

    assert told == [
        ("2026-10-20", MarkType.NO, 1),
        ("2026-10-21", MarkType.REPORT, 1),
        ("2026-10-22", MarkType.ORDER_BEGINS, 1),
        ("2026-11-02", MarkType.NO, 2),
        ("2026-11-21", MarkType.ASK_AGAIN, 1),
        ("2026-12-31", MarkType.ORDER_ENDS, 1),
    ]


@pytest.mark.parametrize("no", [date(2026, 10, 1), None])
def test_a_no_that_is_a_step_of_the_case_is_marked_too(no: date | None) -> None:
    told = day_marks(State(a_ledger()), no)

    assert [(one.day, one.number) for one in told] == ([(no, 0)] if no else [])

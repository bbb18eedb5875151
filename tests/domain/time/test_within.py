"""A day that nobody entered is never a day: what is inside, perhaps inside and outside a stretch of time."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.overview.acts_over_time import Spread, acts_by_month, acts_by_week
from journal.domain.overview.counts import DayPart, acts_by_day_part, acts_within, pace
from journal.domain.state.state import State
from journal.domain.time.moment import UNKNOWN, Certainty, Moment, PartOfDay
from journal.domain.time.within import Days, Inside, Within, days_of
from tests.domain.ledgers import a_ledger

if TYPE_CHECKING:
    from journal.domain.entry.history import History

SHORT = st.dates(date(2026, 10, 1), date(2026, 10, 9))
ONE = timedelta(days=1)


def between(first: str, last: str) -> Moment:
    return Moment(Certainty.BETWEEN, start=first, end=last)


def on(day: str) -> Moment:
    return Moment(Certainty.DAY, start=day)


def entry(number: int, happened: Moment, *, kind: str = "call_missed", times: int = 1, **said: Any) -> dict[str, Any]:
    import msgspec

    happened_then = msgspec.to_builtins(happened)
    return {"action": "entry.recorded", "entry": number, "kind": kind, "times": times, "happened": happened_then} | said


def histories(*acts: dict[str, Any]) -> list[History]:
    return State(a_ledger(*acts)).chronological()


NIGHT = Moment(Certainty.PART_OF_DAY, start="2026-10-31T22:00", end="2026-11-01T06:00", part=PartOfDay.NIGHT)


@pytest.mark.parametrize(
    ("moment", "first", "last", "day"),
    [
        (Moment(Certainty.EXACT, start="2026-10-20T22:14", offset="+02:00"), "2026-10-20", "2026-10-20", "2026-10-20"),
        (Moment(Certainty.ABOUT, start="2026-10-20T22:14", offset="+02:00"), "2026-10-20", "2026-10-20", "2026-10-20"),
        (on("2026-10-20"), "2026-10-20", "2026-10-20", "2026-10-20"),
        (between("2026-10-20T14:00", "2026-10-20T15:00"), "2026-10-20", "2026-10-20", "2026-10-20"),
        (between("2026-10-01", "2026-10-31"), "2026-10-01", "2026-10-31", ""),
        (NIGHT, "2026-10-31", "2026-11-01", ""),
        (UNKNOWN, "", "", ""),
    ],
)
def test_a_moment_has_a_day_only_where_it_holds_one(moment: Moment, first: str, last: str, day: str) -> None:
    found = [one.isoformat() if one else "" for one in (moment.first_day, moment.last_day, moment.day)]

    assert found == [first, last, day]


def days_between(first: date, last: date) -> list[date]:
    return [first + ONE * at for at in range((last - first).days + 1)]


@given(SHORT, SHORT, SHORT, SHORT)
def test_a_beginning_is_inside_where_every_possible_day_is(one: date, other: date, start: date, end: date) -> None:
    (first, last), (start, end) = sorted((one, other)), sorted((start, end))
    inside = {first <= day <= last for day in days_between(start, end)}

    told = days_of(between(start.isoformat(), end.isoformat())).beginning_in(first, last)

    assert told is {frozenset({True}): Inside.YES, frozenset({False}): Inside.NO}.get(frozenset(inside), Inside.PERHAPS)


@given(SHORT, SHORT, st.tuples(SHORT, SHORT), st.tuples(SHORT, SHORT))
def test_what_lasts_reaches_into_days_as_every_possible_beginning_and_end_of_it_does(
    one: date, other: date, begin: tuple[date, date], end: tuple[date, date]
) -> None:
    (first, last), (b0, b1), (e0, e1) = sorted((one, other)), sorted(begin), sorted(end)
    possible = [(b, e) for b, e in product(days_between(b0, b1), days_between(e0, e1)) if b <= e]
    if not possible or e1 < b1:
        return
    reaches = {b <= last and e >= first for b, e in possible}

    days = days_of(between(b0.isoformat(), b1.isoformat()), between(e0.isoformat(), e1.isoformat()))

    told = days.reaching_into(first, last)
    assert (told is Inside.NO) == (reaches == {False})
    assert told is not Inside.YES or reaches == {True}


def test_an_open_side_bounds_nothing_and_an_unknown_day_is_nowhere_surely() -> None:
    day = days_of(on("2026-10-20"))

    assert day.beginning_in(date(2026, 10, 20), None) is Inside.YES
    assert day.beginning_in(None, date(2026, 10, 19)) is Inside.NO
    assert day.reaching_into(None, None) is Inside.YES
    assert Days().beginning_in(date(2026, 1, 1), None) is Inside.PERHAPS
    assert Days().reaching_into(date(2026, 1, 1), date(2026, 12, 31)) is Inside.PERHAPS


def test_a_span_is_in_no_week_and_a_month_only_where_it_lies_in_it_whole() -> None:
    found = histories(
        entry(1, between("2026-01-01", "2026-12-31"), times=40),
        entry(2, between("2026-10-05", "2026-10-06"), times=2),
        entry(3, between("2026-10-01", "2026-10-31"), times=3),
        entry(4, UNKNOWN, times=5),
        entry(5, on("2026-10-20")),
        entry(6, NIGHT),
        entry(7, on("2026-10-20"), kind="said_no"),
    )

    assert acts_by_week(found) == Spread({date(2026, 10, 5): 2, date(2026, 10, 19): 1, date(2026, 10, 26): 1}, 43, 5)
    assert acts_by_month(found) == Spread({date(2026, 10, 1): 6}, 41, 5)
    assert acts_by_month(found).total == 52


def test_acts_are_counted_surely_perhaps_and_outside() -> None:
    found = histories(
        entry(1, between("2026-01-01", "2026-12-31"), times=40),
        entry(2, on("2026-10-19")),
        entry(3, on("2026-10-20"), times=2),
        entry(4, on("2026-10-21"), times=3),
        entry(5, UNKNOWN, times=5),
        entry(6, on("2026-10-20"), kind="said_no"),
    )
    day = date(2026, 10, 20)

    assert acts_within(found, day, None) == Within(surely=5, perhaps=45, outside=1)
    assert acts_within(found, day, day) == Within(surely=2, perhaps=45, outside=4)
    assert (pace(found, day, day + 6 * ONE).acts, pace(found, day, day + 6 * ONE).weeks) == (5, 1)
    assert pace(found, day, day + 7 * ONE).weeks == 2


@pytest.mark.parametrize(
    ("moment", "part"),
    [
        (between("2026-10-20T14:00", "2026-10-20T15:00"), DayPart.AFTERNOON),
        (between("2026-10-20T11:00", "2026-10-20T13:00"), DayPart.UNKNOWN),
        (between("2026-10-20T23:00", "2026-10-21T01:00"), DayPart.UNKNOWN),
        (between("2026-10-20", "2026-10-21"), DayPart.UNKNOWN),
        (Moment(Certainty.EXACT, start="2026-10-20T05:59"), DayPart.NIGHT),
        (Moment(Certainty.EXACT, start="2026-10-20T06:00"), DayPart.MORNING),
        (Moment(Certainty.EXACT, start="2026-10-20T12:00"), DayPart.AFTERNOON),
        (Moment(Certainty.EXACT, start="2026-10-20T18:00"), DayPart.EVENING),
        (Moment(Certainty.EXACT, start="2026-10-20T22:00"), DayPart.NIGHT),
        (NIGHT, DayPart.NIGHT),
        (on("2026-10-20"), DayPart.UNKNOWN),
        (UNKNOWN, DayPart.UNKNOWN),
    ],
)
def test_the_part_of_the_day_is_counted_where_the_moment_lies_in_it_whole(moment: Moment, part: DayPart) -> None:
    assert acts_by_day_part(histories(entry(1, moment, times=3))) == {part: 3}

"""Every count of the overview is what a plain walk over the entries gives, and lists the entries behind it."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain import kinds
from journal.domain.overview import axes
from journal.domain.overview.axes import BY_DAY, BY_HOUR, BY_KIND, BY_MONTH, BY_NIGHT, BY_WEEK, Axis, Unplaced
from journal.domain.overview.delays import BY_DELAY, Delay
from journal.domain.overview.whole import behind, counted, overview
from journal.domain.state.state import State
from journal.domain.time.moment import UNKNOWN, Certainty, Moment, PartOfDay
from journal.domain.time.within import Inside
from tests.domain.entries import MOMENTS
from tests.domain.ledgers import a_ledger
from tests.domain.time.test_within import NIGHT, between, entry, on

if TYPE_CHECKING:
    from journal.domain.entry.history import History

THE_NO = date(2026, 10, 20)
ONE = timedelta(days=1)
NEAR = st.dates(date(2026, 10, 15), date(2026, 11, 20)).map(lambda day: day.isoformat())
HOURS = st.integers(0, 23).map(lambda hour: f"T{hour:02}:30")
EXACTLY = st.builds(
    lambda day, hour, sure: Moment(sure, start=day + hour, offset="+01:00"),
    NEAR,
    HOURS,
    st.sampled_from([Certainty.EXACT, Certainty.ABOUT]),
)
SPANS = st.builds(lambda one, other: between(min(one, other), max(one, other)), NEAR, NEAR)
SHORT_SPANS = st.builds(
    lambda day, one, other: between(day + min(one, other), day + max(one, other)), NEAR, HOURS, HOURS
)
NIGHTS = st.builds(
    lambda day: Moment(
        Certainty.PART_OF_DAY,
        start=f"{day}T22:00",
        end=f"{date.fromisoformat(day) + ONE}T06:00",
        offset="+01:00",
        part=PartOfDay.NIGHT,
    ),
    NEAR,
)
NEARBY = st.one_of(EXACTLY, SPANS, SHORT_SPANS, NIGHTS, st.just(UNKNOWN), NEAR.map(on), MOMENTS)
KINDS = st.sampled_from(["call_missed", "letter", "said_no", "other", "of_another_version"])
ENDINGS = st.none() | st.one_of(EXACTLY, st.just(UNKNOWN), NEAR.map(on))
ACTS = st.lists(st.tuples(NEARBY, KINDS, st.integers(1, 4), ENDINGS, st.booleans()), max_size=12)
Act = tuple[Moment, str, int, Moment | None, bool]


def logged(acts: list[Act]) -> list[History]:
    records: list[dict[str, Any]] = []
    for number, (moment, kind, times, until, withdrawn) in enumerate(acts, start=1):
        ends = {"until": msgspec.to_builtins(until)} if until else {}
        records.append(entry(number, moment, kind=kind, times=times, offset="+01:00", **ends))
        if withdrawn:
            records.append({"action": "entry.withdrawn", "entry": number})
    return State(a_ledger(*records)).chronological()


def possible_days(history: History) -> set[date]:
    """Every day on which it can have begun, one by one; none where that is not known."""
    first, last = history.happened.first_day, history.happened.last_day
    return {first + ONE * at for at in range((last - first).days + 1)} if first and last else set()


def plain_unit(history: History, unit: str) -> object:
    days = possible_days(history)
    if not days:
        return Unplaced.UNKNOWN
    units = {
        {
            "day": day,
            "week": date.fromisocalendar(*day.isocalendar()[:2], 1),
            "month": date(day.year, day.month, 1),
        }[unit]
        for day in days
    }
    return units.pop() if len(units) == 1 else Unplaced.SPAN


def plain_hour(history: History) -> object:
    happened, days = history.happened, possible_days(history)
    weekday = next(iter(days)).weekday() if len(days) == 1 else None
    if happened.has_clock_time:
        return weekday, happened.local_start.hour if happened.local_start else None
    if happened.certainty is Certainty.BETWEEN and "T" in happened.start and happened.start[:13] == happened.end[:13]:
        return weekday, int(happened.start[11:13])
    return weekday, None


def plain_delay(history: History) -> Delay:
    written = (history.recorded_at + timedelta(hours=1)).date()
    answers = set()
    for day in possible_days(history):
        after = (written - day).days
        if after < 0:
            answers.add(Delay.BEFORE)
        elif after > 31:
            answers.add(Delay.LATER)
        else:
            answers.add([Delay.SAME_DAY, Delay.NEXT_DAY, *[Delay.WEEK] * 6, *[Delay.MONTH] * 24][after])
    return answers.pop() if len(answers) == 1 else Delay.UNKNOWN


def plain(histories: list[History], place: Any) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for one in histories:
        if not one.withdrawn and not kinds.kind(one.kind_id).own_step:
            found[place(one)] += one.times
    return found


@given(ACTS)
def test_every_count_is_that_of_a_plain_walk_over_the_entries(acts: list[Act]) -> None:
    histories = logged(acts)

    told = overview(histories, THE_NO)

    assert told.acts == sum(plain(histories, lambda _one: 0).values())
    for unit, spread in (("day", told.days), ("week", told.weeks), ("month", told.months)):
        expected = plain(histories, lambda one, unit=unit: plain_unit(one, unit))
        assert (spread.unknown, spread.span) == (expected.pop(Unplaced.UNKNOWN, 0), expected.pop(Unplaced.SPAN, 0))
        assert spread.acts == expected
    assert told.hours == plain(histories, plain_hour)
    assert told.kinds == plain(histories, lambda one: one.kind_id)
    assert told.sides == plain(histories, lambda one: one.days.beginning_in(THE_NO, None))
    assert told.kinds_by_side == plain(histories, lambda one: (one.kind_id, one.days.beginning_in(THE_NO, None)))
    assert told.delays == plain(histories, plain_delay)


@given(ACTS)
def test_the_longest_silence_is_the_longest_run_of_days_without_a_certain_act(acts: list[Act]) -> None:
    histories = logged(acts)
    taken: set[date] = set()
    for one in histories:
        days = one.days
        if one.acts and days.begun and days.over and days.begun <= days.over:
            taken |= {days.begun + ONE * at for at in range((days.over - days.begun).days + 1)}
    can_be = [(one.days.first, one.days.last) for one in histories if one.acts and one.days.first and one.days.last]
    for first, over in [*pairwise(sorted(taken))]:
        within = [(one, other) for one, other in can_be if first < one and other < over]
        taken |= {one + ONE * at for one, other in within for at in range((other - one).days + 1)}
    runs: list[tuple[int, date]] = []
    for last, following in pairwise(sorted(taken)):
        if (following - last).days > 1:
            runs.append(((following - last).days - 1, last + ONE))

    told = overview(histories, None).silence

    assert ((told.days, told.first) if told else None) == max(runs, default=None)
    if told:
        inside = [one.days.reaching_into(told.first, told.last) for one in histories if one.acts]
        assert Inside.YES not in inside
        assert told.perhaps == sum(
            one.acts for one in histories if one.days.reaching_into(told.first, told.last) is Inside.PERHAPS
        )


AXES: dict[str, Axis] = {
    "day": BY_DAY,
    "week": BY_WEEK,
    "month": BY_MONTH,
    "hour": BY_HOUR,
    "night": BY_NIGHT,
    "kind": BY_KIND,
    "delay": BY_DELAY,
    "side": axes.side_axis(THE_NO),
    "kind and side": axes.kind_and_side_axis(THE_NO),
}


@pytest.mark.parametrize("name", AXES)
@given(acts=ACTS)
def test_the_entries_behind_each_count_have_exactly_its_acts(name: str, acts: list[Act]) -> None:
    histories, axis = logged(acts), AXES[name]

    counts = counted(histories, axis)

    assert {place: sum(one.acts for one in behind(histories, axis, [place])) for place in counts} == counts
    assert len(behind(histories, axis, counts)) == len({one.number for one in histories if one.acts})


@given(acts=ACTS)
def test_the_groups_of_each_month_are_those_that_the_entries_give(acts: list[Act]) -> None:
    histories = logged(acts)

    assert overview(histories, None).groups_by_month == counted(histories, axes.BY_GROUP_AND_MONTH)


def at(local: str, offset: str = "+01:00") -> Moment:
    return Moment(Certainty.EXACT, start=local, offset=offset)


@pytest.mark.parametrize(
    ("moment", "night"),
    [
        (at("2026-10-24T21:59", "+02:00"), Unplaced.NOT_THERE),
        (at("2026-10-24T22:00", "+02:00"), date(2026, 10, 24)),
        (at("2026-10-25T02:10", "+02:00"), date(2026, 10, 24)),
        (at("2026-10-25T02:10", "+01:00"), date(2026, 10, 24)),
        (at("2026-03-29T01:59"), date(2026, 3, 28)),
        (at("2026-03-29T03:00", "+02:00"), date(2026, 3, 28)),
        (at("2026-03-29T06:00", "+02:00"), Unplaced.NOT_THERE),
        (NIGHT, date(2026, 10, 31)),
        (between("2026-10-31T23:00", "2026-11-01T05:59"), date(2026, 10, 31)),
        (between("2026-10-31T01:00", "2026-10-31T23:00"), Unplaced.UNKNOWN),
        (between("2026-10-31T12:00", "2026-11-01T12:00"), Unplaced.UNKNOWN),
        (between("2026-10-31T12:00", "2026-10-31T13:00"), Unplaced.NOT_THERE),
        (between("2026-10-01", "2026-10-31"), Unplaced.UNKNOWN),
        (on("2026-10-31"), Unplaced.UNKNOWN),
        (UNKNOWN, Unplaced.UNKNOWN),
    ],
)
def test_a_night_is_one_also_over_midnight_and_over_both_changes_of_the_clocks(
    moment: Moment, night: date | Unplaced
) -> None:
    histories = logged([(moment, "call_missed", 1, None, False)])

    assert counted(histories, BY_NIGHT) == {night: 1}


def test_the_hour_that_the_autumn_change_repeats_is_one_row_of_the_grid_and_both_its_acts_are_in_it() -> None:
    twice = [at("2026-10-25T02:10", "+02:00"), at("2026-10-25T02:10", "+01:00")]

    told = overview(logged([(one, "call_missed", 1, None, False) for one in twice]), None)

    assert told.hours == {(6, 2): 2}
    assert told.days.acts == {date(2026, 10, 25): 2}


@pytest.mark.parametrize(
    ("offset", "day"), [("+02:45", "2026-11-22"), ("+02:40", "2026-11-21"), ("-11:30", "2026-11-21")]
)
def test_the_day_of_writing_is_local_also_in_zones_with_parts_of_an_hour(offset: str, day: str) -> None:
    [one] = State(a_ledger(entry(1, on(day)) | {"offset": offset})).chronological()

    assert counted([one], BY_DELAY) == {Delay.SAME_DAY: 1}

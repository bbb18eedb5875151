"""Tables of the overview over time: weeks, months, kinds by month, and the hours of the week."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from journal.domain.kinds import group_label
from journal.domain.kinds.catalogue import Group
from journal.domain.overview import axes
from journal.domain.overview.acts_over_time import month_of, week_of
from journal.domain.overview.axes import Unplaced
from journal.domain.text.words import N_, N_many, _, many
from journal.ui.overview import overview_words
from journal.ui.overview.figure_table import Figure, FigureLine, FigureSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from journal.domain.overview.acts_over_time import Spread
    from journal.domain.overview.axes import Axis
    from journal.domain.overview.day_marks import DayMark
    from journal.domain.overview.whole import Overview

MOST_EMPTY = 3
"""So many empty units stand on lines of their own; longer runs share one."""
_MONDAY = date(2024, 1, 1)
_day_of = attrgetter("day")
_GROUPS = {
    Group.COMMUNICATION: N_("contact"),
    Group.PHYSICAL: N_("physical"),
    Group.PROPERTY: N_("property"),
    Group.SERVICES: N_("services"),
    Group.TECHNICAL: N_("devices"),
    Group.TALK: N_("talk"),
    Group.ORDER: N_("order"),
    Group.OTHER: N_("other"),
}
"""Short names of the groups, for narrow columns."""
OVER_WEEKS, OVER_MONTHS, UNKNOWN = N_("over several weeks"), N_("over several months"), N_("at an unknown time")
_EMPTY: Mapping[tuple[bool, bool], tuple[str, str]] = {
    (True, True): N_many("{count} week without an act", "{count} weeks without an act"),
    (False, True): N_many("{count} month without an act", "{count} months without an act"),
    (True, False): N_many(
        "{count} week not shown: nothing stands in it", "{count} weeks not shown: nothing stands in them"
    ),
    (False, False): N_many(
        "{count} month not shown: nothing stands in it", "{count} months not shown: nothing stands in them"
    ),
}
"""What is said of empty units that share a line: by whether they are weeks, and whether they are silent."""


def weeks(counts: Overview, marks: Sequence[DayMark]) -> FigureSheet:
    """Return the acts of each week, the latest first."""
    heads = (_("Week from Monday"), _("acts"))
    lines = [*_units(counts.weeks, axes.BY_WEEK, marks, week_of, overview_words.WEEK_DAY)]
    return FigureSheet(heads, lines, named=_("week from {label}"))


def months(counts: Overview, marks: Sequence[DayMark]) -> FigureSheet:
    """Return the acts of each month, the latest first."""
    heads = (_("Month"), _("acts"))
    return FigureSheet(heads, [*_units(counts.months, axes.BY_MONTH, marks, month_of, overview_words.MONTH)])


def _units(
    spread: Spread, axis: Axis, marks: Sequence[DayMark], unit_of: Callable[[date], date], pattern: str
) -> Iterator[FigureLine]:
    marked: dict[date, list[DayMark]] = {}
    for one in marks:
        marked.setdefault(unit_of(one.day), []).append(one)
    some, last = sorted({*spread.acts, *marked}, reverse=True), max(spread.acts, default=date.min)
    for at, unit in enumerate(some):
        if at:
            yield from _between(some[at - 1], unit, unit_of, pattern, silent=unit < last)
        figure = Figure(spread.acts.get(unit, 0), axis, frozenset({unit}))
        note, *shorter = overview_words.unit_marks(marked.get(unit, ()))
        yield FigureLine(overview_words.day(unit, pattern), (figure,), note, shorter=tuple(shorter))
    yield from _unplaced(spread, axis, OVER_WEEKS if unit_of is week_of else OVER_MONTHS)


def _between(
    later: date, earlier: date, unit_of: Callable[[date], date], pattern: str, *, silent: bool
) -> Iterator[FigureLine]:
    """Yield the empty units between two, the latest first; many share one line, which says how many they are.

    Behind the last act they are not silent: a mark of what is to come may lie there, as the end of an order does.
    """
    count = _count(earlier, later, unit_of)
    if count > MOST_EMPTY:
        told = many(*_EMPTY[unit_of is week_of, silent], count)
        yield FigureLine("…", note=told.format(count=count), bar=False)
        return
    unit = unit_of(later - timedelta(days=1))
    while unit > earlier:
        yield FigureLine(overview_words.day(unit, pattern), (Figure(0),))
        unit = unit_of(unit - timedelta(days=1))


def _count(earlier: date, later: date, unit_of: Callable[[date], date]) -> int:
    """Return how many units lie between two."""
    if unit_of is week_of:
        return (later - earlier).days // 7 - 1
    return (later.year - earlier.year) * 12 + later.month - earlier.month - 1


def _unplaced(spread: Spread, axis: Axis, span: str) -> Iterator[FigureLine]:
    told = ((span, spread.span, Unplaced.SPAN), (UNKNOWN, spread.unknown, Unplaced.UNKNOWN))
    for label, acts, why in told:
        if acts:
            yield FigureLine(_(label), (Figure(acts, axis, frozenset({why})),), bar=False)


def kinds_by_month(counts: Mapping[tuple[Group, date | Unplaced], int]) -> FigureSheet:
    """Return the acts of each group of kinds in each month, the latest first."""
    groups = [group for group in _GROUPS if any(of == group for of, _month in counts)]
    known = sorted({month for _group, month in counts if isinstance(month, date)}, reverse=True)
    labels: dict[date | Unplaced, str] = {month: overview_words.day(month, overview_words.MONTH) for month in known}
    labels |= {Unplaced.SPAN: _(OVER_MONTHS), Unplaced.UNKNOWN: _(UNKNOWN)}
    lines = [
        FigureLine(label, tuple(_cell(counts, group, month) for group in groups))
        for month, label in labels.items()
        if any(counts.get((group, month)) for group in groups)
    ]
    heads, spoken_heads = (
        (_("Month"), *map(_, named)) for named in ((_GROUPS[one] for one in groups), map(group_label, groups))
    )
    return FigureSheet(heads, lines, spoken_heads)


def _cell(counts: Mapping[tuple[Group, date | Unplaced], int], group: Group, month: date | Unplaced) -> Figure:
    place = (group, month)
    return Figure(counts.get(place, 0), axes.BY_GROUP_AND_MONTH, frozenset({place}))


def hours(counts: Overview) -> FigureSheet:
    """Return the acts of each hour of the week, and those of which hour or weekday is not known."""
    days = (*range(7), None) if any(day is None for day, _hour in counts.hours) else tuple(range(7))
    short, full = (
        [overview_words.day(_MONDAY + timedelta(days=day), pattern) if day is not None else unknown for day in days]
        for pattern, unknown in (("EEE", "?"), ("EEEE", _("weekday not known")))
    )
    some = (*range(24), None)
    lines = [
        FigureLine(
            _("hour not known") if hour is None else f"{hour:02}:00",
            tuple(Figure(counts.hours.get((day, hour), 0), axes.BY_HOUR, frozenset({(day, hour)})) for day in days),
        )
        for hour in some
        if hour is not None or any(at is None for _day, at in counts.hours)
    ]
    return FigureSheet((_("Hour"), *short), lines, (_("Hour"), *full))


def marks_within(marks: Sequence[DayMark], first: date, last: date) -> Sequence[DayMark]:
    """Return the marks of a range of days, both included."""
    return marks[bisect_left(marks, first, key=_day_of) : bisect_right(marks, last, key=_day_of)]

"""Resolution of span tokens (`June 2025`, `early March`, `last week`) to first and last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from journal.domain.time.reading import calendar
from journal.domain.time.reading.answer import NOT_READ, TWO_READINGS
from journal.domain.time.reading.calendar_tokens import Calendar, MonthOfYear, Season, SeasonName, Which, Year
from journal.domain.time.reading.context import Context, NoReading
from journal.domain.time.reading.days import year_note
from journal.domain.time.reading.tokens import Unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.domain.time.reading.phrase import Phrase


_AROUND = timedelta(days=3)


@dataclass(frozen=True)
class DaySpan:
    """Range of whole days, both included, in which the event lies."""

    first: date
    last: date
    assumed: tuple[str, ...] = ()
    why: str = ""
    """Reason for its ambiguity, as a marked phrase; "" where it is the only one."""


def spans_meant(phrase: Phrase, context: Context) -> list[DaySpan]:
    """Return the candidate spans of a phrase; raises `NoReading`."""
    found = _whole(phrase, context)
    if not phrase.edge:
        return found
    edge = phrase.edge.edge
    return [DaySpan(*calendar.third((one.first, one.last), edge), one.assumed, one.why) for one in found]


def _whole(phrase: Phrase, context: Context) -> list[DaySpan]:
    span, which = phrase.span, phrase.which.which if phrase.which else None
    if isinstance(span, Year):
        return [DaySpan(*calendar.months(date(span.year, 1, 1), 12))]
    if isinstance(span, Calendar):
        return [_calendar(span, context)]
    if isinstance(span, MonthOfYear):
        if span.year:
            return [DaySpan(*calendar.month(span.year, span.month))]
        return [_without_year(lambda year: calendar.month(year, span.month), which, context)]
    if isinstance(span, Season):
        return _season(span, which, context)
    raise NoReading(NOT_READ)


def _season(span: Season, which: Which | None, context: Context) -> list[DaySpan]:
    if not span.year:
        return [_without_year(lambda year: calendar.season(year, span.name), which, context)]
    if span.name is not SeasonName.WINTER:
        return [DaySpan(*calendar.season(span.year, span.name))]
    years = (span.year - 1, span.year)
    return [DaySpan(*calendar.season(year, span.name), why=TWO_READINGS) for year in years]


def pointed(span: Calendar, which: Which, today: date) -> Calendar:
    """Resolve `last`, `this` or `next` before a week, weekend, month or year.

    Raises `NoReading` where that is resolved already.
    """
    if span.shift is not None:
        raise NoReading(NOT_READ)
    if which is Which.BEFORE_LAST:
        return Calendar(span.unit, -2)
    on_sunday = span.unit is Unit.WEEKEND and which is Which.LATEST and today.weekday() == 6
    shift = {Which.LAST: -1, Which.LATEST: 0 if on_sunday else -1, Which.THIS: 0, Which.NEXT: 1}[which]
    return Calendar(span.unit, shift)


def _calendar(span: Calendar, context: Context) -> DaySpan:
    if span.shift is None:
        raise NoReading(NOT_READ)
    if span.ago and span.unit is Unit.WEEK:
        meant = context.today + timedelta(weeks=span.shift)
        return DaySpan(meant - _AROUND, meant + _AROUND)
    return DaySpan(*calendar.unit(context.today, span.unit, span.shift))


def _without_year(bounds: Callable[[int], calendar.Bounds], which: Which | None, context: Context) -> DaySpan:
    year = context.today.year
    near = [bounds(one) for one in range(year - 2, year + 3)]
    today = context.today
    if which is Which.THIS:
        return DaySpan(*next(one for one in near if one[0].year == year))
    if which in {Which.LAST, Which.LATEST, Which.BEFORE_LAST}:
        past = [one for one in near if one[1] < today]
        return DaySpan(*past[-2 if which is Which.BEFORE_LAST else -1])
    if which is Which.NEXT:
        return DaySpan(*next(one for one in near if one[0] > today))
    if context.looks_ahead:
        chosen = next(one for one in near if one[1] >= today)
    else:
        chosen = [one for one in near if one[0] <= today][-1]
    return DaySpan(*chosen, (year_note(chosen[1], context),))


def lately(unit: Unit, count: int, context: Context) -> DaySpan:
    """Return the last so many days, weeks, months or years, today included."""
    today = context.today
    if unit in {Unit.DAY, Unit.WEEK}:
        days = count * (7 if unit is Unit.WEEK else 1)
        return DaySpan(today - timedelta(days=days - 1 if unit is Unit.DAY else days), today)
    return DaySpan(today - relativedelta(months=count * (12 if unit is Unit.YEAR else 1)), today)

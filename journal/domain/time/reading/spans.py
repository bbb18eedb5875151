"""From `June 2025`, `early March`, `last week` to the first and last day that may be meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from journal.domain.time.reading import calendar
from journal.domain.time.reading.answer import NOT_READ, TWO_READINGS
from journal.domain.time.reading.calendar_tokens import Calendar, Month, Season, SeasonName, Which, Year
from journal.domain.time.reading.context import Context, NoReading
from journal.domain.time.reading.days import year_note
from journal.domain.time.reading.tokens import Unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.domain.time.reading.phrase import Phrase


_AROUND = timedelta(days=3)


@dataclass(frozen=True)
class Span:
    """Whole days, somewhere in which it happened."""

    first: date
    last: date
    assumed: tuple[str, ...] = ()
    why: str = ""
    """Why it is not the only one; a marked phrase."""


def spans_meant(phrase: Phrase, context: Context) -> list[Span]:
    """Return the spans that a phrase may mean."""
    found = _whole(phrase, context)
    if not phrase.edge:
        return found
    edge = phrase.edge.edge
    return [Span(*calendar.third((one.first, one.last), edge), one.assumed, one.why) for one in found]


def _whole(phrase: Phrase, context: Context) -> list[Span]:
    span, which = phrase.span, phrase.which.which if phrase.which else None
    if isinstance(span, Year):
        return [Span(*calendar.months(date(span.year, 1, 1), 12))]
    if isinstance(span, Calendar):
        return [_calendar(span, context)]
    if isinstance(span, Month):
        if span.year:
            return [Span(*calendar.month(span.year, span.month))]
        return [_without_year(lambda year: calendar.month(year, span.month), which, context)]
    if isinstance(span, Season):
        return _season(span, which, context)
    raise NoReading(NOT_READ)


def _season(span: Season, which: Which | None, context: Context) -> list[Span]:
    if not span.year:
        return [_without_year(lambda year: calendar.season(year, span.name), which, context)]
    if span.name is not SeasonName.WINTER:
        return [Span(*calendar.season(span.year, span.name))]
    years = (span.year - 1, span.year)
    return [Span(*calendar.season(year, span.name), why=TWO_READINGS) for year in years]


def pointed(span: Calendar, which: Which, today: date) -> Calendar:
    """Return the week, weekend, month or year that `last`, `this` or `next` points at."""
    if span.shift is not None:
        raise NoReading(NOT_READ)
    if which is Which.BEFORE_LAST:
        return Calendar(span.unit, -2)
    on_sunday = span.unit is Unit.WEEKEND and which is Which.LATEST and today.weekday() == 6
    shift = {Which.LAST: -1, Which.LATEST: 0 if on_sunday else -1, Which.THIS: 0, Which.NEXT: 1}[which]
    return Calendar(span.unit, shift)


def _calendar(span: Calendar, context: Context) -> Span:
    if span.shift is None:
        raise NoReading(NOT_READ)
    if span.ago and span.unit is Unit.WEEK:
        meant = context.today + timedelta(weeks=span.shift)
        return Span(meant - _AROUND, meant + _AROUND)
    return Span(*calendar.unit(context.today, span.unit, span.shift))


def _without_year(bounds: Callable[[int], calendar.Bounds], which: Which | None, context: Context) -> Span:
    year = context.today.year
    near = [bounds(one) for one in range(year - 2, year + 3)]
    today = context.today
    if which is Which.THIS:
        return Span(*next(one for one in near if one[0].year == year))
    if which in {Which.LAST, Which.LATEST, Which.BEFORE_LAST}:
        past = [one for one in near if one[1] < today]
        return Span(*past[-2 if which is Which.BEFORE_LAST else -1])
    if which is Which.NEXT:
        return Span(*next(one for one in near if one[0] > today))
    if context.looks_ahead:
        chosen = next(one for one in near if one[1] >= today)
    else:
        chosen = [one for one in near if one[0] <= today][-1]
    return Span(*chosen, (year_note(chosen[1], context),))


def lately(unit: Unit, count: int, context: Context) -> Span:
    """Return the last so many days, weeks, months or years, today included."""
    today = context.today
    if unit in {Unit.DAY, Unit.WEEK}:
        days = count * (7 if unit is Unit.WEEK else 1)
        return Span(today - timedelta(days=days - 1 if unit is Unit.DAY else days), today)
    return Span(today - relativedelta(months=count * (12 if unit is Unit.YEAR else 1)), today)

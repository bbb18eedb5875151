"""Which day is meant: from `yesterday`, `Friday`, `3 April` to days of the calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from journal.domain.reading import calendar
from journal.domain.reading.answer import (
    AFTER_MIDNIGHT,
    MONTH_ASSUMED,
    NO_SUCH_DAY,
    NOT_READ,
    STILL_TO_COME,
    TWO_READINGS,
    WEEKDAY_DIFFERS,
    YEAR_ASSUMED,
    YEAR_DOUBTFUL,
)
from journal.domain.reading.context import Context, Day, NoReading
from journal.domain.reading.pieces import Calendar, DayMonth, DayOfMonth, Months, RelativeDay, Unit, Which

if TYPE_CHECKING:
    from journal.domain.reading.phrase import Phrase

YEARS_TRIED = 12
"""How many years are gone through for a 29 February or a weekday that fits."""

LocalTime = Callable[[date], datetime]
"""Gives the local time that must lie on the side of now that the direction asks for."""


def days_meant(phrase: Phrase, context: Context, local: LocalTime) -> list[Day]:
    """Return the days that a phrase may mean, for a happening at `local` of that day, the likeliest first."""
    day = phrase.day
    if isinstance(day, RelativeDay):
        return [_same_weekday(one, phrase) for one in _relative(day, context, local)]
    if isinstance(day, DayMonth):
        return _day_month(day, phrase, context, local)
    if isinstance(day, DayOfMonth):
        return [_day_of_month(day, phrase, context, local)]
    if isinstance(day, Months):
        return [_same_weekday(Day(context.today + relativedelta(months=day.months)), phrase)]
    if phrase.weekday:
        return _weekday(phrase.weekday.number, phrase, context, local)
    return _nearest(phrase, context, local)


def year_note(day: date, context: Context) -> str:
    """Return what is said of a year that was not typed."""
    doubtful = not context.looks_ahead and day < context.today - relativedelta(months=6)
    return YEAR_DOUBTFUL if doubtful else YEAR_ASSUMED


def _nearest(phrase: Phrase, context: Context, local: LocalTime) -> list[Day]:
    step = 1 if context.looks_ahead else -1
    today, other = Day(context.today), Day(context.day(step))
    midnight = phrase.clock is not None and phrase.clock.options[0] == 0 and phrase.clock.spoken
    if midnight and not phrase.part:
        return [today, other] if context.fits(local(context.today)) else [other, Day(context.day(2 * step))]
    if context.fits(local(context.today)):
        return [today]
    only_one = phrase.clock is not None and len(phrase.clock.options) == 1
    if only_one and context.asks_about_future:
        return [replace(other, why=STILL_TO_COME), replace(today, why=STILL_TO_COME)]
    return [other]


def _relative(day: RelativeDay, context: Context, local: LocalTime) -> list[Day]:
    meant = Day(context.day(day.days))
    if not context.in_small_hours or (day.days == 0 and context.fits(local(meant.day))):
        return [meant]
    if context.looks_ahead and day.days <= 0:
        return [meant]
    if not context.looks_ahead and not -2 <= day.days <= 0:
        return [meant]
    near, far = (Day(context.day(day.days - shift), why=AFTER_MIDNIGHT) for shift in (0, 1))
    return [near, far] if context.fits(local(near.day)) else [far, near]


def _weekday(number: int, phrase: Phrase, context: Context, local: LocalTime) -> list[Day]:
    monday = context.day(-context.today.weekday())
    if isinstance(phrase.span, Calendar) and phrase.span.unit is Unit.WEEK:
        if phrase.span.shift is None:
            raise NoReading(NOT_READ)
        return [Day(monday + timedelta(weeks=phrase.span.shift, days=number))]
    back = (context.today.weekday() - number) % 7 or 7
    before, after = context.day(-back), context.day(7 - back % 7)
    if phrase.which:
        return _pointed(phrase.which.which, before, after, monday)
    other = after if context.looks_ahead else before
    if context.today.weekday() != number:
        return [Day(other)]
    if phrase.clock or phrase.part:
        return [Day(context.today if context.fits(local(context.today)) else other)]
    return [Day(context.today, why=TWO_READINGS), Day(other, why=TWO_READINGS)]


def _pointed(which: Which, before: date, after: date, monday: date) -> list[Day]:
    """Return the day that `last`, `this` or `next` names: inside the present week that may be either of two."""
    week = timedelta(weeks=1)
    if which is Which.LATEST:
        return [Day(before)]
    if which is Which.THIS:
        return [Day(after if after < monday + week else before if before >= monday else before + week)]
    near, far = (before, before - week) if which is Which.LAST else (after, after + week)
    inside = monday <= near < monday + week
    return [Day(near, why=TWO_READINGS), Day(far, why=TWO_READINGS)] if inside else [Day(near)]


def _day_month(day: DayMonth, phrase: Phrase, context: Context, local: LocalTime) -> list[Day]:
    if day.year is not None:
        meant = _date(_four_figures(day.year, context), day.month, day.day)
        if not meant:
            raise NoReading(NO_SUCH_DAY)
        return _near_weekday(meant, phrase)
    step = 1 if context.looks_ahead else -1
    years = [context.today.year + step * years for years in range(-1, YEARS_TRIED)]
    all_days = [found for year in years if (found := _date(year, day.month, day.day))]
    fitting = [one for one in all_days if context.fits(local(one))]
    if not fitting:
        raise NoReading(NO_SUCH_DAY)
    chosen = [Day(fitting[0], (year_note(fitting[0], context),))]
    if context.today in all_days and context.today not in fitting and context.asks_about_future:
        chosen.append(Day(context.today, (YEAR_ASSUMED,), why=STILL_TO_COME))
    if phrase.weekday and fitting[0].weekday() != phrase.weekday.number:
        same = [one for one in fitting if one.weekday() == phrase.weekday.number]
        both = [fitting[0], *same[:1]]
        chosen = [Day(one, (year_note(one, context),), why=WEEKDAY_DIFFERS) for one in both]
        if not same:
            raise NoReading(WEEKDAY_DIFFERS)
    return chosen


def _near_weekday(meant: date, phrase: Phrase) -> list[Day]:
    if not phrase.weekday or meant.weekday() == phrase.weekday.number:
        return [Day(meant)]
    shift = (phrase.weekday.number - meant.weekday() + 3) % 7 - 3
    return [Day(meant, why=WEEKDAY_DIFFERS), Day(meant + timedelta(days=shift), why=WEEKDAY_DIFFERS)]


def _day_of_month(day: DayOfMonth, phrase: Phrase, context: Context, local: LocalTime) -> Day:
    step = 1 if context.looks_ahead else -1
    first = context.today.replace(day=1)
    for count in range(36 if phrase.weekday else 12):
        month = first + relativedelta(months=step * count)
        meant = _date(month.year, month.month, day.day)
        matches = meant and (not phrase.weekday or meant.weekday() == phrase.weekday.number)
        if meant and matches and context.fits(local(meant)):
            return Day(meant, (MONTH_ASSUMED,))
    raise NoReading(NO_SUCH_DAY)


def _same_weekday(day: Day, phrase: Phrase) -> Day:
    if phrase.weekday and phrase.weekday.number != day.day.weekday():
        raise NoReading(WEEKDAY_DIFFERS)
    return day


def _four_figures(year: int, context: Context) -> int:
    if year >= 100:
        return year
    return 2000 + year if 2000 + year <= context.today.year + 20 else 1900 + year


def _date(year: int, month: int, day: int) -> date | None:
    if not calendar.EARLIEST_YEAR <= year <= calendar.LATEST_YEAR:
        raise NoReading(NOT_READ)
    try:
        return date(year, month, day)
    except ValueError:
        return None

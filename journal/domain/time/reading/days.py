"""Resolution of day tokens (`yesterday`, `Friday`, `3 April`) to calendar dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from journal.domain.time.moment import PartOfDay
from journal.domain.time.reading import calendar
from journal.domain.time.reading.answer import (
    AFTER_MIDNIGHT,
    DAY_ASSUMED,
    DAYS_DIFFER,
    MONTH_ASSUMED,
    NO_SUCH_DAY,
    NOT_READ,
    STILL_TO_COME,
    TWO_READINGS,
    WEEKDAY_DIFFERS,
    YEAR_ASSUMED,
    YEAR_DOUBTFUL,
)
from journal.domain.time.reading.calendar_tokens import (
    Calendar,
    DayMonth,
    DayOfMonth,
    Holiday,
    RelativeDay,
    RelativeNight,
    Which,
)
from journal.domain.time.reading.context import SMALL_HOURS_END, Context, Day, NoReading
from journal.domain.time.reading.tokens import Unit

if TYPE_CHECKING:
    from journal.domain.time.reading.calendar_tokens import NamedDay
    from journal.domain.time.reading.phrase import Phrase

YEARS_TRIED = 12
"""Number of years searched for a 29 February or for a matching weekday."""

LocalTimeOf = Callable[[date], datetime]
"""Callback that returns the event's local time on a day, which must lie on the side of now that the direction asks for.
"""


def days_meant(phrase: Phrase, context: Context, local: LocalTimeOf) -> list[Day]:
    """Return the candidate days of a phrase, the likeliest first; `local` gives the event's time on each day.

    A day stated in two ways must satisfy both; where none does, all are candidates. Raises `NoReading`.
    """
    if not phrase.day:
        return _weekday(phrase, context, local) if phrase.weekday else _nearest(phrase, context, local)
    found = _named(phrase.day, phrase, context, local)
    if phrase.again:
        found = _agreed(found, _named(phrase.again, phrase, context, local), DAYS_DIFFER)
    if phrase.weekday and not isinstance(phrase.day, DayMonth | DayOfMonth):
        names = [one for one in found if _bears(one.day, phrase)]
        found = names or _agreed(found, _weekday(phrase, context, local), WEEKDAY_DIFFERS)
    return found


def _named(day: NamedDay, phrase: Phrase, context: Context, local: LocalTimeOf) -> list[Day]:
    if isinstance(day, RelativeDay):
        return _relative(day, phrase, context, local)
    if isinstance(day, RelativeNight):
        return _nights(day, phrase, context, local)
    if isinstance(day, DayMonth):
        return _day_month(day, phrase, context, local)
    if isinstance(day, DayOfMonth):
        return _day_of_month(day, phrase, context, local)
    if isinstance(day, Holiday):
        return _holiday(day, phrase, context, local)
    return [Day(context.today + relativedelta(months=day.months))]


def _agreed(found: list[Day], others: list[Day], why: str) -> list[Day]:
    """Return the intersection of two candidate lists; where it is empty, both lists with this reason to ask."""
    known = {one.day for one in others}
    return [replace(one, assumed=()) for one in found if one.day in known] or [
        replace(one, why=why) for one in (*found, *others)
    ]


def _bears(day: date, phrase: Phrase) -> bool:
    """Return whether a day has the stated weekday; a night matches by either of its days."""
    number = phrase.weekday.number if phrase.weekday else day.weekday()
    night = isinstance(phrase.day, RelativeNight)
    return day.weekday() == number or (night and (day.weekday() + 1) % 7 == number)


def year_note(day: date, context: Context) -> str:
    """Return the assumption to report for a year that was not typed."""
    doubtful = not context.looks_ahead and day < context.today - relativedelta(months=6)
    return YEAR_DOUBTFUL if doubtful else YEAR_ASSUMED


def _nearest(phrase: Phrase, context: Context, local: LocalTimeOf) -> list[Day]:
    step = 1 if context.looks_ahead else -1
    today, other = Day(context.today), Day(context.day(step))
    midnight = phrase.clock is not None and phrase.clock.options[0] == 0 and phrase.clock.spoken
    if midnight and not phrase.part:
        return [today, other] if context.fits(local(context.today)) else [other, Day(context.day(2 * step))]
    if context.fits(local(context.today)):
        return [today]
    only_one = phrase.clock is not None and len(phrase.clock.options) == 1
    morning = phrase.part is not None and phrase.part.part is PartOfDay.MORNING and context.in_small_hours
    if (only_one or morning) and context.asks_about_future:
        return [replace(other, why=STILL_TO_COME), replace(today, why=STILL_TO_COME)]
    return [other]


def _relative(day: RelativeDay, phrase: Phrase, context: Context, local: LocalTimeOf) -> list[Day]:
    meant = Day(context.day(day.days), (DAY_ASSUMED,) if day.assumed else ())
    if day.idiom is not None:
        return [Day(context.day(days), why=TWO_READINGS) for days in (day.idiom, day.days)]
    if day.days == 0 and context.asks_about_future and not context.fits(local(meant.day)):
        before = Day(context.day(-1), why=AFTER_MIDNIGHT if context.in_small_hours else STILL_TO_COME)
        return [before, replace(meant, why=before.why)]
    if not context.in_small_hours or (day.days == 0 and context.fits(local(meant.day))):
        return [meant]
    ahead = context.looks_ahead
    by_day = phrase.clock and not ahead and local(meant.day) >= _daylight(meant.day)
    if by_day or (day.days <= 0 if ahead else not -2 <= day.days <= 0):
        return [meant]
    near, far = (Day(context.day(day.days - shift), why=AFTER_MIDNIGHT) for shift in (0, 1))
    return [near, far] if context.fits(local(near.day)) else [far, near]


def _daylight(day: date) -> datetime:
    return datetime.combine(day, SMALL_HOURS_END)


def _nights(night: RelativeNight, phrase: Phrase, context: Context, local: LocalTimeOf) -> list[Day]:
    if context.looks_ahead:
        return [Day(context.today)]
    last = Day(context.day(-night.nights))
    if not context.in_small_hours or night.nights > 1:
        return [last]
    in_evening = local(last.day) < datetime.combine(last.day, time()) + timedelta(days=1)
    if phrase.clock and (night.this or in_evening) and context.fits(local(last.day)):
        return [last]
    return [replace(last, why=TWO_READINGS), Day(context.day(-2), why=TWO_READINGS)]


def _weekday(phrase: Phrase, context: Context, local: LocalTimeOf) -> list[Day]:
    number = phrase.weekday.number if phrase.weekday else 0
    monday = context.day(-context.today.weekday())
    if isinstance(phrase.span, Calendar) and phrase.span.unit is Unit.WEEK:
        if phrase.span.shift is None:
            raise NoReading(NOT_READ)
        return _in_week(monday + timedelta(days=number), phrase.span.shift, context)
    back = (context.today.weekday() - number) % 7 or 7
    before, after = context.day(-back), context.day(7 - back % 7)
    if phrase.which:
        which = phrase.which
        latest = which.weekday_sure and which.which is Which.LAST
        return _pointed(Which.LATEST if latest else which.which, before, after, monday)
    other = after if context.looks_ahead else before
    if context.today.weekday() != number:
        return [Day(other)]
    if phrase.clock or phrase.part:
        return [Day(context.today if context.fits(local(context.today)) else other)]
    return [Day(context.today, why=TWO_READINGS), Day(other, why=TWO_READINGS)]


def _in_week(this_week: date, weeks: int, context: Context) -> list[Day]:
    """Return the day in the week so many weeks on; for weeks back also the one a week later, the nearer one first."""
    if weeks > -2:
        return [Day(this_week + timedelta(weeks=weeks))]
    both = [Day(this_week + timedelta(weeks=shift), why=TWO_READINGS) for shift in (weeks, weeks + 1)]
    return sorted(both, key=lambda one: abs(context.today + timedelta(weeks=weeks) - one.day))


def _pointed(which: Which, before: date, after: date, monday: date) -> list[Day]:
    """Resolve `last`, `this` or `next` before a weekday; ambiguous where that day lies in the present week."""
    week = timedelta(weeks=1)
    if which in {Which.LATEST, Which.BEFORE_LAST}:
        return [Day(before if which is Which.LATEST else before - week)]
    if which is Which.THIS:
        return [Day(after if after < monday + week else before if before >= monday else before + week)]
    near, far = (before, before - week) if which is Which.LAST else (after, after + week)
    inside = monday <= near < monday + week
    return [Day(near, why=TWO_READINGS), Day(far, why=TWO_READINGS)] if inside else [Day(near)]


def _day_month(day: DayMonth, phrase: Phrase, context: Context, local: LocalTimeOf) -> list[Day]:
    if day.year is not None:
        return _in_year(day, day.year, phrase, context)
    step = 1 if context.looks_ahead else -1
    years = [context.today.year + step * years for years in range(-1, YEARS_TRIED)]
    all_days = [found for year in years if (found := _date(year, day.month, day.day))]
    fitting = [one for one in all_days if context.fits(local(one))]
    if not fitting:
        raise NoReading(NO_SUCH_DAY)
    if phrase.weekday and fitting[0].weekday() != phrase.weekday.number:
        both = _misfit(fitting, phrase.weekday.number, context, local)
        return [Day(one, (year_note(one, context),), why=WEEKDAY_DIFFERS) for one in both]
    chosen = [Day(fitting[0], (year_note(fitting[0], context),))]
    if context.today in all_days and context.today not in fitting and context.asks_about_future:
        chosen.append(Day(context.today, (YEAR_ASSUMED,), why=STILL_TO_COME))
    return chosen


def _in_year(day: DayMonth, year: int, phrase: Phrase, context: Context) -> list[Day]:
    meant = _date(_four_figures(year, context), day.month, day.day)
    if not meant:
        raise NoReading(NO_SUCH_DAY)
    year_first = _date(2000 + day.day, day.month, year) if day.figures and year < 32 else None
    if meant > context.today and context.asks_about_future and year_first and year_first <= context.today:
        return [Day(year_first, why=TWO_READINGS), Day(meant, why=TWO_READINGS)]
    if not phrase.weekday or meant.weekday() == phrase.weekday.number:
        return [Day(meant)]
    return [Day(one, why=WEEKDAY_DIFFERS) for one in (meant, _nearest_of(meant, phrase.weekday.number))]


def _misfit(fitting: list[date], weekday: int, context: Context, local: LocalTimeOf) -> list[date]:
    """Return the candidates for a date that contradicts its weekday.

    That is the date, the nearest such weekday, and the same date in an earlier month or year that has that weekday.
    """
    beside = _nearest_of(fitting[0], weekday)
    if not context.fits(local(beside)):
        beside -= timedelta(weeks=-1 if context.looks_ahead else 1)
    return [fitting[0], beside, *[one for one in fitting if one.weekday() == weekday][:1]]


def _nearest_of(meant: date, weekday: int) -> date:
    return meant + timedelta(days=(weekday - meant.weekday() + 3) % 7 - 3)


def _day_of_month(day: DayOfMonth, phrase: Phrase, context: Context, local: LocalTimeOf) -> list[Day]:
    step = 1 if context.looks_ahead else -1
    first = context.today.replace(day=1)
    months = [first + relativedelta(months=step * count) for count in range(-1, 36)]
    all_days = [found for month in months if (found := _date(month.year, month.month, day.day))]
    fitting = [one for one in all_days if context.fits(local(one))]
    if not fitting:
        raise NoReading(NO_SUCH_DAY)
    if phrase.weekday and fitting[0].weekday() != phrase.weekday.number:
        both = _misfit(fitting, phrase.weekday.number, context, local)
        return [Day(one, (MONTH_ASSUMED,), why=WEEKDAY_DIFFERS) for one in both]
    today = Day(context.today, (MONTH_ASSUMED,), why=STILL_TO_COME)
    to_come = context.asks_about_future and context.today in all_days and context.today not in fitting
    return [Day(fitting[0], (MONTH_ASSUMED,)), *([today] if to_come else [])]


def _holiday(holiday: Holiday, phrase: Phrase, context: Context, local: LocalTimeOf) -> list[Day]:
    shift = timedelta(days=holiday.shift)
    year = context.today.year
    if isinstance(phrase.span, Calendar) and phrase.span.unit is Unit.YEAR and phrase.span.shift is not None:
        return [Day(holiday.falls(year + phrase.span.shift) + shift)]
    if holiday.year:
        return [Day(holiday.falls(holiday.year) + shift)]
    step = 1 if context.looks_ahead else -1
    near = [holiday.falls(year + step * years) + shift for years in range(-1, 3)]
    chosen = next(one for one in near if context.fits(local(one)))
    return [Day(chosen, (YEAR_ASSUMED,))]


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

"""Calendar arithmetic: first and last day of months, seasons, weeks, and of thirds of them."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from journal.domain.time.reading.calendar_tokens import Edge, SeasonName
from journal.domain.time.reading.tokens import Unit

Bounds = tuple[date, date]
_SEASON_BEGINS = {SeasonName.SPRING: 3, SeasonName.SUMMER: 6, SeasonName.AUTUMN: 9, SeasonName.WINTER: 12}
EARLIEST_YEAR, LATEST_YEAR = 1900, 2199


def months(first: date, count: int) -> Bounds:
    """Return the bounds of so many whole months, from the first day of one."""
    return first, first + relativedelta(months=count, days=-1)


def month(year: int, number: int) -> Bounds:
    """Return the bounds of a month."""
    return months(date(year, number, 1), 1)


def season(year: int, name: SeasonName) -> Bounds:
    """Return the bounds of a season, three whole months; a winter begins in December of its year."""
    return months(date(year, _SEASON_BEGINS[name], 1), 3)


def unit(today: date, which: Unit, shift: int) -> Bounds:
    """Return the bounds of the week (from Monday), weekend, month or year that lies `shift` from today's."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
    if which is Unit.WEEK:
        return monday, monday + timedelta(days=6)
    if which is Unit.WEEKEND:
        return monday + timedelta(days=5), monday + timedelta(days=6)
    if which is Unit.MONTH:
        return months(today.replace(day=1) + relativedelta(months=shift), 1)
    return months(date(today.year + shift, 1, 1), 12)


def third(bounds: Bounds, edge: Edge) -> Bounds:
    """Return the bounds of the beginning, middle or end of a span.

    Of a month that is up to the 10th, up to the 20th, or the rest; of a season its first, second or third month; of a
    year the first or last three months or the six between; of a week two days, or the three that close it.
    """
    first, last = bounds
    length = (last - first).days + 1
    if length > 300:
        cuts = first + relativedelta(months=3), first + relativedelta(months=9)
    elif length > 31:
        cuts = first + relativedelta(months=1), first + relativedelta(months=2)
    elif length > 7:
        cuts = first.replace(day=11), first.replace(day=21)
    else:
        cuts = first + timedelta(days=min(2, length - 1)), first + timedelta(days=min(4, length - 1))
    day = timedelta(days=1)
    return {
        Edge.BEGIN: (first, cuts[0] - day),
        Edge.MIDDLE: (cuts[0], max(cuts[1] - day, cuts[0])),
        Edge.END: (cuts[1], last),
    }[edge]

"""Acts of one month by day, and of one year by month, placed from a count of all acts by the days of their beginning.

The count is made once, so that a month of a long journal costs no more than its days.
"""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.overview.acts_over_time import Spread, month_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.entry.history import History
    from journal.domain.overview.acts_over_time import Stretches

_LISTED = attrgetter("listed_on")
_UNKNOWN = "", ""
"""Stretch of the acts at an unknown time."""


class MonthCounts(Struct, frozen=True):
    """Acts of a month."""

    first: date
    """First day of the month."""
    days: Mapping[date, int] = {}
    """Acts that certainly began on a day; days without any are left out."""
    perhaps: int = 0
    """Acts that began in the month, or perhaps in it, on no certain day; also those of spans from an earlier month."""
    unknown: int = 0
    """Acts of the whole journal at an unknown time."""

    @property
    def last(self) -> date:
        """Last day of the month."""
        return self.first.replace(day=monthrange(self.first.year, self.first.month)[1])

    @property
    def total(self) -> int:
        """Acts on its days."""
        return sum(self.days.values())


def month_counts(stretches: Stretches, day: date) -> MonthCounts:
    """Count the month of a day."""
    first = month_of(day)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    days: dict[date, int] = {}
    perhaps = 0
    for begun, over, acts in _reaching(stretches, first, last):
        if begun == over:
            days[begun] = days.get(begun, 0) + acts
        else:
            perhaps += acts
    return MonthCounts(first, days, perhaps, stretches.get(_UNKNOWN, 0))


def year_counts(stretches: Stretches, year: int) -> Spread:
    """Count the months of a year; its `span` are the acts that began in it, or perhaps in it, in no certain month."""
    months: dict[date, int] = {}
    span = 0
    for begun, over, acts in _reaching(stretches, date(year, 1, 1), date(year, 12, 31)):
        if month_of(begun) == month_of(over):
            months[month_of(begun)] = months.get(month_of(begun), 0) + acts
        else:
            span += acts
    return Spread(months, span, stretches.get(_UNKNOWN, 0))


def _reaching(stretches: Stretches, first: date, last: date) -> Iterator[tuple[date, date, int]]:
    """Yield first and last day of the beginnings that lie in a range, or perhaps do, with their acts."""
    since, until = first.isoformat(), last.isoformat()
    for (start, end), acts in stretches.items():
        if start and start <= until and (end or start) >= since:
            yield date.fromisoformat(start), date.fromisoformat(end or start), acts


def entries_of_day(listed: Sequence[History], day: date) -> list[History]:
    """Return the entries that the timeline lists under a day, but for those at an unknown time, in their order."""
    start = _place(listed, day)
    following = f"{day.isoformat()}~"
    end = bisect_left(listed, following, start, key=_LISTED)
    return [one for one in listed[start:end] if one.happened.start]


def _place(listed: Sequence[History], day: date) -> int:
    """Return the place of the first entry that is listed on a day or later; of none, the end."""
    return bisect_left(listed, day.isoformat(), key=_LISTED)

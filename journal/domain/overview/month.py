"""Acts of one month by day, and of one year by month.

Their entries are found by bisection, so that a month of a long journal costs no more than one of a short journal.
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
from journal.domain.overview.axes import BY_DAY, BY_MONTH
from journal.domain.overview.whole import counted

if TYPE_CHECKING:
    from journal.domain.entry.history import History

_LISTED = attrgetter("listed_on")


class MonthCounts(Struct, frozen=True):
    """Acts of a month."""

    first: date
    """First day of the month."""
    days: Mapping[date, int] = {}
    """Acts that certainly began on a day; days without any are left out."""
    perhaps: int = 0
    """Acts of the month, or perhaps of it, that are on no certain day of it."""

    @property
    def last(self) -> date:
        """Last day of the month."""
        return self.first.replace(day=monthrange(self.first.year, self.first.month)[1])

    @property
    def total(self) -> int:
        """Acts on its days."""
        return sum(self.days.values())


def month_counts(listed: Sequence[History], day: date) -> MonthCounts:
    """Count the month of a day; `listed` are all entries in the order of the timeline.

    `perhaps` counts the spans that begin in the month; a span from an earlier month and an act at an unknown time are
    in no month.
    """
    first = month_of(day)
    some = [one for one in listed[_place(listed, first) : _place(listed, _following(first))] if one.happened.start]
    counts = counted(some, BY_DAY)
    days = {place: acts for place, acts in counts.items() if isinstance(place, date)}
    return MonthCounts(first, days, sum(counts.values()) - sum(days.values()))


def year_counts(listed: Sequence[History], year: int) -> Spread:
    """Count the months of a year, with the spans that begin in it and lie over several months."""
    first = date(year, 1, 1)
    end = _following(date(year, 12, 1))
    some = [one for one in listed[_place(listed, first) : _place(listed, end)] if one.happened.start]
    counts = counted(some, BY_MONTH)
    months = {place: acts for place, acts in counts.items() if isinstance(place, date)}
    return Spread(months, sum(counts.values()) - sum(months.values()))


def entries_of_day(listed: Sequence[History], day: date) -> list[History]:
    """Return the entries that the timeline lists under a day, but for those at an unknown time, in their order."""
    start = _place(listed, day)
    following = f"{day.isoformat()}~"
    end = bisect_left(listed, following, start, key=_LISTED)
    return [one for one in listed[start:end] if one.happened.start]


def _place(listed: Sequence[History], day: date | None) -> int:
    """Return the place of the first entry that is listed on a day or later; of none, the end."""
    return bisect_left(listed, day.isoformat(), key=_LISTED) if day else len(listed)


def _following(first: date) -> date | None:
    """Return the first day of the next month; None after the last one of the calendar."""
    if (first.year, first.month) == (date.max.year, 12):
        return None
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)

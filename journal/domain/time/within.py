"""Whether a happening lies in a stretch of local days: surely, perhaps or not; and how many of them do.

Where an entry stands in a list is no answer to that: only the days that its own words hold are looked at.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.time.moment import Moment


class Inside(StrEnum):
    """Whether something lies in a stretch of time."""

    YES = "yes"
    PERHAPS = "perhaps"
    """The days, those of the happening or those asked about, are not known well enough to say."""
    NO = "no"


class Within(NamedTuple):
    """A count, parted by how surely what was counted lies in a stretch of time."""

    surely: int = 0
    perhaps: int = 0
    outside: int = 0


class Days(Struct, frozen=True):
    """The local days on which a happening can have begun and ended; None where nothing bounds that side."""

    first: date | None = None
    """The first day on which it can have begun."""
    begun: date | None = None
    """The last day on which it can have begun."""
    over: date | None = None
    """The first day on which it can have ended."""
    last: date | None = None
    """The last day on which it can have ended."""

    def beginning_in(self, first: date | None, last: date | None) -> Inside:
        """Tell whether it began in these days, both included; None leaves that side open."""
        return _inside(self.first, self.begun, first, last)

    def reaching_into(self, first: date | None, last: date | None) -> Inside:
        """Tell whether any part of it lies in these days, both included; None leaves that side open."""
        if (first and self.last and self.last < first) or (last and self.first and self.first > last):
            return Inside.NO
        surely = (not first or (self.over and self.over >= first)) and (not last or (self.begun and self.begun <= last))
        return Inside.YES if surely else Inside.PERHAPS


def days_of(happened: Moment, until: Moment | None = None) -> Days:
    """Return the days of a happening; one without an end, or with an unknown one, ends as it begins."""
    first, begun = happened.first_day, happened.last_day
    if until is None or not until.known:
        return Days(first, begun, first, begun)
    over, last = until.first_day, until.last_day
    if first and (over is None or over < first):
        # Nothing ends before it begins.
        over = first
    return Days(first, begun or last, over, max(last, begun) if last and begun else last)


def counted(pairs: Iterable[tuple[Inside, int]]) -> Within:
    """Return how many acts lie surely inside, perhaps inside and outside."""
    sums = dict.fromkeys(Inside, 0)
    for inside, acts in pairs:
        sums[inside] += acts
    return Within(sums[Inside.YES], sums[Inside.PERHAPS], sums[Inside.NO])


def _inside(begin: date | None, end: date | None, first: date | None, last: date | None) -> Inside:
    """Tell whether something that lies between `begin` and `end` lies between `first` and `last`."""
    if (first and end and end < first) or (last and begin and begin > last):
        return Inside.NO
    surely = (not first or (begin and begin >= first)) and (not last or (end and end <= last))
    return Inside.YES if surely else Inside.PERHAPS

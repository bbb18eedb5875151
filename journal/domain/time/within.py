"""Three-valued test (yes, perhaps, no) of whether an event lies in a range of local days, and counts of it.

Only the event's own dates decide, not its place in a sorted list.
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
    """Three-valued result of a range test."""

    YES = "yes"
    PERHAPS = "perhaps"
    """The days of the event, or those of the range, are not known well enough."""
    NO = "no"


class Within(NamedTuple):
    """Counts by the result of a range test."""

    surely: int = 0
    perhaps: int = 0
    outside: int = 0


class Days(Struct, frozen=True):
    """Bounds of the local days on which an event began and ended; None for an unbounded side."""

    first: date | None = None
    """First day on which it can have begun."""
    begun: date | None = None
    """Last day on which it can have begun."""
    over: date | None = None
    """First day on which it can have ended."""
    last: date | None = None
    """Last day on which it can have ended."""

    def beginning_in(self, first: date | None, last: date | None) -> Inside:
        """Test whether it began in this range, both days included; None leaves that side open."""
        return _inside(self.first, self.begun, first, last)

    def reaching_into(self, first: date | None, last: date | None) -> Inside:
        """Test whether it overlaps this range, both days included; None leaves that side open."""
        if (first and self.last and self.last < first) or (last and self.first and self.first > last):
            return Inside.NO
        surely = (not first or (self.over and self.over >= first)) and (not last or (self.begun and self.begun <= last))
        return Inside.YES if surely else Inside.PERHAPS


def days_of(happened: Moment, until: Moment | None = None) -> Days:
    """Compute the day bounds of an event; without an end, or with an unknown one, it ends when it begins."""
    first, begun = happened.first_day, happened.last_day
    if until is None or not until.known:
        return Days(first, begun, first, begun)
    over, last = until.first_day, until.last_day
    if first and (over is None or over < first):
        # Nothing ends before it begins.
        over = first
    return Days(first, begun or last, over, max(last, begun) if last and begun else last)


def counted(pairs: Iterable[tuple[Inside, int]]) -> Within:
    """Sum the acts by the result of their range test."""
    sums = dict.fromkeys(Inside, 0)
    for inside, acts in pairs:
        sums[inside] += acts
    return Within(sums[Inside.YES], sums[Inside.PERHAPS], sums[Inside.NO])


def _inside(begin: date | None, end: date | None, first: date | None, last: date | None) -> Inside:
    """Test whether a point between `begin` and `end` lies between `first` and `last`."""
    if (first and end and end < first) or (last and begin and begin > last):
        return Inside.NO
    surely = (not first or (begin and begin >= first)) and (not last or (end and end <= last))
    return Inside.YES if surely else Inside.PERHAPS

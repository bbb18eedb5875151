"""The longest run of whole days without an act, and how many acts may lie in it all the same."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.time.within import Inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from journal.domain.time.within import Days

_ONE = timedelta(days=1)


class Silence(Struct, frozen=True):
    """Run of days in which no act surely lies, between two acts."""

    first: date
    last: date
    perhaps: int
    """Acts of which the days are not known well enough to say that they lie outside it."""

    @property
    def days(self) -> int:
        """Number of days."""
        return (self.last - self.first).days + 1


def longest_silence(acts: Mapping[Days, int]) -> Silence | None:
    """Return the longest silence between acts, the latest of equal ones; None where no day lies between two.

    An act with a duration breaks the silence on every day from its certain beginning to its certain end. One that
    surely lies in a run of days, and on which of them is not known, breaks it on all on which it can have been.
    """
    longest: tuple[date, date] | None = None
    for gap in sorted(_gaps(sorted(_certain(acts))), key=_length, reverse=True):
        if longest and _length(gap) < _length(longest):
            break
        inside = sorted(span for span in _bounded(acts) if gap[0] <= span[0] and span[1] <= gap[1])
        edges = [(gap[0] - _ONE, gap[0] - _ONE), *inside, (gap[1] + _ONE, gap[1] + _ONE)]
        longest = max((*filter(None, [longest]), *_gaps(edges)), key=_length, default=None)
    if longest is None:
        return None
    reaching = (count for days, count in acts.items() if days.reaching_into(*longest) is not Inside.NO)
    return Silence(*longest, sum(reaching))


def _length(gap: tuple[date, date]) -> tuple[timedelta, date]:
    """Return the sort key of a run of days: its length, then how late it is."""
    return gap[1] - gap[0], gap[0]


def _gaps(taken: Iterable[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    """Yield the runs of days between these spans, which are in order."""
    until: date | None = None
    for first, last in taken:
        if until and (first - until).days > 1:
            yield until + _ONE, first - _ONE
        until = max(until, last) if until else last


def _certain(acts: Iterable[Days]) -> Iterator[tuple[date, date]]:
    """Yield the days on which each act certainly took place."""
    for days in acts:
        if days.begun and days.over and days.begun <= days.over:
            yield days.begun, days.over


def _bounded(acts: Iterable[Days]) -> Iterator[tuple[date, date]]:
    """Yield the days on which each act can have been, where they are bounded on both sides."""
    return ((days.first, days.last) for days in acts if days.first and days.last)

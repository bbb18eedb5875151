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
    """Run of days on which no act is certain, between two days with one."""

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

    An act with a duration breaks the silence on every day from its certain beginning to its certain end.
    """
    longest: tuple[date, date] | None = None
    for first, last in _gaps(acts):
        if longest is None or last - first >= longest[1] - longest[0]:
            longest = first, last
    if longest is None:
        return None
    reaching = (count for days, count in acts.items() if days.reaching_into(*longest) is not Inside.NO)
    return Silence(*longest, sum(reaching))


def _gaps(acts: Iterable[Days]) -> Iterator[tuple[date, date]]:
    until: date | None = None
    for first, last in sorted(_certain(acts)):
        if until and (first - until).days > 1:
            yield until + _ONE, first - _ONE
        until = max(until, last) if until else last


def _certain(acts: Iterable[Days]) -> Iterator[tuple[date, date]]:
    """Yield the days on which each act certainly took place."""
    for days in acts:
        if days.begun and days.over and days.begun <= days.over:
            yield days.begun, days.over

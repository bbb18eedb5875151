"""How the acts lie in time: counts, never a score."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from journal.domain.entry.history import History
    from journal.domain.time.moment import Moment


class Spread(NamedTuple):
    """How many acts there were in each week or month, and how many lie surely in none of them."""

    acts: Mapping[date, int]
    """The acts that began surely in it, by its first day; what has none is left out."""
    span: int = 0
    """Acts known only as a span that reaches over several of them."""
    unknown: int = 0
    """Acts of which no time is known."""

    @property
    def total(self) -> int:
        """How many acts there are in all."""
        return sum(self.acts.values()) + self.span + self.unknown


@lru_cache(maxsize=4096)
def week_of(day: date) -> date:
    """Return the Monday of the week in which a day lies."""
    return day - timedelta(days=day.weekday())


def month_of(day: date) -> date:
    """Return the first day of the month in which a day lies."""
    return day.replace(day=1)


def acts_by_week(histories: Iterable[History]) -> Spread:
    """Return the number of acts of each week, by its Monday; withdrawn entries and own steps count none."""
    return _spread(histories, week_of)


def acts_by_month(histories: Iterable[History]) -> Spread:
    """Return the number of acts of each month, by its first day; withdrawn entries and own steps count none."""
    return _spread(histories, month_of)


def _spread(histories: Iterable[History], unit_of: Callable[[date], date]) -> Spread:
    """Count by what of the moments tells the day, so that neighbours of one day are placed once."""
    units = Counter[date]()
    span = unknown = 0
    for (start, end), of_days in groupby(histories, key=_stretch):
        acts = sum(history.acts for history in of_days)
        unit = unit_of(date.fromisoformat(start)) if start else None
        if not acts:
            continue
        if unit is None:
            unknown += acts
        elif end in ("", start) or unit_of(date.fromisoformat(end)) == unit:
            units[unit] += acts
        else:
            span += acts
    return Spread(units, span, unknown)


def _stretch(history: History) -> tuple[str, str]:
    happened: Moment = history.happened
    return happened.start[:10], happened.end[:10]

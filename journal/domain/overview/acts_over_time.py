"""Distribution of the acts over weeks and months; counts, never a score."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from journal.domain.entry.history import History


class Spread(NamedTuple):
    """Histogram of acts by week or month, with those that cannot be placed."""

    acts: Mapping[date, int]
    """Acts that certainly began in a week or month, by its first day; empty ones are omitted."""
    span: int = 0
    """Acts known only as a span over several of them."""
    unknown: int = 0
    """Acts at an unknown time."""

    @property
    def total(self) -> int:
        """Number of all acts."""
        return sum(self.acts.values()) + self.span + self.unknown


Stretches = Mapping[tuple[str, str], int]
"""Acts by the first and last day between which they began, as these stand in the records; one day has no last one.

Weeks, months and days are placed from these, so that the entries are walked through once.
"""


@lru_cache(maxsize=4096)
def week_of(day: date) -> date:
    """Return the Monday of the day's week. Cached."""
    return day - timedelta(days=day.weekday())


def month_of(day: date) -> date:
    """Return the first day of the day's month."""
    return day.replace(day=1)


def acts_by_stretch(histories: Iterable[History]) -> Stretches:
    """Count the acts by the days between which they began; withdrawn entries and own steps count none."""
    acts = defaultdict[tuple[str, str], int](int)
    for history in histories:
        if count := history.acts:
            happened = history.happened
            acts[happened.start[:10], happened.end[:10]] += count
    return acts


def acts_by_week(histories: Iterable[History]) -> Spread:
    """Count the acts of each week, by its Monday; withdrawn entries and own steps count none."""
    return spread_over(acts_by_stretch(histories), week_of)


def acts_by_month(histories: Iterable[History]) -> Spread:
    """Count the acts of each month, by its first day; withdrawn entries and own steps count none."""
    return spread_over(acts_by_stretch(histories), month_of)


def spread_over(stretches: Stretches, unit_of: Callable[[date], date]) -> Spread:
    """Place acts in units of days, by the first day of each."""
    units = Counter[date]()
    span = unknown = 0
    for (start, end), acts in stretches.items():
        unit = unit_of(date.fromisoformat(start)) if start else None
        if unit is None:
            unknown += acts
        elif end in ("", start) or unit_of(date.fromisoformat(end)) == unit:
            units[unit] += acts
        else:
            span += acts
    return Spread(units, span, unknown)

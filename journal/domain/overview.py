"""How the acts lie in time: counts, never a score."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.history import History


def week_of(day: date) -> date:
    """Return the Monday of the week in which a day lies."""
    return day - timedelta(days=day.weekday())


def acts_by_week(histories: Iterable[History]) -> Counter[date]:
    """Return the number of acts of each week, by its Monday; withdrawn entries and own steps count none."""
    by_week: Counter[date] = Counter()
    for day, of_day in groupby(histories, key=_day_of):
        by_week[week_of(date.fromisoformat(day))] += sum(history.acts for history in of_day)
    return by_week


def first_no(histories: Iterable[History]) -> date | None:
    """Return the day of the first *said no* that still stands, or None; `histories` are in the order of happening."""
    return next((one.day for one in histories if one.kind_id == "said_no" and not one.withdrawn), None)


def _day_of(history: History) -> str:
    return history.place_in_time[0][:10]

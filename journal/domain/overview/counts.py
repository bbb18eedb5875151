"""Counts of acts by kind, time of day, target and period; never a score."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from journal.domain.overview import axes, whole
from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_
from journal.domain.time.moment import Certainty
from journal.domain.time.within import counted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from journal.domain.entry.entry import Targeted
    from journal.domain.entry.history import History
    from journal.domain.time.moment import Moment
    from journal.domain.time.within import Within

Key = TypeVar("Key")


def acts_by_kind(histories: Iterable[History]) -> Counter[str]:
    """Count the acts of each kind id; withdrawn entries and own steps count none."""
    return whole.counted(histories, axes.BY_KIND)


class DayPart(LabelledEnum):
    """Parts of the day for the counts, by local time."""

    NIGHT = "night", N_("night (22:00 to 6:00)")
    """22:00 to 6:00."""
    MORNING = "morning", N_("morning (6:00 to 12:00)")
    """6:00 to 12:00."""
    AFTERNOON = "afternoon", N_("afternoon (12:00 to 18:00)")
    """12:00 to 18:00."""
    EVENING = "evening", N_("evening (18:00 to 22:00)")
    """18:00 to 22:00."""
    UNKNOWN = "unknown", N_("time of day not known")


def acts_by_day_part(histories: Iterable[History]) -> Counter[DayPart]:
    """Count the acts in each part of the day; `UNKNOWN` for those known only by their day."""
    return _counted((_day_part(one.happened), one.acts) for one in histories)


def acts_by_target(histories: Iterable[History]) -> Counter[Targeted]:
    """Count the acts by target; one act may have several."""
    return _counted((target, one.acts) for one in histories if one.acts for target in one.entry.targeted)


@dataclass(frozen=True)
class Pace:
    """Frequency: number of acts in a period."""

    acts: int
    """Acts that certainly began in the period."""
    first: date
    last: date

    @property
    def weeks(self) -> int:
        """Length of the period in weeks, rounded up."""
        return (self.last - self.first).days // 7 + 1


def acts_within(histories: Iterable[History], first: date | None, last: date | None) -> Within:
    """Count the acts that began in this range of days, both included, by certainty; None leaves a side open."""
    return counted((one.days.beginning_in(first, last), one.acts) for one in histories if one.acts)


def pace(histories: Iterable[History], first: date, last: date) -> Pace:
    """Count the acts that certainly began in this range of days, both included."""
    return Pace(acts_within(histories, first, last).surely, first, last)


def _day_part(moment: Moment) -> DayPart:
    if moment.certainty is Certainty.PART_OF_DAY and moment.part:
        return DayPart(moment.part.value)
    if moment.certainty is Certainty.BETWEEN:
        first, last = _hour_part(moment.start), _hour_part(moment.end)
        # From one night to the next lies a whole day.
        one_part = first is last and moment.day and (first is not DayPart.NIGHT or moment.start[11:13] >= "22")
        early = first is last is DayPart.NIGHT and moment.day and moment.end[11:13] < "06"
        return first if one_part or early else DayPart.UNKNOWN
    return _hour_part(moment.start) if moment.has_clock_time else DayPart.UNKNOWN


def _hour_part(local: str) -> DayPart:
    """Return the part of the day of a local time; `UNKNOWN` for a date alone."""
    if "T" not in local:
        return DayPart.UNKNOWN
    hour = int(local[11:13])
    ends = ((6, DayPart.NIGHT), (12, DayPart.MORNING), (18, DayPart.AFTERNOON), (22, DayPart.EVENING))
    return next((part for end, part in ends if hour < end), DayPart.NIGHT)


def _counted(pairs: Iterable[tuple[Key, int]]) -> Counter[Key]:
    found: Counter[Key] = Counter()
    for key, acts in pairs:
        if acts:
            found[key] += acts
    return found

"""Time between the happening and the first record of an entry, in whole local days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.domain.overview.axes import Axis, RawDays, days_of_beginning, raw_days
from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_
from journal.domain.time.moment import offset_minutes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.entry.history import History


class Delay(LabelledEnum):
    """How long after an act it was written down."""

    SAME_DAY = "same_day", N_("on the same day")
    NEXT_DAY = "next_day", N_("on the next day")
    WEEK = "week", N_("2 to 7 days later")
    MONTH = "month", N_("8 to 31 days later")
    LATER = "later", N_("more than 31 days later")
    BEFORE = "before", N_("on an earlier day than it is said to have happened")
    UNKNOWN = "unknown", N_("not known how long after")


_ENDS = ((0, Delay.SAME_DAY), (1, Delay.NEXT_DAY), (7, Delay.WEEK), (31, Delay.MONTH))

RawDelay = tuple[RawDays, date]


def raw_delays(histories: Iterable[History]) -> list[RawDelay]:
    """Return the raw days of each entry, and the local day of its first record."""
    some = list(histories)
    return list(zip(raw_days(some), written_days(some), strict=True))


def written_days(some: Iterable[History]) -> list[date]:
    """Return the local day on which each was first recorded."""
    days: dict[str, _LocalDays] = {one.recorded_offset: _LocalDays(one.recorded_offset) for one in some}
    cut = 13 if all(one.hours_alone for one in days.values()) else 16
    return [days[one.recorded_offset][one.first_written[:cut]] for one in some]


def delay_of(raw: RawDelay) -> Delay:
    """Return how long after it an act was written down; a span only where each of its days gives the same answer."""
    (first, begun), written = days_of_beginning(raw[0]), raw[1]
    if first is None or begun is None:
        return Delay.UNKNOWN
    longest, shortest = _after((written - first).days), _after((written - begun).days)
    return longest if longest is shortest else Delay.UNKNOWN


BY_DELAY = Axis(raw_delays, delay_of)


def _after(days: int) -> Delay:
    if days < 0:
        return Delay.BEFORE
    return next((delay for end, delay in _ENDS if days <= end), Delay.LATER)


class _LocalDays(dict[str, date]):
    """Local days of UTC times at one offset; a time is given to the minute, or to the hour where that is enough."""

    def __init__(self, offset: str) -> None:
        self._minutes = offset_minutes(offset)

    @property
    def hours_alone(self) -> bool:
        return self._minutes % 60 == 0

    def __missing__(self, written: str) -> date:
        day, minutes = date.fromisoformat(written[:10]), int(written[11:13]) * 60 + int(written[14:16] or 0)
        try:
            self[written] = day + timedelta(days=(minutes + self._minutes) // (24 * 60))
        except OverflowError:
            self[written] = day
        return self[written]

"""Time between the happening and the first record of an entry, in whole local days."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from journal.domain.overview.axes import Axis, RawDays, days_of_beginning, raw_days
from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_
from journal.domain.time.moment import offset_minutes

if TYPE_CHECKING:
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

_HOUR, _MINUTE = 13, 16
"""Lengths of a time to the hour and to the minute in ISO 8601."""
RawDelay = tuple[RawDays, date]


def raw_delay(history: History) -> RawDelay:
    """Return the raw days of an entry, and the local day of its first record."""
    return raw_days(history), written_day(history)


def written_day(history: History) -> date:
    """Return the local day of the first record of an entry."""
    offset = history.recorded_offset
    # Entries of one hour share an answer, where the offset is one of whole hours.
    return _local_day(history.first_written[: _HOUR if offset.endswith("00") else _MINUTE], offset)


@lru_cache(maxsize=1 << 14)
def _local_day(written: str, offset: str) -> date:
    """Return the local day of a UTC time, which is given to the hour or minute; at the limits of dates, its own day."""
    day, minutes = date.fromisoformat(written[:10]), int(written[11:13]) * 60 + int(written[14:16] or 0)
    try:
        return day + timedelta(days=(minutes + offset_minutes(offset)) // (24 * 60))
    except OverflowError:
        return day


def delay_of(raw: RawDelay) -> Delay:
    """Return how long after it an act was written down; a span only where each of its days gives the same answer."""
    (first, begun), written = days_of_beginning(raw[0]), raw[1]
    if first is None or begun is None:
        return Delay.UNKNOWN
    longest, shortest = _after((written - first).days), _after((written - begun).days)
    return longest if longest is shortest else Delay.UNKNOWN


BY_DELAY = Axis(raw_delay, delay_of)


def _after(days: int) -> Delay:
    if days < 0:
        return Delay.BEFORE
    return next((delay for end, delay in _ENDS if days <= end), Delay.LATER)

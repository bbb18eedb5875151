"""Value type for a point in time with its certainty.

A moment keeps what was typed, the local time as it was on the clock there, and the offset from UTC; nothing is made
more precise than its source. Local times are ISO 8601 text, so that `22:14` and `22:14:00` remain distinct values.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_

_OFFSET = re.compile(r"([+-])([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_EDGES = frozenset({f"{MINYEAR:04}", f"{MAXYEAR:04}"})
"""Years in which a local time may have no instant in UTC."""


class Certainty(StrEnum):
    """Certainty of a moment, which also says what its `start` and `end` mean."""

    EXACT = "exact"
    ABOUT = "about"
    BETWEEN = "between"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    UNKNOWN = "unknown"


class PartOfDay(LabelledEnum):
    """Named part of the day; the bounds assumed for it are the moment's `start` and `end`."""

    MORNING = "morning", N_("morning")
    AFTERNOON = "afternoon", N_("afternoon")
    EVENING = "evening", N_("evening")
    NIGHT = "night", N_("night")


class Moment(Struct, frozen=True, omit_defaults=True):
    """Time of an event, at its known precision and certainty."""

    certainty: Certainty
    """How the other fields are to be read."""
    start: str = ""
    """Local time, ISO 8601: `2026-11-21T22:14`, with seconds only if known; a date alone for a day or a long span.

    With `ABOUT` nearly always a time of day; a date alone means about that day.
    """
    end: str = ""
    """Last possible local time of a `BETWEEN` or a part of the day; inclusive where it is a date alone."""
    offset: str = ""
    """Offset from UTC at `start`, as `+01:00`."""
    end_offset: str = ""
    """Offset from UTC at `end`; for a single day, at its end where the clocks changed."""
    part: PartOfDay | None = None
    """Named part of the day, for `PART_OF_DAY`."""
    typed: str = ""
    """Source text as the user typed it."""

    def __post_init__(self) -> None:
        """Validate times and offsets, so that no property can fail; raises ValueError."""
        offset_minutes(self.offset)
        if self.end_offset:
            offset_minutes(self.end_offset)
        if self.start:
            self._require_local(self.start)
        if self.end:
            self._require_local(self.end)

    @property
    def known(self) -> bool:
        """Whether the time is known at all."""
        return self.certainty is not Certainty.UNKNOWN

    @property
    def has_clock_time(self) -> bool:
        """Whether it is a time of day, exact or about, and not only a day or a span."""
        return "T" in self.start and (self.certainty is Certainty.EXACT or self.certainty is Certainty.ABOUT)

    @property
    def local_start(self) -> datetime | None:
        """Earliest local time as a naive datetime; midnight for a date alone, None if unknown."""
        return datetime.fromisoformat(self.start) if self.start else None

    @property
    def first_day(self) -> date | None:
        """First local day on which it can lie; None if unknown."""
        return date.fromisoformat(self.start[:10]) if self.start else None

    @property
    def last_day(self) -> date | None:
        """Last local day on which it can lie; None if unknown."""
        text = self.end or self.start
        return date.fromisoformat(text[:10]) if text else None

    @property
    def day(self) -> date | None:
        """Local day on which it lies; None where that is not certain, as for a span or a night over midnight."""
        return None if self.end and self.end[:10] != self.start[:10] else self.first_day

    @property
    def on_one_day(self) -> bool:
        """Whether it is listed under one local day, which includes a night that began on it; `day` claims less."""
        several = self.certainty is Certainty.BETWEEN and self.end[:10] != self.start[:10]
        return bool(self.start) and not several

    @property
    def earliest(self) -> datetime | None:
        """Earliest possible instant, in UTC; None if unknown."""
        return _instant(datetime.fromisoformat(self.start), self.offset) if self.start else None

    @property
    def latest(self) -> datetime | None:
        """Last possible instant, in UTC; the end of the day for a date alone, None if unknown."""
        if not self.start:
            return None
        text = self.end or self.start
        local = datetime.fromisoformat(text) + timedelta(days=0 if "T" in text else 1)
        return _instant(local, self.end_offset or self.offset)

    def _require_local(self, text: str) -> None:
        if datetime.fromisoformat(text).tzinfo or not text[4] == text[7] == "-":
            raise ValueError(f"{text!r} is not a local time")
        if text[:4] in _EDGES:
            try:
                _ = self.earliest, self.latest
            except OverflowError as error:
                raise ValueError("a time without an instant in UTC") from error


def exactly(when: datetime, typed: str = "", *, certainty: Certainty = Certainty.EXACT) -> Moment:
    """Build a moment from an aware datetime, to the minute, or to the second where it has seconds."""
    unit = "seconds" if when.second else "minutes"
    start = when.replace(tzinfo=None, microsecond=0).isoformat(timespec=unit)
    return Moment(certainty, start=start, offset=offset_text(when), typed=typed)


def offset_text(when: datetime) -> str:
    """Format the UTC offset of an aware datetime as `+01:00`; 0 for a naive one."""
    minutes = int((when.utcoffset() or timedelta()).total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


@lru_cache(maxsize=256)
def offset_minutes(offset: str) -> int:
    """Parse an offset like `+01:00` to minutes east of UTC; 0 for an empty one. Cached.

    Raises ValueError for a malformed offset.
    """
    found = _OFFSET.fullmatch(offset)
    if found is None and offset:
        raise ValueError(f"{offset!r} is not an offset from UTC")
    return int(found[1] + "1") * (int(found[2]) * 60 + int(found[3])) if found else 0


def in_utc(local: str, offset: str = "") -> datetime:
    """Convert a local time to UTC as a naive datetime; one at the limits of datetime is returned unconverted."""
    at = datetime.fromisoformat(local)
    try:
        return at - _shift(offset)
    except OverflowError:
        return at


@lru_cache(maxsize=256)
def _shift(offset: str) -> timedelta:
    return timedelta(minutes=offset_minutes(offset))


def _instant(local: datetime, offset: str) -> datetime:
    return (local - _shift(offset)).replace(tzinfo=UTC)


UNKNOWN = Moment(Certainty.UNKNOWN)
"""Moment at an unknown time."""

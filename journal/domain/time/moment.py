"""A point in time, and how surely it is known.

A moment keeps what was typed, the local time as it was on the clock there, and the offset from UTC; nothing is made
more precise than its source. Local times are ISO 8601 text, so that `22:14` and `22:14:00` stay different answers.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

_OFFSET = re.compile(r"([+-])([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_EDGES = frozenset({MINYEAR, MAXYEAR})
"""The years in which a local time may have no instant in UTC."""


class Certainty(StrEnum):
    """How surely a moment is known."""

    EXACT = "exact"
    ABOUT = "about"
    BETWEEN = "between"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    UNKNOWN = "unknown"


class PartOfDay(StrEnum):
    """A part of the day; its usual bounds stand in the moment's `start` and `end`."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Moment(Struct, frozen=True, omit_defaults=True):
    """When something happened, as surely as it is known."""

    certainty: Certainty
    """What the other fields claim."""
    start: str = ""
    """Local time, ISO 8601: `2026-11-21T22:14`, with seconds only if known; a date alone for a day or a long span.

    *About* is nearly always about a time of day; with a date alone it is about a day.
    """
    end: str = ""
    """The last possible local time of a *between* or a part of the day, inclusive where it is a date alone."""
    offset: str = ""
    """Offset from UTC at `start`, as `+01:00`."""
    end_offset: str = ""
    """Offset from UTC at `end`; of a day alone, at its end where the clocks changed."""
    part: PartOfDay | None = None
    """Which part of the day, for `Certainty.PART_OF_DAY`."""
    typed: str = ""
    """The words as the person typed them."""

    def __post_init__(self) -> None:
        """Refuse a time or an offset that is none, with ValueError, so that every property can be asked for."""
        offset_minutes(self.offset)
        offset_minutes(self.end_offset)
        for text in (self.start, self.end):
            if text and _local(text).year in _EDGES:
                self._require_instants()

    @property
    def known(self) -> bool:
        """Whether anything at all is known."""
        return self.certainty is not Certainty.UNKNOWN

    @property
    def has_clock_time(self) -> bool:
        """Whether a time of day is claimed, and not only a day or a span."""
        return self.certainty in {Certainty.EXACT, Certainty.ABOUT} and "T" in self.start

    @property
    def local_start(self) -> datetime | None:
        """The earliest local time claimed, without zone; midnight for a date alone."""
        return datetime.fromisoformat(self.start) if self.start else None

    @property
    def first_day(self) -> date | None:
        """The first local day on which it can lie, if known."""
        return date.fromisoformat(self.start[:10]) if self.start else None

    @property
    def last_day(self) -> date | None:
        """The last local day on which it can lie, if known."""
        text = self.end or self.start
        return date.fromisoformat(text[:10]) if text else None

    @property
    def day(self) -> date | None:
        """The local day on which it lies; None where that is not known, as of a span or of a night over midnight."""
        return None if self.end and self.end[:10] != self.start[:10] else self.first_day

    @property
    def on_one_day(self) -> bool:
        """Whether it is told under one local day: that on which a night began, too; `day` claims less."""
        several = self.certainty is Certainty.BETWEEN and self.end[:10] != self.start[:10]
        return bool(self.start) and not several

    @property
    def earliest(self) -> datetime | None:
        """The earliest instant claimed, in UTC."""
        return _instant(datetime.fromisoformat(self.start), self.offset) if self.start else None

    @property
    def latest(self) -> datetime | None:
        """The last instant claimed, in UTC; the end of the day for a date alone."""
        if not self.start:
            return None
        text = self.end or self.start
        local = datetime.fromisoformat(text) + timedelta(days=0 if "T" in text else 1)
        return _instant(local, self.end_offset or self.offset)

    def _require_instants(self) -> None:
        try:
            _ = self.earliest, self.latest
        except OverflowError as error:
            raise ValueError("a time without an instant in UTC") from error


def exactly(when: datetime, typed: str = "", *, certainty: Certainty = Certainty.EXACT) -> Moment:
    """Return the moment of an aware local time, to the minute, or to the second where it has seconds."""
    unit = "seconds" if when.second else "minutes"
    start = when.replace(tzinfo=None, microsecond=0).isoformat(timespec=unit)
    return Moment(certainty, start=start, offset=offset_text(when), typed=typed)


def offset_text(when: datetime) -> str:
    """Return the offset of an aware time as `+01:00`."""
    minutes = int((when.utcoffset() or timedelta()).total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


@lru_cache(maxsize=256)
def offset_minutes(offset: str) -> int:
    """Return how many minutes an offset like `+01:00` is east of UTC; 0 for an empty one.

    Raises ValueError where it is no offset.
    """
    found = _OFFSET.fullmatch(offset)
    if found is None and offset:
        raise ValueError(f"{offset!r} is not an offset from UTC")
    return int(found[1] + "1") * (int(found[2]) * 60 + int(found[3])) if found else 0


def in_utc(local: str, offset: str = "") -> datetime:
    """Return a local time by the clock of UTC, without zone; one at the edge of all years stays as it is."""
    at = datetime.fromisoformat(local)
    try:
        return at - _shift(offset)
    except OverflowError:
        return at


@lru_cache(maxsize=256)
def _shift(offset: str) -> timedelta:
    return timedelta(minutes=offset_minutes(offset))


def _instant(local: datetime, offset: str) -> datetime:
    zone = timezone(timedelta(minutes=offset_minutes(offset)))
    return local.replace(tzinfo=zone).astimezone(UTC)


def _local(text: str) -> datetime:
    local = datetime.fromisoformat(text)
    if not text[4] == text[7] == "-" or local.tzinfo:
        raise ValueError(f"{text!r} is not a local time")
    return local


UNKNOWN = Moment(Certainty.UNKNOWN)
"""A time that nobody knows."""

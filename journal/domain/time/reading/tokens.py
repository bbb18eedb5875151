"""Token types of the parser, those of the calendar aside, and builders of clock tokens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from journal.domain.time.moment import PartOfDay

HALF_DAY = 12 * 60
"""Length in minutes."""
WHOLE_DAY = 2 * HALF_DAY


class Unit(StrEnum):
    """Unit of time."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class Token:
    """Base class: one meaning of some words; a phrase has at most one token for each slot."""

    slot: ClassVar[str]


@dataclass(frozen=True)
class Clock(Token):
    """Time of day, with all its possible values."""

    slot = "clock"
    options: tuple[int, ...]
    """Minutes after the midnight with which the day begins; 1440 and more lie after the day."""
    second: int | None = None
    spoken: bool = False
    """Whether it is ambiguous without a part of the day: `8 uur`."""
    half_said: bool = False
    """Whether the half of the day is stated: `8 pm`."""
    noon: bool = False
    """Noon by its name, or counted from it, which no part of the day turns into the night."""
    figures: bool = False
    """An hour up to twelve with minutes in figures, as in `9:15`: ambiguous in English."""


@dataclass(frozen=True)
class Part(Token):
    """Part of the day."""

    slot = "part"
    part: PartOfDay | None
    """None for a time of day without a name of its own in `PartOfDay`: lunchtime."""
    after: bool = False
    """Of a night: the one that follows the day, not the one that precedes it."""
    from_day_to_day: bool = False
    """Of a night: the days on both sides of it are stated."""
    first_hour: int = 20
    """Of a night: hour from which clock times are said with it."""
    window: tuple[int, int] | None = None
    """Bounds in minutes after midnight, where they are not the default ones."""
    rare: bool = False
    """A rare sense, used only where the usual one cannot have happened: the Dutch `morgen`, *morning*."""


@dataclass(frozen=True)
class FromNow(Token):
    """Offset from now in seconds; negative in the past."""

    slot = "instant"
    seconds: int
    rare: bool = False
    """In figures that are a time of day in other languages: the English `2h`, *two hours*."""


@dataclass(frozen=True)
class Earlier(Token):
    """A few hours ago at most: `daarstraks`."""

    slot = "instant"
    hours: int = 8


@dataclass(frozen=True)
class Now(Token):
    """The reference time: `now`."""

    slot = "instant"


@dataclass(frozen=True)
class UnknownTime(Token):
    """A time stated to be unknown."""

    slot = "instant"


@dataclass(frozen=True)
class Lately(Token):
    """The last so many units, up to today."""

    slot = "instant"
    unit: Unit
    count: int


Instant = FromNow | Earlier | Now | UnknownTime | Lately


@dataclass(frozen=True)
class Approximate(Token):
    """Marker of an approximate time: `about`, `rond`, `vers`, `~`."""

    slot = "about"


@dataclass(frozen=True)
class BareNumber(Token):
    """A small number alone: an hour where the other tokens make it one."""

    slot = "bare"
    number: int


class BoundSide(StrEnum):
    """Side of a one-sided time."""

    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True)
class Bound(Token):
    """One-sided time: `after`, `before`."""

    slot = "bound"
    side: BoundSide


@dataclass(frozen=True)
class DaylightSaving(Token):
    """Disambiguation of the repeated hour: `summer time`, `winter time`."""

    slot = "saving"
    summer: bool


@dataclass(frozen=True)
class Ignored(Token):
    """Words without a meaning for the time: how often, or that all of it is meant."""

    slot = ""


class Awaits(StrEnum):
    """Kind of token that a leading word requires next."""

    CLOCK = "clock"
    SPAN = "span"


@dataclass(frozen=True)
class Lead(Token):
    """Leading word: `at` requires a clock time, `in` a span."""

    slot = "lead"
    awaits: Awaits


def digital(hour: int, minute: int, second: int | None = None) -> Clock | None:
    """Build a clock token from 24-hour time, or None where it is out of range; 24:00 is the end of the day."""
    if (hour > 23 and (hour, minute, second or 0) != (24, 0, 0)) or minute > 59 or (second or 0) > 59:
        return None
    return Clock((hour * 60 + minute,), second)


def either_half(clock: Clock) -> Clock:
    """Make a clock time up to 12:59 ambiguous between the halves of the day, unless its half is stated."""
    first = clock.options[0]
    if clock.spoken or clock.half_said or clock.noon or first >= HALF_DAY + 60:
        return clock
    early = first % HALF_DAY
    return Clock((early, early + HALF_DAY), clock.second, spoken=True)


def spoken(hour: int, minutes: int) -> Clock | None:
    """Build a clock token from a spoken time; None above 24.

    An hour up to twelve has two values, around twelve three.
    """
    if hour > 24:
        return None
    total = hour * 60 + minutes
    if hour > 12 or hour == 0:
        return Clock((total % WHOLE_DAY if hour == 0 else total,))
    early = total % HALF_DAY
    late = early + HALF_DAY
    return Clock((late, early, early + WHOLE_DAY) if early < 60 else (early, late), spoken=True)

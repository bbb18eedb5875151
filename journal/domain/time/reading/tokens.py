"""What the words of a typed time mean one by one, before they are put together; those of the calendar apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from journal.domain.time.moment import PartOfDay

HALF_DAY = 12 * 60
"""Minutes on one round of the clock."""
WHOLE_DAY = 2 * HALF_DAY
LUNCH = 12 * 60, 14 * 60
SMALL_HOURS = 0, 6 * 60


class Unit(StrEnum):
    """What time is counted in."""

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
    """One meaning of some words; a typed time holds at most one piece for each slot."""

    slot: ClassVar[str]


@dataclass(frozen=True)
class Clock(Token):
    """A time of day, with every reading that it has."""

    slot = "clock"
    options: tuple[int, ...]
    """Minutes after the midnight with which the day begins; 1440 and more lie after the day."""
    second: int | None = None
    spoken: bool = False
    """Without a part of the day it has two readings: `8 uur`."""
    half_said: bool = False
    """Said to be before or after noon: `8 pm`."""
    noon: bool = False
    """Noon by its name, or counted from it, which no part of the day turns into the night."""
    figures: bool = False
    """An hour up to twelve with minutes in figures, as in `9:15`: in English that may be either half of the day."""


@dataclass(frozen=True)
class Part(Token):
    """A part of the day."""

    slot = "part"
    part: PartOfDay | None
    """None for a stretch that has no name of its own: lunchtime."""
    after: bool = False
    """Of a night: the one that follows the day, not the one that leads up to it."""
    from_day_to_day: bool = False
    """Of a night: the days on both sides of it were named."""
    window: tuple[int, int] | None = None
    """Its minutes after midnight, where they are not the usual ones of its name."""
    rare: bool = False
    """A sense that is looked for only where the usual one cannot have happened: the Dutch `morgen`, *morning*."""


@dataclass(frozen=True)
class Ago(Token):
    """So many seconds from now; negative in the past."""

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
    """`now`."""

    slot = "instant"


@dataclass(frozen=True)
class Nobody(Token):
    """A time that nobody knows."""

    slot = "instant"


@dataclass(frozen=True)
class Lately(Token):
    """The last so many days, up to today."""

    slot = "instant"
    unit: Unit
    count: int


@dataclass(frozen=True)
class About(Token):
    """`about`, `rond`, `vers`, `~`."""

    slot = "about"


@dataclass(frozen=True)
class Bare(Token):
    """A small number alone: an hour where the rest makes it one."""

    slot = "bare"
    number: int


class Side(StrEnum):
    """On which side of a time it happened."""

    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True)
class Bound(Token):
    """`after`, `before`: only one side of the time is known."""

    slot = "bound"
    side: Side


@dataclass(frozen=True)
class Saving(Token):
    """`summer time`, `winter time`: which of the two is meant where a time came twice."""

    slot = "saving"
    summer: bool


@dataclass(frozen=True)
class Nothing(Token):
    """Words that say nothing about when: how often, or that all of it is meant."""

    slot = ""


class Awaits(StrEnum):
    """What a leading word asks to follow at once."""

    CLOCK = "clock"
    SPAN = "span"


@dataclass(frozen=True)
class Lead(Token):
    """A leading word: `at` asks for a clock time, `in` for a span."""

    slot = "lead"
    awaits: Awaits


def digital(hour: int, minute: int, second: int | None = None) -> Clock | None:
    """Return a 24-hour time, or None where no clock shows it; 24:00 is the end of the day."""
    if (hour > 23 and (hour, minute, second or 0) != (24, 0, 0)) or minute > 59 or (second or 0) > 59:
        return None
    return Clock((hour * 60 + minute,), second)


def either_half(clock: Clock) -> Clock:
    """Return a time up to 12:59 as it is when nothing says which half of the day is meant; any other as it is."""
    first = clock.options[0]
    if clock.spoken or clock.half_said or clock.noon or first >= HALF_DAY + 60:
        return clock
    early = first % HALF_DAY
    return Clock((early, early + HALF_DAY), clock.second, spoken=True)


def spoken(hour: int, minutes: int) -> Clock | None:
    """Return a time as people say it: an hour of at most twelve has two readings, around twelve it has three."""
    if hour > 24:
        return None
    total = hour * 60 + minutes
    if hour > 12 or hour == 0:
        return Clock((total % WHOLE_DAY if hour == 0 else total,))
    early = total % HALF_DAY
    late = early + HALF_DAY
    return Clock((late, early, early + WHOLE_DAY) if early < 60 else (early, late), spoken=True)

"""What the words of a typed time mean one by one, before they are put together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from journal.domain.moment import PartOfDay

HALF_DAY = 12 * 60
"""Minutes on one round of the clock."""
WHOLE_DAY = 2 * HALF_DAY


@dataclass(frozen=True)
class Piece:
    """One meaning of some words; a typed time holds at most one piece for each slot."""

    slot: ClassVar[str]


@dataclass(frozen=True)
class Clock(Piece):
    """A time of day, with every reading that it has."""

    slot = "clock"
    options: tuple[int, ...]
    """Minutes after the midnight with which the day begins; 1440 and more lie after the day."""
    second: int | None = None
    spoken: bool = False
    """Without a part of the day it has two readings: `8 uur`."""
    half_said: bool = False
    """Said to be before or after noon: `8 pm`."""


@dataclass(frozen=True)
class Part(Piece):
    """A part of the day."""

    slot = "part"
    part: PartOfDay
    after: bool = False
    """Of a night: the one that follows the day, not the one that leads up to it."""


@dataclass(frozen=True)
class RelativeDay(Piece):
    """So many days from today."""

    slot = "day"
    days: int
    here: bool = False
    """The Dutch `hier`, which says nothing about time but looks like the French *yesterday*."""


@dataclass(frozen=True)
class RelativeNight(Piece):
    """The night nearest to now."""

    slot = "day"
    first_hour: int = 22
    """From when on the words are used for it: `last night` begins in the evening."""


@dataclass(frozen=True)
class DayMonth(Piece):
    """A day in the calendar, perhaps without a year."""

    slot = "day"
    day: int
    month: int
    year: int | None = None
    figures: bool = False
    """Typed in figures, so that day and month may stand the other way round."""


@dataclass(frozen=True)
class DayOfMonth(Piece):
    """A day of a month that is not named: `the 3rd`."""

    slot = "day"
    day: int


@dataclass(frozen=True)
class Months(Piece):
    """Today so many months on, for a term that ends: `in 6 months`."""

    slot = "day"
    months: int


@dataclass(frozen=True)
class Weekday(Piece):
    """A day of the week, Monday being 0."""

    slot = "weekday"
    number: int


@dataclass(frozen=True)
class Month(Piece):
    """A month of the calendar."""

    slot = "span"
    month: int
    year: int | None = None


class SeasonName(StrEnum):
    """The seasons, each three whole months."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


@dataclass(frozen=True)
class Season(Piece):
    """A season."""

    slot = "span"
    name: SeasonName
    year: int | None = None


@dataclass(frozen=True)
class Year(Piece):
    """A year of the calendar."""

    slot = "span"
    year: int


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
class Calendar(Piece):
    """A week, weekend, month or year counted from the present one."""

    slot = "span"
    unit: Unit
    shift: int | None = None
    """None until a word says which: `last week`."""


class Edge(StrEnum):
    """Which third of a span is meant."""

    BEGIN = "begin"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True)
class PartOfSpan(Piece):
    """`begin`, `mid`, `end of`."""

    slot = "edge"
    edge: Edge


class Which(StrEnum):
    """Which one of those that come again and again is meant."""

    LAST = "last"
    LATEST = "latest"
    """The last one, in words that leave no doubt: `afgelopen`."""
    THIS = "this"
    NEXT = "next"


@dataclass(frozen=True)
class Pointer(Piece):
    """`last`, `this`, `next`."""

    slot = "which"
    which: Which


@dataclass(frozen=True)
class Ago(Piece):
    """So many seconds from now; negative in the past."""

    slot = "instant"
    seconds: int


@dataclass(frozen=True)
class Now(Piece):
    """`now`."""

    slot = "instant"


@dataclass(frozen=True)
class Nobody(Piece):
    """A time that nobody knows."""

    slot = "instant"


@dataclass(frozen=True)
class Lately(Piece):
    """The last so many days, up to today."""

    slot = "instant"
    unit: Unit
    count: int


@dataclass(frozen=True)
class About(Piece):
    """`about`, `rond`, `vers`, `~`."""

    slot = "about"


@dataclass(frozen=True)
class Bare(Piece):
    """A small number alone: an hour where the rest makes it one."""

    slot = "bare"
    number: int


class Awaits(StrEnum):
    """What a leading word asks to follow at once."""

    CLOCK = "clock"
    SPAN = "span"


@dataclass(frozen=True)
class Lead(Piece):
    """A leading word: `at` asks for a clock time, `in` for a span."""

    slot = "lead"
    awaits: Awaits


def digital(hour: int, minute: int, second: int | None = None) -> Clock | None:
    """Return a 24-hour time, or None where no clock shows it; 24:00 is the end of the day."""
    if (hour > 23 and (hour, minute, second or 0) != (24, 0, 0)) or minute > 59 or (second or 0) > 59:
        return None
    return Clock((hour * 60 + minute,), second)


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

"""What words mean that name a day, a month, a season or a year, or point at one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from journal.domain.time.reading.tokens import Token, Unit

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


@dataclass(frozen=True)
class RelativeDay(Token):
    """So many days from today."""

    slot = "day"
    days: int
    idiom: int | None = None
    """The days that the same words stand for as an idiom: *huit jours* are a week."""
    here: bool = False
    """The Dutch `hier`, which says nothing about time but looks like the French *yesterday*."""


@dataclass(frozen=True)
class RelativeNight(Token):
    """The night nearest to now."""

    slot = "day"
    first_hour: int = 22
    """From when on the words are used for it: `last night` begins in the evening."""
    this: bool = False
    """The present night, while it lasts."""
    nights: int = 1
    """How many nights back."""


@dataclass(frozen=True)
class DayMonth(Token):
    """A day in the calendar, perhaps without a year."""

    slot = "day"
    day: int
    month: int
    year: int | None = None
    figures: bool = False
    """Typed in figures, so that day and month may stand the other way round."""


@dataclass(frozen=True)
class DayOfMonth(Token):
    """A day of a month that is not named: `the 3rd`."""

    slot = "day"
    day: int


@dataclass(frozen=True)
class Feast(Token):
    """A day that has a name of its own in every year."""

    slot = "day"
    falls: Callable[[int], date]
    """Gives its day in a year."""
    shift: int = 0
    """Days from the feast: -1 for its eve."""
    year: int | None = None


@dataclass(frozen=True)
class Months(Token):
    """Today so many months on, for a term that ends: `in 6 months`."""

    slot = "day"
    months: int


@dataclass(frozen=True)
class Weekday(Token):
    """A day of the week, Monday being 0."""

    slot = "weekday"
    number: int


@dataclass(frozen=True)
class Month(Token):
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
class Season(Token):
    """A season."""

    slot = "span"
    name: SeasonName
    year: int | None = None


@dataclass(frozen=True)
class Year(Token):
    """A year of the calendar."""

    slot = "span"
    year: int


@dataclass(frozen=True)
class Calendar(Token):
    """A week, weekend, month or year counted from the present one."""

    slot = "span"
    unit: Unit
    shift: int | None = None
    """None until a word says which: `last week`."""
    ago: bool = False
    """So many weeks ago: the days around that day, and not a week from its Monday."""


class Edge(StrEnum):
    """Which third of a span is meant."""

    BEGIN = "begin"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True)
class PartOfSpan(Token):
    """`begin`, `mid`, `end of`."""

    slot = "edge"
    edge: Edge


class Which(StrEnum):
    """Which one of those that come again and again is meant."""

    LAST = "last"
    LATEST = "latest"
    """The last one, in words that leave no doubt: `afgelopen`."""
    BEFORE_LAST = "before last"
    THIS = "this"
    NEXT = "next"


@dataclass(frozen=True)
class Pointer(Token):
    """`last`, `this`, `next`."""

    slot = "which"
    which: Which
    weekday_sure: bool = False
    """Beside a weekday it is the latest one: *mardi dernier*."""

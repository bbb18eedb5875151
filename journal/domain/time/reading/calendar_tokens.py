"""Token types of the calendar: days, months, seasons, years, and pointers to them."""

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
    """Day at an offset from today."""

    slot = "day"
    days: int
    idiom: int | None = None
    """Second value where the words are also an idiom: *huit jours* are a week."""
    assumed: bool = False
    """Taken to the day from words that are vaguer: `a week ago at 22:00`."""
    here: bool = False
    """The Dutch `hier`, *here*, which is spelt like the French *yesterday*."""


@dataclass(frozen=True)
class RelativeNight(Token):
    """Night nearest to now."""

    slot = "day"
    first_hour: int = 22
    """Hour from which the words apply: `last night` begins in the evening."""
    this: bool = False
    """The present night, while it lasts."""
    nights: int = 1
    """Number of nights back."""


@dataclass(frozen=True)
class DayMonth(Token):
    """Day of the calendar, the year optional."""

    slot = "day"
    day: int
    month: int
    year: int | None = None
    figures: bool = False
    """Typed in figures, so that day and month may be swapped."""


@dataclass(frozen=True)
class DayOfMonth(Token):
    """Day of an unnamed month: `the 3rd`."""

    slot = "day"
    day: int


@dataclass(frozen=True)
class Holiday(Token):
    """Named day that recurs every year."""

    slot = "day"
    falls: Callable[[int], date]
    """Callback that returns its date in a year."""
    shift: int = 0
    """Offset in days from the holiday: -1 for its eve."""
    year: int | None = None


@dataclass(frozen=True)
class Months(Token):
    """Day at an offset in months from today, for the end of a term: `in 6 months`."""

    slot = "day"
    months: int


@dataclass(frozen=True)
class Weekday(Token):
    """Day of the week, Monday being 0."""

    slot = "weekday"
    number: int


@dataclass(frozen=True)
class MonthOfYear(Token):
    """Calendar month, the year optional."""

    slot = "span"
    month: int
    year: int | None = None


class SeasonName(StrEnum):
    """Season of three whole months."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


@dataclass(frozen=True)
class Season(Token):
    """Season, the year optional."""

    slot = "span"
    name: SeasonName
    year: int | None = None


@dataclass(frozen=True)
class Year(Token):
    """Calendar year."""

    slot = "span"
    year: int


@dataclass(frozen=True)
class Calendar(Token):
    """Week, weekend, month or year at an offset from the present one."""

    slot = "span"
    unit: Unit
    shift: int | None = None
    """None until a pointer resolves it: `last week`."""
    ago: bool = False
    """So many weeks ago: the days around that day, and not a week from its Monday."""


class Edge(StrEnum):
    """Third of a span."""

    BEGIN = "begin"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True)
class PartOfSpan(Token):
    """Third of a span: `begin`, `mid`, `end of`."""

    slot = "edge"
    edge: Edge


class Which(StrEnum):
    """Which recurrence is meant."""

    LAST = "last"
    LATEST = "latest"
    """The last one, in unambiguous words: `afgelopen`."""
    BEFORE_LAST = "before last"
    THIS = "this"
    NEXT = "next"


@dataclass(frozen=True)
class Pointer(Token):
    """Pointer to a recurrence: `last`, `this`, `next`."""

    slot = "which"
    which: Which
    weekday_sure: bool = False
    """Unambiguous beside a weekday, where it is the latest one: *mardi dernier*."""


NamedDay = RelativeDay | RelativeNight | DayMonth | DayOfMonth | Holiday | Months
NamedSpan = MonthOfYear | Season | Year | Calendar

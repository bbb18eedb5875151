"""Parser context, and the intermediate results that depend on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from journal.domain.time.reading.answer import YEAR_ASSUMED, YEAR_DOUBTFUL, Direction, Understood

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALL_HOURS_END = time(6)
"""Time until which *today* may still mean the day before."""


class NoReading(Exception):
    """Raised where words have no meaning in the calendar or on the clock; `why` is a marked phrase."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Context:
    """Reference time of the parse, in the journal's zone, and the settings by which incomplete dates are resolved."""

    now: datetime
    languages: tuple[str, ...]
    """All languages, the interface's first."""
    direction: Direction = Direction.PAST
    month_first: bool = False
    """Whether dates in figures are month/day, as in the United States."""

    @property
    def today(self) -> date:
        """Calendar day of the reference time."""
        return self.now.date()

    @property
    def local(self) -> datetime:
        """Reference time as a naive local datetime, to the minute."""
        return self.now.replace(tzinfo=None, second=0, microsecond=0, fold=0)

    @property
    def in_small_hours(self) -> bool:
        """Whether the reference time lies between midnight and six."""
        return self.local.time() < SMALL_HOURS_END

    @property
    def looks_ahead(self) -> bool:
        """Whether incomplete dates resolve to the next and not to the latest."""
        return self.direction is Direction.FUTURE

    @property
    def asks_about_future(self) -> bool:
        """Whether a future time is flagged, because an event cannot have happened then."""
        return self.direction is Direction.PAST

    def prefers(self, one: str, other: str) -> bool:
        """Return whether one language has priority over another."""
        return self.languages.index(one) < self.languages.index(other)

    def speaks_english(self, spoken_in: frozenset[str]) -> bool:
        """Return whether words that belong to these languages are read by English conventions."""
        return next((code for code in self.languages if code in spoken_in), "en") == "en"

    def fits(self, when: datetime) -> bool:
        """Return whether a local time lies on the side of now that the direction asks for."""
        return when >= self.local if self.looks_ahead else when <= self.local

    def day(self, shift: int) -> date:
        """Return the day so many days from today."""
        return self.today + timedelta(days=shift)


@dataclass(frozen=True)
class Day:
    """Candidate day."""

    day: date
    assumed: tuple[str, ...] = ()
    why: str = ""
    """Reason for its ambiguity, as a marked phrase; "" where it is the only one."""


@dataclass(frozen=True)
class Candidate:
    """Candidate reading, before the selection among all of them."""

    reading: Understood
    why: str = ""
    """Reason for its ambiguity, as a marked phrase; "" where it is the only one."""


def joined(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    """Merge two lists of assumptions without duplicates; of the two about the year only the cautious one is kept."""
    every = dict.fromkeys([*first, *second])
    return tuple(one for one in every if one != YEAR_ASSUMED or YEAR_DOUBTFUL not in every)

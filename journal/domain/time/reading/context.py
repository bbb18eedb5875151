"""What a reading depends on beside the text, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from journal.domain.time.reading.answer import YEAR_ASSUMED, YEAR_DOUBTFUL, Direction, Understood

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALL_HOURS_END = time(6)
"""Until then somebody awake may still call the day before *today*."""


class NoReading(Exception):
    """These words have no place in the calendar or on the clock; `why` is a marked phrase."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Context:
    """The moment of typing, in the journal's zone, and how unfinished dates are completed."""

    now: datetime
    languages: tuple[str, ...]
    """All languages, the interface's first."""
    direction: Direction = Direction.PAST
    month_first: bool = False
    """Dates in figures are month/day, as in the United States."""

    @property
    def today(self) -> date:
        """The day on the calendar at the moment of typing."""
        return self.now.date()

    @property
    def local(self) -> datetime:
        """The local time at the moment of typing, to the minute and without zone."""
        return self.now.replace(tzinfo=None, second=0, microsecond=0, fold=0)

    @property
    def in_small_hours(self) -> bool:
        """Whether it is typed between midnight and six."""
        return self.local.time() < SMALL_HOURS_END

    @property
    def looks_ahead(self) -> bool:
        """Whether the next one is meant, and not the latest."""
        return self.direction is Direction.FUTURE

    @property
    def asks_about_future(self) -> bool:
        """Whether a time to come is pointed out: nothing can have happened then."""
        return self.direction is Direction.PAST

    def prefers(self, one: str, other: str) -> bool:
        """Return whether one language comes before another."""
        return self.languages.index(one) < self.languages.index(other)

    def speaks_english(self, spoken_in: frozenset[str]) -> bool:
        """Return whether words that have their meaning in these languages are read as an English writer means them."""
        return next((code for code in self.languages if code in spoken_in), "en") == "en"

    def fits(self, when: datetime) -> bool:
        """Return whether a local time lies on the side that the direction asks for."""
        return when >= self.local if self.looks_ahead else when <= self.local

    def day(self, shift: int) -> date:
        """Return the day that lies so many days from today."""
        return self.today + timedelta(days=shift)


@dataclass(frozen=True)
class Day:
    """A day that may be meant."""

    day: date
    assumed: tuple[str, ...] = ()
    why: str = ""
    """Why it is not the only one; a marked phrase."""


@dataclass(frozen=True)
class Candidate:
    """One reading, before it is known whether it is the only one."""

    reading: Understood
    why: str = ""
    """Why it is not the only one; a marked phrase."""


def joined(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    """Return both lists of phrases, none twice; of the two about the year only the one that asks for more care."""
    every = dict.fromkeys([*first, *second])
    return tuple(one for one in every if one != YEAR_ASSUMED or YEAR_DOUBTFUL not in every)

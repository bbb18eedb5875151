"""Result types and messages of the parser."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import structs

from journal.domain.text.words import N_

if TYPE_CHECKING:
    from journal.domain.time.moment import Moment


class Direction(StrEnum):
    """Which side of now an incomplete date is resolved to."""

    PAST = "past"
    """An event that happened: the latest date not in the future."""
    FUTURE = "future"
    """A follow-up or the end of a ban: the next date not in the past."""
    INTERVAL = "interval"
    """A filter: resolved as the past, but a future day is not flagged."""


@dataclass(frozen=True)
class Understood:
    """One reading of the typed text."""

    moment: Moment
    until: Moment | None = None
    """End of an event with a duration."""
    assumed: tuple[str, ...] = ()
    """Assumptions made, as marked phrases: `year assumed`."""


@dataclass(frozen=True)
class Question:
    """Ambiguous input: several equally good readings, from which the user chooses by key `1`, `2`, …"""

    why: str
    """Marked phrase that says what is ambiguous."""
    options: tuple[Understood, ...]
    """Two to four readings, the likeliest first; a single one where it lies in the future and is to be confirmed."""


@dataclass(frozen=True)
class NotUnderstood:
    """Failed parse."""

    why: str
    """Marked phrase that says what is wrong or missing."""


Reading = Understood | Question | NotUnderstood

YEAR_ASSUMED = N_("year assumed")
YEAR_DOUBTFUL = N_("year assumed, more than six months back: please check")
MONTH_ASSUMED = N_("month assumed")
DAY_ASSUMED = N_("day assumed")
SPELLING_ASSUMED = N_("spelling assumed")
IN_THE_FUTURE = N_("in the future")
IN_THE_PAST = N_("in the past")

TWO_READINGS = N_("This can be read in more than one way")
CLOCK_BACK = N_("The clocks went back that night, so this time came twice")
CLOCK_FORWARD = N_("The clocks went forward that night, so this time did not exist")
OTHER_ORDER = N_("Day and month cannot be in this order")
WEEKDAY_DIFFERS = N_("The weekday and the date do not belong together")
DAYS_DIFFER = N_("The two days do not belong together")
AFTER_MIDNIGHT = N_("It is after midnight, so the day is not certain")
STILL_TO_COME = N_("This is still in the future")

EMPTY = N_("No time typed yet.")
NOT_READ = N_("This time is not clear yet. For example: yesterday 22:15, 3/4, 10 minutes ago, unknown.")
NOT_READ_AHEAD = N_("This day is not clear yet. For example: tomorrow, 3/4, in 6 months, 21 November 2027.")
NO_SUCH_DAY = N_("This day is not in the calendar.")
DAY_FIRST = N_("There is no such month. The day comes first, then the month: 13/4/2026.")
MONTH_FIRST = N_("There is no such month. The month comes first, then the day: 4/13/2026.")
NO_SUCH_TIME = N_("This is not a valid time.")
PART_DIFFERS = N_("This time is not in that part of the day.")
WRONG_ORDER = N_("The end is before the beginning.")


def with_typed(answer: Reading, typed: str) -> Reading:
    """Return the result with the source text set in each moment."""
    if isinstance(answer, Understood):
        return _kept(answer, typed)
    if isinstance(answer, Question):
        return Question(answer.why, tuple(_kept(option, typed) for option in answer.options))
    return answer


def _kept(understood: Understood, typed: str) -> Understood:

    return replace(understood, moment=structs.replace(understood.moment, typed=typed))

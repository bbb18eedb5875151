"""Copies of the journal in a folder: their neutral names, and which of them are no longer needed."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

RULE = N_(
    "Of the older copies, all of the last 7 days are kept, then the last of each day for 30 days, the last of each week"
    " for a year, and the last of each month for ever; the newest is never removed."
)
"""What `no_longer_needed` does, in one sentence."""

_ALL, _DAILY, _WEEKLY = timedelta(days=7), timedelta(days=30), timedelta(days=366)
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)-([a-z]{1,6})\.json", re.ASCII)
_LETTERS = 26


class Name(Struct, frozen=True, order=True):
    """The name of a copy: its day, and the how-manieth of that day it is, from 1."""

    day: date
    number: int

    def __str__(self) -> str:
        return f"{self.day.isoformat()}-{_letters(self.number)}.json"


class Copy(Struct, frozen=True):
    """A copy of which it is known that it is an earlier state of this journal."""

    name: str
    made: datetime
    """When it was made, with its zone."""


def read_name(name: str) -> Name | None:
    """Return what the name of a file says, or None where no copy of ours is called like that.

    Capitals are understood, because some sticks do not tell them from small letters.
    """
    found = _NAME.fullmatch(name.lower())
    if not found:
        return None
    try:
        return Name(date.fromisoformat(found[1]), _number(found[2]))
    except ValueError:
        return None


def next_name(day: date, taken: Iterable[str]) -> str:
    """Return the name of a new copy, `2026-11-22-a.json`: the letter after the last one that the day has had.

    A letter that was freed in between is not given again, so that names stand in the order in which they were made.
    """
    numbers = [found.number for name in taken if (found := read_name(name)) and found.day == day]
    return str(Name(day, max(numbers, default=0) + 1))


def no_longer_needed(copies: Iterable[Copy], now: datetime) -> list[Copy]:
    """Return the copies to remove, oldest first, by RULE; days are those of the zone of `now`.

    A copy that seems to come from the future, because a clock was wrong, is kept.
    """
    removed: list[Copy] = []
    seen: set[str] = set()
    for copy in sorted(copies, key=lambda copy: (copy.made, len(copy.name), copy.name), reverse=True):
        age = now - copy.made
        periods = _periods(copy.made.astimezone(now.tzinfo).date())
        last_of_a_period = any(age <= kept and period not in seen for period, kept in periods.items())
        if age > _ALL and not last_of_a_period:
            removed.append(copy)
        seen |= periods.keys()
    return removed[::-1]


def _periods(day: date) -> dict[str, timedelta]:
    """Return the periods that a day lies in, with the age up to which the last copy of each is kept."""
    year, week, _weekday = day.isocalendar()
    return {f"day {day}": _DAILY, f"week {year}-{week}": _WEEKLY, f"month {day:%Y-%m}": timedelta.max}


def _letters(number: int) -> str:
    """Return a, b, … z, aa, ab, … for 1, 2, …"""
    before, last = divmod(number - 1, _LETTERS)
    return (_letters(before) if before else "") + chr(ord("a") + last)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("a") + 1
    return number

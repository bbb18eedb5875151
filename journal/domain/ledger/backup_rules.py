"""Retention policy and neutral file names of the backups in a folder."""

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
"""The policy of `no_longer_needed` as a sentence for the user."""

_ALL, _DAILY, _WEEKLY = timedelta(days=7), timedelta(days=30), timedelta(days=366)
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)-([a-z]{1,6})\.json", re.ASCII)
_LETTERS = 26


class Name(Struct, frozen=True, order=True):
    """Parsed file name of a backup: its day, and its ordinal on that day from 1."""

    day: date
    number: int

    def __str__(self) -> str:
        return f"{self.day.isoformat()}-{_letters(self.number)}.json"


class Copy(Struct, frozen=True):
    """A backup verified to be an earlier state of this journal."""

    name: str
    made: datetime
    """Time of the backup, zone-aware."""


def read_name(name: str) -> Name | None:
    """Parse a file name; return None for one that is not a backup's.

    Case-insensitive, because the file systems of some sticks are.
    """
    found = _NAME.fullmatch(name.lower())
    if not found:
        return None
    try:
        return Name(date.fromisoformat(found[1]), _number(found[2]))
    except ValueError:
        return None


def next_name(day: date, taken: Iterable[str]) -> str:
    """Return the name for a new backup, `2026-11-22-a.json`: the letter after the highest used on that day.

    A letter freed in between is not reused, so that names sort in the order in which they were made.
    """
    numbers = [found.number for name in taken if (found := read_name(name)) and found.day == day]
    return str(Name(day, max(numbers, default=0) + 1))


def no_longer_needed(copies: Iterable[Copy], now: datetime) -> list[Copy]:
    """Return the backups to prune by `RULE`, oldest first; days are those of the zone of `now`.

    A backup dated in the future, because a clock was wrong, is kept.
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
    """Return the day, week and month that a day lies in, each with the age up to which its last backup is kept."""
    year, week, _weekday = day.isocalendar()
    return {f"day {day}": _DAILY, f"week {year}-{week}": _WEEKLY, f"month {day:%Y-%m}": timedelta.max}


def _letters(number: int) -> str:
    """Encode a number in letters: a, b, … z, aa, ab, … for 1, 2, …"""
    before, last = divmod(number - 1, _LETTERS)
    return (_letters(before) if before else "") + chr(ord("a") + last)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("a") + 1
    return number

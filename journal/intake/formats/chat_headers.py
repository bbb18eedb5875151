"""Headers of the messages of chats that were exported as lines: date and time in every order, and what they mean.

A header is, behind invisible marks: a bracket or none, three numbers parted by `-`, `/` or `.`, a comma, a word or
nothing, hour and minute, seconds or none, a mark of the half of the day or none, then the bracket or a dash.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.intake.model.found import Doubt, SourceTime

if TYPE_CHECKING:
    from journal.intake.model.day_order import DayOrder

MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Marks of direction, and the byte order mark, which stand before headers and inside numbers."""
_MOST_DAYS = 1_000
_LOOKED_AT = 200
_TO_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-"} | dict.fromkeys(MARKS))
_MARK = re.compile("[-/.]")
_DATE = r"(?P<date>\d{1,4}(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,4})"
_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<seconds>\d{2}))?"
_HALF = r"(?:\s?(?P<half>[AaPp])\.?\s?[Mm]\.?|\s(?P<word>matin|midi|après-midi|soir|nuit))?"
_BETWEEN = r"(?:,|\sà|\sklo)?\s?"
_HEADER = re.compile(rf"(?P<open>\[)?(?:{_DATE}{_BETWEEN}{_TIME}{_HALF})(?(open)\]\s?|\s[-\u2013]\s)", re.ASCII)
_TIME_FIRST = re.compile(rf"(?P<open>\[){_TIME}{_HALF},?\s{_DATE}\]\s?", re.ASCII)
_PARTS = ("open", "date", "mark", "hour", "minute", "seconds", "half", "word")


class Header(Struct, frozen=True):
    """Header of a message as it stands in a line."""

    numbers: tuple[int, int, int]
    clock: str
    """Hour and minute, and seconds where there are any: `09:15`, `09:15:30`."""
    half: str
    """`a` or `p`, a French word for the part of the day, or empty."""
    text: str
    end: int
    """Index in the line behind it."""
    form: tuple[str, str, bool]
    """Bracket, mark between the numbers, whether it has seconds: the same in the whole of an export."""


def header(line: str) -> Header | None:
    """Parse the header at the beginning of a line; None where it begins otherwise."""
    head = line[:_LOOKED_AT]
    plain = plain_signs(head)
    if not plain or plain[0] not in "[0123456789":
        return None
    found = _HEADER.match(plain) or _TIME_FIRST.match(plain)
    if found is None:
        return None
    opened, date, mark, hour, minute, seconds, half, word = found.group(*_PARTS)
    if int(hour) > 23 or int(minute) > 59:
        return None
    form = (opened or "", mark, seconds is not None)
    end = found.end() if plain is head else _index_behind(head, found.end())
    said = (half or word or "").lower()
    clock = f"{hour:0>2}:{minute}:{seconds}" if seconds else f"{hour:0>2}:{minute}"
    return Header(numbers_of(date), clock, said, date, end, form)


@lru_cache(maxsize=64)
def numbers_of(date: str) -> tuple[int, int, int]:
    """Return the numbers of a date; headers of one day follow each other."""
    first, second, third = _MARK.split(date)
    return int(first), int(second), int(third)


def _index_behind(head: str, count: int) -> int:
    """Return the index in a line behind so many signs that are no marks."""
    for at, sign in enumerate(head):
        if sign not in MARKS:
            count -= 1
        if count == 0:
            return at + 1
    return len(head)


def plain_signs(text: str) -> str:
    """Return a text without marks, with plain blanks and hyphens; the same object where there is nothing to change."""
    return text if text.isascii() else text.translate(_TO_SPACES)


class LocalTimes:
    """Local times of the headers of a file, in which days follow each other."""

    def __init__(self, order: DayOrder) -> None:
        """Read its dates in this order."""
        self._order = order
        self._days: dict[tuple[int, int, int], str] = {}

    def of(self, head: Header) -> tuple[SourceTime, bool]:
        """Return the time of a header, and whether its hour is impossible for the clock that it claims.

        Hours with a half of the day that cannot be are read as of the clock of 24 hours.
        """
        day = self._days.get(head.numbers)
        if day is None:
            day = self._day(head.numbers)
        clock, impossible = (head.clock, False) if not head.half else _on_24_hours(head)
        if not day or clock[6:] > "59":
            return SourceTime(doubt=Doubt.MALFORMED, raw=head.text), impossible
        return SourceTime(local=f"{day}T{clock}"), impossible

    def _day(self, numbers: tuple[int, int, int]) -> str:
        """Return a day in ISO 8601; "" where the numbers are none."""
        if len(self._days) > _MOST_DAYS:
            self._days.clear()
        try:
            day = self._order.date(numbers).isoformat()
        except ValueError:
            day = ""
        self._days[numbers] = day
        return day


def _on_24_hours(head: Header) -> tuple[str, bool]:
    hour, impossible = _hour(int(head.clock[:2]), head.half)
    return f"{hour:02}{head.clock[2:]}", impossible


def _hour(hour: int, half: str) -> tuple[int, bool]:
    if half in {"a", "p"}:
        if not 1 <= hour <= 12:
            return hour, True
        return hour % 12 + (12 if half == "p" else 0), False
    if hour > 12:
        return hour, True
    later = half in {"après-midi", "soir"} or (half == "midi") or (half == "nuit" and 9 <= hour < 12)
    return hour % 12 + (12 if later else 0), False

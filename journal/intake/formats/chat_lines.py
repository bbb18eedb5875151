"""Chats exported as lines, each message with its date before it: headers in every order, and the records they begin.

A header is, behind invisible marks: a bracket or none, three numbers parted by `-`, `/` or `.`, a comma, a word or
nothing, hour and minute, seconds or none, a mark of the half of the day or none, then the bracket or a dash.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, time
from functools import lru_cache
from typing import IO, TYPE_CHECKING, NamedTuple

from journal.intake.model.day_order import Dated, day_order
from journal.intake.model.found import Doubt, SourceTime
from journal.intake.model.times import of_local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.intake.model.day_order import DayOrder
    from journal.intake.model.source import Source

MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Marks of direction, and the byte order mark, which stand before headers and inside numbers."""
LONGEST_LINE = 1 << 20
"""Bytes of a line; a longer one is read in pieces."""
_LOOKED_AT = 200
_DAY = 11
"""Bytes at the beginning of a line in which headers of one day are mostly alike."""
_TO_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-"} | dict.fromkeys(MARKS))
_MARK = re.compile("[-/.]")
_DATE = r"(?P<date>\d{1,4}(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,4})"
_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<seconds>\d{2}))?"
_HALF = r"(?:\s?(?P<half>[AaPp])\.?\s?[Mm]\.?|\s(?P<word>matin|midi|après-midi|soir|nuit))?"
_BETWEEN = r"(?:,|\sà|\sklo)?\s?"
_HEADER = re.compile(rf"(?P<open>\[)?(?:{_DATE}{_BETWEEN}{_TIME}{_HALF})(?(open)\]\s?|\s[-\u2013]\s)", re.ASCII)
_TIME_FIRST = re.compile(rf"(?P<open>\[){_TIME}{_HALF},?\s{_DATE}\]\s?", re.ASCII)
_PARTS = ("open", "date", "mark", "hour", "minute", "seconds", "half", "word")
_SENDER = re.compile(r"([^:\n]{1,80}?)\s?:(?:\s|$|(?=\.$))")
_SPACES = re.compile("[ \u00a0\u202f]?")


class Header(NamedTuple):
    """Header of a message as it stands in a line."""

    numbers: tuple[int, int, int]
    hour: int
    minute: int
    seconds: int | None
    half: str
    """`a` or `p`, a French word for the part of the day, or empty."""
    text: str
    end: int
    """Index in the line behind it."""
    form: tuple[str, str, bool]
    """Bracket, mark between the numbers, whether it has seconds: the same in the whole of an export."""


class ChatMessage(NamedTuple):
    """Message with all its lines."""

    header: Header
    body: str
    """What follows the header, with the lines that belong to it."""
    start: int
    """Byte offset."""
    length: int
    line: int


def header(line: str) -> Header | None:
    """Parse the header at the beginning of a line; None where it begins otherwise."""
    head = line[:_LOOKED_AT]
    plain = head if head.isascii() else head.translate(_TO_SPACES)
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
    return Header(_numbers(date), int(hour), int(minute), int(seconds) if seconds else None, said, date, end, form)


@lru_cache(maxsize=64)
def _numbers(date: str) -> tuple[int, int, int]:
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


def form_of(source: Source) -> tuple[str, str, bool] | None:
    """Return the form of the headers of a file, by the most of its beginning; None where there are none."""
    lines = source.head().decode("utf-8", "replace").split("\n")
    forms = Counter(found.form for found in map(header, lines) if found)
    return forms.most_common(1)[0][0] if forms else None


def order_of(source: Source, form: tuple[str, str, bool]) -> DayOrder:
    """Work out the order of day and month from every header of a file; raises as `day_order`."""
    with source.open() as file:
        return day_order(_dates(file, form))


def _dates(file: IO[bytes], form: tuple[str, str, bool]) -> Iterator[Dated]:
    """Yield the date of each header, of consecutive ones of a day only the first."""
    before = b""
    for raw, _start, number in _lines(file):
        if raw[:_DAY] != before and (found := header(_text(raw))) and found.form == form:
            before = raw[:_DAY]
            yield Dated(found.numbers, found.text, number)


def records(source: Source, form: tuple[str, str, bool]) -> Iterator[ChatMessage | str]:
    """Yield the messages of a file in its order, and each line before the first as text.

    A line with a header of another form belongs to the message before it: somebody pasted it there.
    """
    held: Header | None = None
    lines: list[str] = []
    began, at, end = 0, 0, 0
    with source.open() as file:
        for raw, start, number in _lines(file):
            line = _text(raw)
            found = header(line)
            if found and found.form == form:
                if held:
                    yield ChatMessage(held, "\n".join(lines).rstrip("\n"), began, start - began, at)
                held, lines, began, at = found, [line[found.end :]], start, number
            elif held:
                lines.append(line)
            elif line.strip():
                yield line
            end = start + len(raw)
    if held:
        yield ChatMessage(held, "\n".join(lines).rstrip("\n"), began, end - began, at)


def _lines(file: IO[bytes]) -> Iterator[tuple[bytes, int, int]]:
    """Yield each line as it stands, with its offset and its number from 1."""
    start, number = 0, 1
    while raw := file.readline(LONGEST_LINE):
        yield raw, start, number
        start += len(raw)
        number += raw.endswith(b"\n")


def _text(raw: bytes) -> str:
    """Return a line as text without its end."""
    return raw.decode("utf-8", "replace").rstrip("\r\n")


def sender(body: str) -> tuple[str, str]:
    """Split a body in the name of the writer, without marks, and the text; no name for a line of the program."""
    found = _SENDER.match(body)
    if found is None:
        return "", body
    return _without_marks(found[1]), body[found.end() :]


@lru_cache(maxsize=1024)
def _without_marks(name: str) -> str:
    return name.translate(_TO_SPACES).strip()


def when(head: Header, order: DayOrder) -> tuple[SourceTime, bool]:
    """Return the local time of a header, and whether its hour is impossible for the clock that it claims.

    Hours with a half of the day that cannot be are read as of the clock of 24 hours.
    """
    hour, impossible = _hour(head.hour, head.half) if head.half else (head.hour, False)
    try:
        day, clock = _day(head.numbers, order), time(hour, head.minute, head.seconds or 0)
    except ValueError:
        return SourceTime(doubt=Doubt.MALFORMED, raw=head.text), impossible
    return of_local(datetime.combine(day, clock), seconds=head.seconds is not None), impossible


@lru_cache(maxsize=64)
def _day(numbers: tuple[int, int, int], order: DayOrder) -> date:
    return order.date(numbers)


def _hour(hour: int, half: str) -> tuple[int, bool]:
    if half in {"a", "p"}:
        if not 1 <= hour <= 12:
            return hour, True
        return hour % 12 + (12 if half == "p" else 0), False
    if hour > 12:
        return hour, True
    later = half in {"après-midi", "soir"} or (half == "midi") or (half == "nuit" and 9 <= hour < 12)
    return hour % 12 + (12 if later else 0), False

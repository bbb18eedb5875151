"""Chats exported as lines, each message with its date before it: headers in every order, and the records they begin.

A header is, behind invisible marks: a bracket or none, three numbers parted by `-`, `/` or `.`, a comma, a word or
nothing, hour and minute, seconds or none, a mark of the half of the day or none, then the bracket or a dash.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime, time
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
"""Letters at the beginning of a line in which headers of one day are mostly alike."""
_TO_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-"} | dict.fromkeys(MARKS))
_DATE = r"(?P<first>\d{1,4})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<third>\d{1,4})"
_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<seconds>\d{2}))?"
_HALF = r"(?:\s?(?P<half>[AaPp])\.?\s?[Mm]\.?|\s(?P<word>matin|midi|après-midi|soir|nuit))?"
_BETWEEN = r"(?:,|\sà|\sklo)?\s?"
_HEADER = re.compile(rf"(?P<open>\[)?(?:{_DATE}{_BETWEEN}{_TIME}{_HALF})(?(open)\]\s?|\s[-\u2013]\s)", re.ASCII)
_TIME_FIRST = re.compile(rf"(?P<open>\[){_TIME}{_HALF},?\s{_DATE}\]\s?", re.ASCII)
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
    if found is None or int(found["hour"]) > 23 or int(found["minute"]) > 59:
        return None
    numbers = (int(found["first"]), int(found["second"]), int(found["third"]))
    date = plain[found.start("first") : found.end("third")]
    seconds = int(found["seconds"]) if found["seconds"] else None
    half = (found["half"] or found["word"] or "").lower()
    form = (found["open"] or "", found["mark"], seconds is not None)
    end = found.end() if plain is head else _index_behind(head, found.end())
    return Header(numbers, int(found["hour"]), int(found["minute"]), seconds, half, date, end, form)


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
    before = ""
    for line, _start, _length, number in _lines(file):
        if line[:_DAY] != before and (found := header(line)) and found.form == form:
            before = line[:_DAY]
            yield Dated(found.numbers, found.text, number)


def records(source: Source, form: tuple[str, str, bool]) -> Iterator[ChatMessage | str]:
    """Yield the messages of a file in its order, and each line before the first as text.

    A line with a header of another form belongs to the message before it: somebody pasted it there.
    """
    held: tuple[Header, list[str], int, int] | None = None
    end = 0
    with source.open() as file:
        for line, start, length, number in _lines(file):
            found = header(line)
            if found and found.form == form:
                if held:
                    yield _record(held, end)
                held = (found, [line[found.end :]], start, number)
            elif held:
                held[1].append(line)
            elif line.strip():
                yield line
            end = start + length
    if held:
        yield _record(held, end)


def _record(held: tuple[Header, list[str], int, int], end: int) -> ChatMessage:
    found, lines, start, number = held
    return ChatMessage(found, "\n".join(lines).rstrip("\n"), start, end - start, number)


def _lines(file: IO[bytes]) -> Iterator[tuple[str, int, int, int]]:
    """Yield each line as text without its end, with its offset, its length in bytes, and its number from 1."""
    start, number = 0, 1
    while raw := file.readline(LONGEST_LINE):
        yield raw.decode("utf-8", "replace").rstrip("\r\n"), start, len(raw), number
        start += len(raw)
        number += raw.endswith(b"\n")


def sender(body: str) -> tuple[str, str]:
    """Split a body in the name of the writer, without marks, and the text; no name for a line of the program."""
    found = _SENDER.match(body)
    if found is None:
        return "", body
    return found[1].translate(_TO_SPACES).strip(), body[found.end() :]


def when(head: Header, order: DayOrder) -> tuple[SourceTime, bool]:
    """Return the local time of a header, and whether its hour is impossible for the clock that it claims.

    Hours with a half of the day that cannot be are read as of the clock of 24 hours.
    """
    hour, impossible = _hour(head.hour, head.half)
    try:
        at = datetime.combine(order.date(head.numbers), time(hour, head.minute, head.seconds or 0))
    except ValueError:
        return SourceTime(doubt=Doubt.MALFORMED, raw=head.text), impossible
    return of_local(at, seconds=head.seconds is not None), impossible


def _hour(hour: int, half: str) -> tuple[int, bool]:
    if not half:
        return hour, False
    if half in {"a", "p"}:
        if not 1 <= hour <= 12:
            return hour, True
        return hour % 12 + (12 if half == "p" else 0), False
    if hour > 12:
        return hour, True
    later = half in {"après-midi", "soir"} or (half == "midi") or (half == "nuit" and 9 <= hour < 12)
    return hour % 12 + (12 if later else 0), False

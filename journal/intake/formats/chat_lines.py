"""Records of chats that were exported as lines: each message with its lines, its bytes and its writer."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import IO, TYPE_CHECKING

from msgspec import Struct

from journal.intake.formats.chat_headers import Header, header, numbers_of, plain_signs
from journal.intake.model.day_order import Dated, day_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.intake.model.day_order import DayOrder
    from journal.intake.model.source import Source

LONGEST_LINE = 1 << 20
"""Bytes of a line; a longer one is read in pieces."""
_PART = 1 << 18
"""Bytes that are read at once."""
_DAY = 11
"""Bytes at the beginning of a line in which headers of one day are mostly alike."""
_LONGEST_NAME = 80
_SENDER = re.compile(r"([^:\n]{1,80}?)\s?:(?:\s|$|(?=\.$))")


class ChatMessage(Struct, frozen=True):
    """Message with all its lines."""

    header: Header
    body: str
    """What follows the header, with the lines that belong to it."""
    start: int
    """Byte offset."""
    length: int
    line: int


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
    before, number = b"\n", 1
    for part in _parts(file):
        for raw in part.split(b"\n"):
            if not raw.startswith(before) and (found := header(_text(raw))) and found.form == form:
                before = raw[:_DAY]
                yield Dated(found.numbers, found.text, number)
            number += 1
        # Behind the last line end stands nothing, or what the next part goes on with.
        number -= 1


def records(source: Source, form: tuple[str, str, bool]) -> Iterator[ChatMessage | str]:
    """Yield the messages of a file in its order, and each line before the first as text.

    A line with a header of another form belongs to the message before it: somebody pasted it there.
    """
    held: Header | None = None
    lines: list[str] = []
    began = at = behind = 0
    with source.open() as file:
        for found, text, start, end, number in _lines(file, form):
            behind = end
            if found:
                if held:
                    yield ChatMessage(held, _joined(lines), began, start - began, at)
                held, lines, began, at = found, [text], start, number
            elif held:
                lines.append(text)
            elif text.strip():
                yield text
    if held:
        yield ChatMessage(held, _joined(lines), began, behind - began, at)


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).rstrip("\n") if len(lines) > 1 else lines[0]


_Line = tuple[Header | None, str, int, int, int]
"""Header of a line, where it has one of the form; the text behind it, both its offsets, and its number from 1."""


def _lines(file: IO[bytes], form: tuple[str, str, bool]) -> Iterator[_Line]:
    """Yield each line; most are matched at once in the bytes, the others looked at one by one."""
    plain, before, number = _plain_line(form), 0, 1
    for part in _parts(file):
        at = 0
        for found in plain.finditer(part):
            start, end = found.span()
            if start > at:
                yield from _looked_at(part[at:start], form, before + at, number)
                number += part.count(b"\n", at, start)
            date, clock, text = found.groups()
            numbers, said = _date(date)
            head = Header(numbers, clock.decode(), "", said, 0, form)
            yield head, text.decode("utf-8", "replace").rstrip("\r"), before + start, before + end, number
            at, number = end, number + 1
        yield from _looked_at(part[at:], form, before + at, number)
        number += part.count(b"\n", at)
        before += len(part)


def _looked_at(part: bytes, form: tuple[str, str, bool], start: int, number: int) -> Iterator[_Line]:
    for raw in _cut(part):
        line, end = _text(raw), start + len(raw)
        found = header(line)
        if found and found.form == form:
            yield found, line[found.end :], start, end, number
        else:
            yield None, line, start, end, number
        start, number = end, number + raw.endswith(b"\n")


@lru_cache(maxsize=16)
def _plain_line(form: tuple[str, str, bool]) -> re.Pattern[bytes]:
    """Return the pattern of lines with a header of this form, without marks, odd blanks and halves of the day.

    `header` reads what it matches in the same way.
    """
    opened, mark, seconds = form
    date = rb"(\d{1,4}%b\d{1,2}%b\d{1,4})" % ((re.escape(mark).encode(),) * 2)
    clock = rb"((?:[01]\d|2[0-3]):[0-5]\d" + (rb":\d\d)" if seconds else rb")")
    first, last = (rb"\[", rb"\]") if opened else (b"", b" -")
    return re.compile(rb"^" + first + date + rb",? " + clock + last + rb" ([!-~][^\n]*)\n", re.MULTILINE)


@lru_cache(maxsize=64)
def _date(date: bytes) -> tuple[tuple[int, int, int], str]:
    text = date.decode("ascii")
    return numbers_of(text), text


def _parts(file: IO[bytes]) -> Iterator[bytes]:
    """Yield a file in parts that end with a line, or within a very long one."""
    rest = b""
    while read := file.read(_PART):
        rest += read
        end = rest.rfind(b"\n") + 1
        if end or len(rest) >= LONGEST_LINE:
            end = end or len(rest)
            yield rest[:end]
            rest = rest[end:]
    if rest:
        yield rest


def _cut(part: bytes) -> Iterator[bytes]:
    """Yield the lines of a part, each with its end."""
    at = 0
    while at < len(part):
        end = part.find(b"\n", at) + 1 or len(part)
        yield part[at:end]
        at = end


def _text(raw: bytes) -> str:
    """Return a line as text without its end."""
    return raw.decode("utf-8", "replace").rstrip("\r\n")


def sender(body: str) -> tuple[str, str]:
    """Split a body in the name of the writer, without marks, and the text; no name for a line of the program."""
    colon = body.find(":", 0, _LONGEST_NAME)
    if colon > 0 and body[colon + 1 : colon + 2] == " " and "\n" not in body[:colon]:
        return _without_marks(body[:colon]), body[colon + 2 :]
    found = _SENDER.match(body)
    if found is None:
        return "", body
    return _without_marks(found[1]), body[found.end() :]


@lru_cache(maxsize=1024)
def _without_marks(name: str) -> str:
    return plain_signs(name).strip()

"""Reader of the text files of `imessage-exporter`: messages of iMessage, SMS and RCS from a Mac or an iPhone's backup.

Times are local, to the second, in English. A reply stands below its original, indented, and again at its own time; only
the latter is taken. A name that is not `Me` may be the user's own, which the exporter lets one choose: it is asked.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from journal.domain.entry.origin import OriginNote
from journal.intake.model import neighbours
from journal.intake.model.found import Channel, Doubt, Found, FoundFile, Place, Problem, SentBy, SourceTime, Trouble
from journal.intake.model.neighbours import Neighbours
from journal.intake.model.times import of_local

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal.intake.model.source import Source

LONGEST_LINE = 1 << 20
"""Bytes of a line; a longer one is read in pieces."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = (
    rf"({'|'.join(_MONTHS)}) (\d{{1,2}}), (\d{{4}}) {{1,2}}(\d{{1,2}}):(\d{{2}}):(\d{{2}}) ([AP])M"
    r"(?: \(Read by [^()\n]{1,99}\))?"
)
_HEADER = re.compile(rf"{_DATE}(?:\s(?P<announced>.+))?$", re.ASCII)
_INDENTED = re.compile(rf" {{4,}}{_DATE}$", re.ASCII)
_LISTED = frozenset({"Tapbacks:", "Reactions:"})
_REPLIED = "This message responded to an earlier message."
_DELETED = "This message was deleted from the conversation!"
_EDITED = re.compile(r"Edited .{1,80} later: ")
_PHONE = re.compile(r"\+?[\d ().-]{5,24}|\S{1,80}@\S{1,80}", re.ASCII)
_ME = "Me"


def recognises(head: bytes) -> bool:
    """Test whether a file begins with such a date on a line of its own, and a line of text below it."""
    lines = head[:4096].decode("utf-8", "replace").removeprefix("\ufeff").lstrip("\r\n").splitlines()
    return len(lines) > 1 and _HEADER.match(lines[0]) is not None and bool(lines[1].strip() or len(lines) > 2)


def read(source: Source) -> Iterator[Found | Trouble]:
    """Yield every message in the order of the file; lines before the first as trouble."""
    beside = Neighbours(source)
    lines: list[str] = []
    began, at, start, number = 0, 1, 0, 1
    with source.open() as file:
        while raw := file.readline(LONGEST_LINE):
            text = raw.decode("utf-8", "replace").rstrip("\r\n").removeprefix("\ufeff")
            if _HEADER.match(text) and lines:
                yield from _message(beside, lines, Place(began, start - began, at))
                lines, began, at = [], start, number
            lines.append(text)
            start += len(raw)
            number += raw.endswith(b"\n")
    if lines:
        yield from _message(beside, lines, Place(began, start - began, at))


attachment = neighbours.attachment


def _message(beside: Neighbours, lines: Sequence[str], place: Place) -> Iterator[Found | Trouble]:
    head = _HEADER.match(lines[0])
    if head is None:
        if told := "\n".join(lines).strip():
            yield Trouble(Problem.BEFORE_FIRST, place.line, told[:200])
        return
    if announced := head["announced"]:
        more = "\n".join((announced, *lines[1:])).rstrip()
        yield Found(place=place, channel=Channel.IMESSAGE, direction=SentBy.NEITHER, when=_when(head), text=more)
        return
    name = lines[1].strip() if len(lines) > 1 else ""
    said = list(_own_lines(lines[2:]))
    files = tuple(FoundFile(one.rpartition("/")[2], index=at, file=one) for at, one in _files(beside, said))
    notes = [OriginNote.DELETED] if _DELETED in said else []
    notes += [OriginNote.EDITED] if any(map(_EDITED.match, said)) else []
    attached = {one.file for one in files}
    yield Found(
        place=place,
        channel=Channel.IMESSAGE,
        direction=SentBy.SENT if name == _ME else SentBy.UNKNOWN,
        when=_when(head),
        party=name if _PHONE.fullmatch(name) else "",
        name="" if name == _ME else name,
        text="\n".join(one for one in said if one not in attached and one != _DELETED).strip("\n"),
        attachments=files,
        notes=tuple(notes),
    )


def _own_lines(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a message itself: neither the replies below it nor who reacted."""
    inside = False
    for line in lines:
        if line in _LISTED or _INDENTED.match(line):
            inside = True
        elif not (inside and (line.startswith("    ") or not line)) and line != _REPLIED:
            inside = False
            yield line


def _files(beside: Neighbours, said: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that are paths of files which came with the export; any other line is words."""
    paths = (one for one in said if "/" in one and len(one) < 1000)
    yield from enumerate(one for one in paths if beside.find(one))


def _when(head: re.Match[str]) -> SourceTime:
    month, day, year, hour, minute, second, half = head.groups()[:7]
    try:
        clock = int(hour) % 12 + (12 if half == "P" else 0)
        at = datetime(int(year), _MONTHS.index(month) + 1, int(day), clock, int(minute), int(second))  # noqa: DTZ001 - local
    except ValueError:
        return SourceTime(doubt=Doubt.MALFORMED, raw=head[0][:80])
    return of_local(at, seconds=True)

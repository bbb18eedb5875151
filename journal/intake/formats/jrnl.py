"""Reader of diaries kept with `jrnl`: its export as JSON, and its text, in which `[2026-11-21 22:14]` begins an entry.

Source of the format: its own exporter and parser (2012 to 2023). Times are local without a zone, to the minute.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from journal.domain.entry.origin import OriginNote
from journal.intake.formats.json_objects import Visit, opened, values
from journal.intake.formats.json_values import row, text
from journal.intake.model.found import Channel, Doubt, Found, Place, Problem, SentBy, SourceTime, Trouble
from journal.intake.model.times import of_local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.intake.formats.json_objects import Path, Value
    from journal.intake.model.source import Source

_MARK = b"\xef\xbb\xbf"
_HEADER = re.compile(rb"\[(\d{4}-\d\d-\d\d \d\d?:\d\d(?:(?::\d\d)? ?[AP]M)?)\] ", re.IGNORECASE)
"""Time before an entry; with seconds only beside AM or PM, without which it is a line of a chat."""
_FIELDS = (b'"entries"', b'"title"', b'"body"', b'"date"', b'"time"', b'"starred"')
_ENTRY = ("entries", "")
_FORMS = ("%Y-%m-%d %H:%M", "%Y-%m-%d %I:%M %p", "%Y-%m-%d %I:%M:%S %p", "%Y-%m-%d %I:%M%p", "%Y-%m-%d %I:%M:%S%p")
_LONGEST = 100_000
"""Characters of an entry that are taken; the rest stays in the evidence."""


def recognises(head: bytes) -> bool:
    """Test whether a file begins as such a diary."""
    begins = head.removeprefix(_MARK).lstrip()
    if begins.startswith(b"{"):
        return all(field in head for field in _FIELDS)
    return _HEADER.match(begins) is not None


def read(source: Source) -> Iterator[Found | Trouble]:
    """Yield every entry in the order of the file."""
    if source.head().removeprefix(_MARK).lstrip().startswith(b"{"):
        yield from _of_json(source)
    else:
        yield from _of_text(source)


def attachment(_source: Source, _found: Found, _index: int) -> bytes:
    """Raise ValueError: such a diary holds words only."""
    raise ValueError("a diary of jrnl holds no files")


def _of_json(source: Source) -> Iterator[Found | Trouble]:
    with source.open() as file:
        for value in values(file, _step):
            yield value if isinstance(value, Trouble) else _json_entry(value)


def _step(path: Path) -> Visit:
    if path == _ENTRY:
        return Visit.TAKE
    return Visit.ENTER if path == _ENTRY[: len(path)] else Visit.SKIP


def _json_entry(value: Value) -> Found | Trouble:
    opening = opened(value)
    if isinstance(opening, Trouble):
        return opening
    whole, replaced = opening
    said = row(whole)
    if not said.keys() & {"title", "body"}:
        return value.trouble(Problem.NOT_UNDERSTOOD)
    words = "\n".join(filter(None, (text(said.get("title")), text(said.get("body")))))
    when = _when(f"{text(said.get('date'))} {text(said.get('time'))}".strip())
    return _found(value.place, when, words, (OriginNote.SIGNS_REPLACED,) if replaced else ())


def _of_text(source: Source) -> Iterator[Found | Trouble]:
    start, began, at, when = 0, 0, 0, b""
    lines: list[bytes] = []
    with source.open() as file:
        for number, line in enumerate(file, 1):
            plain = line.removeprefix(_MARK) if number == 1 else line
            if header := _HEADER.match(plain):
                if when:
                    yield _text_entry(Place(began, start - began, at), when, lines)
                began, at, when, lines = start, number, header[1], [plain[header.end() :]]
            elif when:
                lines.append(line)
            elif plain.strip():
                yield Trouble(Problem.BEFORE_FIRST, number, plain[:80].decode("utf-8", "replace"))
            start += len(line)
    if when:
        yield _text_entry(Place(began, start - began, at), when, lines)


def _text_entry(place: Place, when: bytes, lines: list[bytes]) -> Found:
    data = b"".join(lines)
    words = data.decode("utf-8", "replace").replace("\r\n", "\n")
    replaced = "\N{REPLACEMENT CHARACTER}" in words and b"\xef\xbf\xbd" not in data
    return _found(place, _when(when.decode()), words, (OriginNote.SIGNS_REPLACED,) if replaced else ())


def _when(written: str) -> SourceTime:
    if not written:
        return SourceTime(doubt=Doubt.MISSING)
    for form in _FORMS:
        try:
            when = datetime.strptime(written.upper(), form)  # noqa: DTZ007 - a diary tells no zone
        except ValueError:
            continue
        return of_local(when, seconds="%S" in form)
    return SourceTime(doubt=Doubt.MALFORMED, raw=written[:80])


def _found(place: Place, when: SourceTime, words: str, notes: tuple[OriginNote, ...]) -> Found:
    words = words.strip()
    cut = (OriginNote.NOT_ALL_READ,) if len(words) > _LONGEST else ()
    return Found(
        place=place,
        channel=Channel.DIARY,
        direction=SentBy.NEITHER,
        when=when,
        text=words[:_LONGEST],
        notes=notes + cut,
    )

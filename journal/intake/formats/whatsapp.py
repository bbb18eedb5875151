"""Reader of WhatsApp's *Export chat*, as text or as an archive with its files, of Android and iOS; and of `sigexport`.

Times are local without a zone, to the minute on Android and to the second on iOS. What the export cannot tell stays
open: `null` is a call or a view-once picture, a deleted message is a stub.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from journal.domain.entry.origin import OriginNote
from journal.intake.formats import whatsapp_markers as markers
from journal.intake.formats.chat_headers import MARKS, LocalTimes
from journal.intake.formats.chat_lines import form_of, order_of, records, sender
from journal.intake.model.day_order import DayOrder
from journal.intake.model.found import (
    Channel,
    Found,
    FoundFile,
    Place,
    Problem,
    SentBy,
    Trouble,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.intake.formats.chat_lines import ChatMessage
    from journal.intake.model.source import Source

_NUMBER = re.compile(r"\+?[\d\s().-]{6,24}")
_OF_SIGNAL = ("[", "-", True)
"""The form of `sigexport`, with the year first: `[2019-12-24 12:23:45]`."""


def recognises(source: Source) -> bool:
    """Test whether a file begins with the headers of a chat."""
    return form_of(source) is not None


def read(source: Source, order: DayOrder | None = None) -> Iterator[Found | Trouble]:
    """Yield every message in the order of the file; lines before the first as trouble.

    Without an `order` of day and month it is worked out; raises DayOrderOpen where that cannot be done, and Refused
    where the file contradicts itself.
    """
    form = form_of(source)
    if form is None:
        return
    order = order or order_of(source, form)
    channel = Channel.SIGNAL if form == _OF_SIGNAL and order is DayOrder.YEAR_FIRST else Channel.WHATSAPP
    times = LocalTimes(order)
    for record in records(source, form):
        if isinstance(record, str):
            yield Trouble(Problem.BEFORE_FIRST, text=record[:200])
        else:
            yield _message(source, record, times, channel)


def attachment(source: Source, found: Found, index: int) -> bytes:
    """Read a file that the chat names; raises OSError or KeyError where it is not there."""
    return source.beside(found.attachments[index].name)


def _message(source: Source, record: ChatMessage, times: LocalTimes, channel: Channel) -> Found:
    name, text = sender(record.body)
    time, impossible = times.of(record.header)
    place = Place(record.start, record.length, record.line)
    if not name or markers.of_the_program(text):
        text = record.body.lstrip(MARKS)
        return Found(place=place, channel=channel, direction=SentBy.NEITHER, when=time, text=text)
    party = _party(name)
    if not impossible and not markers.may_be_more(text):
        return Found(
            place=place, channel=channel, direction=SentBy.UNKNOWN, when=time, party=party, name=name, text=text
        )
    text, notes = _words(text)
    call, seconds = markers.call_of(text) or (None, None)
    files, text, missing = _files(source, text)
    return Found(
        place=place,
        channel=channel,
        direction=SentBy.UNKNOWN,
        when=time,
        party=party,
        name=name,
        text=text,
        call=call,
        seconds=seconds,
        attachments=files,
        notes=((OriginNote.IMPOSSIBLE_HOUR,) if impossible else ()) + notes + missing,
    )


@lru_cache(maxsize=1024)
def _party(name: str) -> str:
    """Return the number by which a writer goes; empty for a name."""
    return name if _NUMBER.fullmatch(name) else ""


def _words(text: str) -> tuple[str, tuple[OriginNote, ...]]:
    """Return the words of a body and what is told of it; a body that is nothing but a marker has no words."""
    first, _, caption = text.partition("\n")
    note = markers.note_of(first)
    if note and (not caption or note is OriginNote.MEDIA_LEFT_OUT):
        # Android writes a caption on the line after the place of its picture.
        return caption, (note,)
    text, edited = markers.without_edit_mark(text)
    return text.lstrip(MARKS), ((OriginNote.EDITED,) if edited else ())


def _files(source: Source, text: str) -> tuple[tuple[FoundFile, ...], str, tuple[OriginNote, ...]]:
    name, words = markers.attached(text)
    if not name:
        return (), text, ()
    there = source.has_beside(name)
    return (FoundFile(name, missing=not there),), words, () if there else (OriginNote.FILE_MISSING,)

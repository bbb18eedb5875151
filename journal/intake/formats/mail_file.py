"""Reader of a single mail: `.eml`, and `.emlx` of Apple Mail with the length before it and a property list behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journal.intake.formats.mail_beginning import begins_as_mail, begins_as_mailbox
from journal.intake.formats.mail_message import mail_file, mail_found
from journal.intake.model.found import Place, Problem, Trouble
from journal.intake.model.times import of_epoch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.intake.model.found import Found, SourceTime
    from journal.intake.model.source import Source

LARGEST = 1 << 27
"""Bytes of a mail above which only its beginning is read: 128 MiB."""
_LENGTH = re.compile(rb"([0-9]{1,10})[ \t]*\r?\n")
_RECEIVED = re.compile(rb"<key>date-received</key>\s*<(?:integer|real)>(\d{1,12})")
_LONGEST_LIST = 1 << 16


def recognises(head: bytes) -> bool:
    """Test whether a file begins with the headers of a mail, or with the length of one before them."""
    length = _LENGTH.match(head)
    return begins_as_mail(head[length.end() :] if length else head) and not begins_as_mailbox(head)


def read(source: Source) -> Iterator[Found | Trouble]:
    """Yield the mail; of an `.emlx` that is cut off, what there is of it, then `END_MISSING`."""
    with source.open() as file:
        data = file.read(LARGEST)
        size = len(data) + sum(map(len, iter(lambda: file.read(1 << 20), b"")))
    length = _LENGTH.match(data)
    if not length or not begins_as_mail(data[length.end() : length.end() + (1 << 16)]):
        yield mail_found(data, Place(0, size))
        return
    start, count = length.end(), int(length[1])
    raw = data[start : start + count]
    behind = data[start + count : start + count + _LONGEST_LIST]
    yield mail_found(raw, Place(start, min(count, size - start)), arrived=_arrived(behind))
    if size < start + count:
        yield Trouble(Problem.END_MISSING)


def attachment(source: Source, found: Found, index: int) -> bytes:
    """Decode a file that came with the mail; raises ValueError where it is not in it."""
    return mail_file(source.read(found.place.start, found.place.length), index)


def _arrived(behind: bytes) -> SourceTime | None:
    received = _RECEIVED.search(behind)
    return of_epoch(received[1].decode(), per_second=1) if received else None

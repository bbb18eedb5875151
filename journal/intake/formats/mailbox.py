"""Reader of mailboxes in one file (mbox, RFC 4155), as Thunderbird and Google Takeout write them.

A mail begins with a line `From …`, at the start of the file or after an empty line, with a header behind it. The date
in that line is in no fixed order and is when a program wrote the mail down, so that it is never read as a time.
"""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, NamedTuple

from journal.intake.formats.mail_beginning import BOX_LINE, begins_as_mailbox
from journal.intake.formats.mail_message import mail_file, mail_found
from journal.intake.model.found import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.intake.model.found import Found, Trouble
    from journal.intake.model.source import Source

BLOCK = 1 << 20
LARGEST = 1 << 27
"""Bytes of a mail that are read: 128 MiB; a larger one is named with its beginning."""
_NEXT = re.compile(rb"\n\r?\n(?=" + BOX_LINE + rb")")
_LONGEST_LINE = 1 << 11
"""Bytes within which a line `From …` ends, and the name of the header behind it begins."""


class RawMail(NamedTuple):
    """Bytes of one mail with its place."""

    data: bytes
    start: int
    length: int


def recognises(head: bytes) -> bool:
    """Test whether a file begins as a mailbox."""
    return begins_as_mailbox(head)


def read(source: Source) -> Iterator[Found | Trouble]:
    """Yield every mail, in the order of the file."""
    with source.open() as file:
        for one in raw_mails(file):
            yield mail_found(one.data, Place(one.start, one.length), quoted=True)


def attachment(source: Source, found: Found, index: int) -> bytes:
    """Decode a file that came with a mail; raises ValueError where it is not in it."""
    return mail_file(source.read(found.place.start, found.place.length), index, quoted=True)


def raw_mails(file: IO[bytes]) -> Iterator[RawMail]:
    """Yield each mail from its line `From …` up to the next one, in one pass; memory grows with the largest only."""
    held, start, dropped, looked = bytearray(), 0, 0, 0
    while block := file.read(BLOCK):
        held += block
        begin = 0
        safe = len(held) - _LONGEST_LINE
        while (found := _NEXT.search(held, looked)) and found.start() < safe:
            length = found.end() - begin + dropped
            yield RawMail(bytes(held[begin : found.end()]), start, length)
            start, dropped, begin = start + length, 0, found.end()
            looked = begin
        del held[:begin]
        looked = max(0, len(held) - _LONGEST_LINE)
        if len(held) > LARGEST + BLOCK:
            dropped += len(held) - LARGEST - _LONGEST_LINE
            del held[LARGEST:-_LONGEST_LINE]
            looked = LARGEST
    yield from _rest(bytes(held), start, dropped, looked)


def _rest(held: bytes, start: int, dropped: int, looked: int) -> Iterator[RawMail]:
    begin = 0
    for found in [*_NEXT.finditer(held, looked), None]:
        end = found.end() if found else len(held)
        if end > begin:
            yield RawMail(held[begin:end], start, end - begin + dropped)
        start, begin, dropped = start + end - begin + dropped, end, 0

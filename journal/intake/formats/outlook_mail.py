"""Reader of a mail as Outlook saves it (`.msg`): a compound file (MS-CFB) of MAPI properties (MS-OXMSG).

The headers of the transport are read as those of any mail. Where it has none, subject, sender, receiver and times
are those that Outlook keeps. The body in RTF alone is not read; the evidence is the whole file.
"""

from __future__ import annotations

import base64
import struct
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import format_datetime, formataddr
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from journal.domain.entry.origin import OriginNote
from journal.evidence.mail_parts import FAULTS, mail_head
from journal.evidence.markup import words_of
from journal.evidence.text import decoded
from journal.intake.formats.mail_message import mail_found
from journal.intake.model.found import FoundFile, Place, Problem, SentBy, Trouble
from journal.intake.model.times import of_epoch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from olefile import OleFileIO

    from journal.intake.model.found import Found, SourceTime
    from journal.intake.model.source import Source

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LARGEST = 1 << 27
"""Bytes of a file above which it is not read: 128 MiB."""
_MOST_FILES = 500
_STREAM = "__substg1.0_"
_PROPERTIES = "__properties_version1.0"
_ENTRY = struct.Struct("<II8s")
_TOP_HEAD, _PART_HEAD = 32, 8
"""Bytes before the properties of the mail, and before those of a file that came with it."""
_SUBJECT, _CLASS, _HEADERS, _TO, _ID = "0037", "001A", "007D", "0E04", "1035"
_SENDER_NAME, _SENDER, _SENDER_SMTP = "0C1A", "0C1F", "5D01"
_BODY, _HTML = "1000", "1013"
_CONTENT, _LONG_NAME, _SHORT_NAME, _TYPE = "3701", "3707", "3704", "370E"
_SUBMITTED, _DELIVERED, _FLAGS, _CODE_PAGE = 0x0039_0040, 0x0E06_0040, 0x0E07_0003, 0x3FFD_0003
_UNSENT, _FROM_ME = 0x08, 0x20
_TO_1601 = 11_644_473_600_000
"""Milliseconds from 1601, where the times of Windows begin, to 1970."""


class _Storage(NamedTuple):
    """Mail, or a file that came with it, inside the compound file."""

    ole: OleFileIO
    path: tuple[str, ...] = ()

    def numbers(self) -> dict[int, bytes]:
        """Return the properties of fixed length: tag → eight bytes."""
        data = self._read(_PROPERTIES)[_PART_HEAD if self.path else _TOP_HEAD :]
        whole = data[: len(data) // _ENTRY.size * _ENTRY.size]
        return {tag: value for tag, _flags, value in _ENTRY.iter_unpack(whole)}

    def text(self, name: str, code_page: str = "") -> str:
        """Return a property that is text; empty where there is none."""
        if wide := self._read(f"{_STREAM}{name}001F"):
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        return decoded(self._read(f"{_STREAM}{name}001E"), code_page).rstrip("\0")

    def data(self, name: str) -> bytes:
        """Return a property that is bytes."""
        return self._read(f"{_STREAM}{name}0102")

    def has_mail(self) -> bool:
        """Test for an attached mail, which lies there in pieces and not as a file."""
        return bool(self.ole.exists([*self.path, f"{_STREAM}{_CONTENT}000D"]))

    def _read(self, name: str) -> bytes:
        where = [*self.path, name]
        if not self.ole.exists(where) or self.ole.get_size(where) > LARGEST:
            return b""
        return bytes(self.ole.openstream(where).read())


def recognises(source: Source) -> bool:
    """Test for a compound file with the properties of a mail; a damaged one is none."""
    if not source.head().startswith(MAGIC):
        return False
    try:
        with _opened(source) as mail:
            return bool(mail.ole.exists(_PROPERTIES) and mail.text(_CLASS))
    except ValueError:
        return False


def read(source: Source) -> Iterator[Found | Trouble]:
    """Yield the mail; an appointment, a contact or another thing of Outlook's is told as not understood."""
    try:
        with _opened(source) as mail:
            kind = mail.text(_CLASS)
            is_mail = kind.casefold().startswith(("ipm.note", "report."))
            found = _found(mail, source) if is_mail else Trouble(Problem.NOT_UNDERSTOOD, text=kind[:200])
    except ValueError:
        found = Trouble(Problem.DAMAGED)
    yield found


def attachment(source: Source, found: Found, index: int) -> bytes:
    """Read a file that came with the mail; raises ValueError where it is not in it."""
    with _opened(source) as mail:
        part = _parts(mail)[index]
        if not next(one for one in found.attachments if one.index == index).missing and (data := part.data(_CONTENT)):
            return data
    raise ValueError("the mail has no such file")


@contextmanager
def _opened(source: Source) -> Iterator[_Storage]:
    """Open the compound file in memory; whatever a damaged one makes the library raise becomes a ValueError."""
    from olefile import OleFileIO

    with source.open() as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError("the file is too large")
    try:
        with OleFileIO(BytesIO(data)) as ole:
            yield _Storage(ole)
    except (*FAULTS, OSError, struct.error, MemoryError, StopIteration) as error:
        raise ValueError("the file is damaged") from error


def _parts(mail: _Storage) -> list[_Storage]:
    names = {one[0] for one in mail.ole.listdir() if one[0].startswith("__attach_version1.0_#")}
    return [_Storage(mail.ole, (name,)) for name in sorted(names)[:_MOST_FILES]]


def _found(mail: _Storage, source: Source) -> Found:
    numbers, parts = mail.numbers(), _parts(mail)
    code_page = f"cp{_number(numbers, _CODE_PAGE)}"
    files = tuple(_file(part, at, code_page) for at, part in enumerate(parts))
    text = _text(mail, code_page)
    head = _head(mail, numbers, code_page)
    with source.open() as file:
        size = file.seek(0, 2)
    found = mail_found(
        head + b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        + base64.encodebytes(text.encode("utf-8", "replace")),
        Place(id=""),
        arrived=_time(numbers, _DELIVERED),
    )  # fmt: skip
    flags, notes = _number(numbers, _FLAGS), found.notes
    if any(one.missing for one in files) or (not text and mail.data("1009")):
        notes += (OriginNote.NOT_ALL_READ,)
    if flags & _UNSENT:
        notes += (OriginNote.DRAFT,)
    sent = SentBy.SENT if flags & (_UNSENT | _FROM_ME) else found.direction
    return replace(
        found,
        place=Place(0, size, id=found.place.id),
        direction=sent,
        attachments=files,
        notes=tuple(dict.fromkeys(notes)),
        **_turned_round(found) if sent is SentBy.SENT and found.direction is not SentBy.SENT else {},
    )


def _turned_round(found: Found) -> dict[str, str]:
    """Return who is who of a mail of which Outlook says that the user wrote it."""
    return {"party": found.recipient, "name": "", "own": found.party, "recipient": ""}


def _text(mail: _Storage, code_page: str) -> str:
    if text := mail.text(_BODY, code_page):
        return text
    return words_of(mail.text(_HTML, code_page) or decoded(mail.data(_HTML)))


def _head(mail: _Storage, numbers: dict[int, bytes], code_page: str) -> bytes:
    """Return the headers of the transport without those that tell how its body was built; the rest from Outlook."""
    lines = []
    known = set()
    for name, value in mail_head(mail.text(_HEADERS).encode("utf-8", "replace")).raw_items():
        if not name.casefold().startswith(("content-", "mime-version")):
            known.add(name.casefold())
            lines.append(f"{name}: {value}")
    address = mail.text(_SENDER_SMTP) or mail.text(_SENDER)
    name = mail.text(_SENDER_NAME, code_page)
    submitted = _time(numbers, _SUBMITTED)
    told = {
        "From": formataddr((_line(name), _line(address))) if "@" in address else _line(name),
        "To": _line(mail.text(_TO, code_page)),
        "Subject": _line(mail.text(_SUBJECT, code_page)),
        "Message-ID": _line(mail.text(_ID)),
        "Date": _date(submitted),
    }
    lines += [f"{key}: {value}" for key, value in told.items() if value and key.casefold() not in known]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")


def _line(text: str) -> str:
    return " ".join(text.split())


def _date(time: SourceTime | None) -> str:
    if time is None or time.instant is None:
        return ""
    return format_datetime(datetime.fromtimestamp(time.instant // 1000, UTC))


def _file(part: _Storage, index: int, code_page: str) -> FoundFile:
    name = part.text(_LONG_NAME, code_page) or part.text(_SHORT_NAME, code_page)
    missing = part.has_mail() or not part.data(_CONTENT)
    return FoundFile(_line(name).replace("\\", "/").rpartition("/")[2], part.text(_TYPE), index, missing)


def _number(numbers: dict[int, bytes], tag: int) -> int:
    return int.from_bytes(numbers.get(tag, b"")[:4], "little")


def _time(numbers: dict[int, bytes], tag: int) -> SourceTime | None:
    """Return a time of Windows, in steps of 100 ns since 1601, UTC; None where there is none."""
    ticks = int.from_bytes(numbers.get(tag, b""), "little")
    return of_epoch(ticks // 10_000 - _TO_1601) if ticks else None

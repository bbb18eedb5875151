"""The times that a file itself carries: when a photo was taken, a mail was sent, a film was made.

They are what the file says, not what is true: a camera's clock may be wrong, and whoever sends a mail writes its date.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.parser import BytesHeaderParser
from email.policy import compat32
from email.utils import parsedate_tz
from enum import StrEnum

from msgspec import Struct

from journal.domain.moment import Certainty, Moment, offset_text
from journal.evidence import tiff
from journal.evidence.boxes import movie_header
from journal.evidence.metadata import metadata

_EXIF_TIMES = (("exif_original", 0x9003, 0x9011), ("exif_digitized", 0x9004, 0x9012))
_EXIF_TIME = re.compile(r"(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)")
_OFFSET = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d")
_MAIL_SECONDS = re.compile(r"\d:\d\d:\d\d")
_MAIL_ZONE = re.compile(r"\d:\d\d(?::\d\d)?\s*(?:(?!-0000)[+-]\d{4}|(?:GMT|UTC?|Z|[ECMP][SD]T)\b)")
"""The offsets whose meaning is sure: `-0000` says that it is not known, and other letters mean several."""
_HEAD_OF_A_MAIL = 1 << 18
_FILMS = {"video/mp4", "video/quicktime", "video/3gpp", "audio/mp4"}
_BEFORE_FILMS = datetime(1904, 1, 1, tzinfo=UTC)
_FIRST_FILM_FILES = 1991
"""An earlier year in a film is a clock that was never set."""


class Source(StrEnum):
    """Where in the file, or beside it, a time stands."""

    EXIF_ORIGINAL = "exif_original"
    """When the photo was taken."""
    EXIF_DIGITIZED = "exif_digitized"
    """When it became a file; for a scan, that is later."""
    MAIL_DATE = "mail_date"
    """The `Date` header, written by whoever sent it."""
    MAIL_RECEIVED = "mail_received"
    """The topmost `Received` header, written by the receiver's own provider."""
    FILM = "film"
    """When a film or a recording was begun."""
    MODIFIED = "modified"
    """When the file was last written, as the disk tells it."""


class FileTime(Struct, frozen=True):
    """One time that a file carries; its moment has no offset where the file names none: local time, place unknown."""

    source: Source
    moment: Moment


def times(data: bytes, media_type: str, modified: datetime | None = None) -> tuple[FileTime, ...]:
    """Return every time that can be read from a file; `modified` is aware, and handed in. Never raises."""
    found = [*_exif(data, media_type)]
    if media_type == "message/rfc822":
        found += _mail(data)
    if media_type in _FILMS:
        found += _film(data)
    if modified:
        found.append(FileTime(Source.MODIFIED, _moment(modified)))
    return tuple(found)


def _exif(data: bytes, media_type: str) -> list[FileTime]:
    for block in metadata(data, media_type).exif:
        read = tiff.parsed(block)
        if read and (found := [time for row in _EXIF_TIMES if (time := _exif_time(read.photo, *row))]):
            return found
    return []


def _exif_time(photo: tiff.Directory, source: str, taken: int, offset: int) -> FileTime | None:
    tag, offset_tag = photo.get(taken), photo.get(offset)
    match = _EXIF_TIME.match(tag.text()) if tag else None
    if not match:
        return None
    year, month, day, hour, minute, second = map(int, match.groups())
    try:
        local = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - a camera often knows no zone
    except ValueError:
        return None
    named = _OFFSET.fullmatch(offset_tag.text()) if offset_tag else None
    return FileTime(Source(source), Moment(Certainty.EXACT, local.isoformat(), offset=named[0] if named else ""))


def _mail(data: bytes) -> list[FileTime]:
    head = BytesHeaderParser(policy=compat32).parsebytes(data[:_HEAD_OF_A_MAIL])
    lines = [(Source.MAIL_DATE, str(head.get("Date", "")))]
    lines.append((Source.MAIL_RECEIVED, str(head.get("Received", "")).rpartition(";")[2]))
    return [FileTime(source, moment) for source, line in lines if (moment := _mail_moment(line[:200]))]


def _mail_moment(line: str) -> Moment | None:
    """Read a date as RFC 5322 writes it; without an offset where the mail names none that is sure."""
    try:
        parts = parsedate_tz(line)
        local = datetime(*parts[:6]) if parts else None  # noqa: DTZ001 - the offset is told apart from it
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not parts or not local:
        return None
    unit = "seconds" if _MAIL_SECONDS.search(line) else "minutes"
    offset = _mail_offset(parts[9] or 0) if _MAIL_ZONE.search(line) else ""
    return Moment(Certainty.EXACT, local.isoformat(timespec=unit), offset=offset)


def _mail_offset(seconds: int) -> str:
    hours, minutes = divmod(abs(seconds) // 60, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02}:{minutes:02}" if hours <= 14 else ""


def _film(data: bytes) -> list[FileTime]:
    header = movie_header(data)
    if not header or not header.created:
        return []
    try:
        made = _BEFORE_FILMS + timedelta(seconds=header.created)
    except OverflowError:
        return []
    return [FileTime(Source.FILM, _moment(made))] if made.year >= _FIRST_FILM_FILES else []


def _moment(when: datetime) -> Moment:
    local = when.replace(tzinfo=None, microsecond=0)
    return Moment(Certainty.EXACT, local.isoformat(timespec="seconds"), offset=offset_text(when))

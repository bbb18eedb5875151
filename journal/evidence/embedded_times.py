"""Extraction of times from a file's metadata: Exif, mail headers, MP4 headers, modification time.

They are claims of the file, not facts: a camera's clock may be wrong, and the sender of a mail writes its date.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from journal.domain.time.moment import Certainty, Moment, offset_text
from journal.evidence import tiff
from journal.evidence.dates import exif_moment, received_moment, sent_moment
from journal.evidence.isobmff import movie_header
from journal.evidence.mail_parts import mail_head
from journal.evidence.metadata import metadata

_EXIF_TIMES = (("exif_original", 0x9003, 0x9011), ("exif_digitized", 0x9004, 0x9012))
_FILMS = {"video/mp4", "video/quicktime", "video/3gpp", "audio/mp4"}
_BEFORE_FILMS = datetime(1904, 1, 1, tzinfo=UTC)
_FIRST_FILM_FILES = 1991
"""First plausible year of a film; an earlier one is a clock that was never set."""


class TimeSource(StrEnum):
    """Source of a time."""

    EXIF_ORIGINAL = "exif_original"
    """`DateTimeOriginal`: when the photo was taken."""
    EXIF_DIGITIZED = "exif_digitized"
    """`DateTimeDigitized`: when it became a file; later for a scan."""
    MAIL_DATE = "mail_date"
    """`Date` header, written by the sender."""
    MAIL_RECEIVED = "mail_received"
    """Topmost `Received` header, written by the receiver's own provider."""
    FILM = "film"
    """Start of a film or recording, from its `mvhd` box."""
    MODIFIED = "modified"
    """Modification time in the file system."""


class EmbeddedTime(Struct, frozen=True):
    """Time from a file; without an offset in the file, the moment is local time of an unknown place."""

    source: TimeSource
    moment: Moment


def times(data: bytes, media_type: str, modified: datetime | None = None) -> tuple[EmbeddedTime, ...]:
    """Extract every time from a file; `modified`, aware, is passed in by the caller. Never raises."""
    found = [*_exif(data, media_type)]
    if media_type == "message/rfc822":
        found += _mail(data)
    if media_type in _FILMS:
        found += _film(data)
    if modified:
        found.append(EmbeddedTime(TimeSource.MODIFIED, _moment(modified)))
    return tuple(found)


def _exif(data: bytes, media_type: str) -> list[EmbeddedTime]:
    for block in metadata(data, media_type).exif:
        read = tiff.parsed(block)
        if read and (found := [time for row in _EXIF_TIMES if (time := _exif_time(read.photo, *row))]):
            return found
    return []


def _exif_time(photo: tiff.Directory, source: str, taken: int, offset: int) -> EmbeddedTime | None:
    tag, beside = photo.get(taken), photo.get(offset)
    moment = exif_moment(tag.text(), beside.text() if beside else "") if tag else None
    return EmbeddedTime(TimeSource(source), moment) if moment else None


def _mail(data: bytes) -> list[EmbeddedTime]:
    """Extract the times of a mail; `Date` headers that disagree are all ignored."""
    head = mail_head(data)
    sent = {sent_moment(str(line)) for line in head.get_all("Date", [])}
    received = received_moment(str(head.get("Received", "")))
    found = [(TimeSource.MAIL_DATE, sent.pop() if len(sent) == 1 else None), (TimeSource.MAIL_RECEIVED, received)]
    return [EmbeddedTime(source, moment) for source, moment in found if moment]


def _film(data: bytes) -> list[EmbeddedTime]:
    header = movie_header(data)
    if not header or not header.created:
        return []
    try:
        made = _BEFORE_FILMS + timedelta(seconds=header.created)
    except OverflowError:
        return []
    return [EmbeddedTime(TimeSource.FILM, _moment(made))] if made.year >= _FIRST_FILM_FILES else []


def _moment(when: datetime) -> Moment:
    local = when.replace(tzinfo=None, microsecond=0)
    return Moment(Certainty.EXACT, local.isoformat(timespec="seconds"), offset=offset_text(when))

"""Examination of a file before it becomes an exhibit: media type, metadata, fingerprint."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.evidence.exhibit import CarriedBy, Exhibit, FileTime
from journal.evidence import embedded_times
from journal.evidence.digest import fingerprint
from journal.evidence.durations import duration
from journal.evidence.embedded_times import TimeSource
from journal.evidence.media_types import HEAD, FileKind, kind_of, media_type_of_all
from journal.evidence.photo import stores_location

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from journal.domain.base.task import Task

LOOKED_INTO = 64_000_000
"""Maximum size in bytes for reading metadata; of a larger file only the first bytes are kept in memory."""

_CARRIED_BY: Mapping[TimeSource, CarriedBy] = {
    TimeSource.EXIF_ORIGINAL: CarriedBy.TAKEN,
    TimeSource.EXIF_DIGITIZED: CarriedBy.STATED,
    TimeSource.MAIL_DATE: CarriedBy.SENT,
    TimeSource.MAIL_RECEIVED: CarriedBy.STATED,
    TimeSource.FILM: CarriedBy.TAKEN,
    TimeSource.MODIFIED: CarriedBy.MODIFIED,
}


def examine(path: Path, task: Task | None = None) -> Exhibit:
    """Read a file once and return it as an exhibit that lies where it is and has no number yet.

    Advances the task by the bytes read. Raises a `FileRefused`, `Cancelled` where the task is stopped.
    """
    held = bytearray()

    def keep(chunk: bytes) -> None:
        if len(held) < LOOKED_INTO:
            held.extend(chunk)

    found = fingerprint(path, task, keep)
    name = os.fsencode(path.name).decode("utf-8", "replace")
    file = Exhibit(number=0, file_name=name, sha256=found.sha256, size=found.size, lies_at=found.path)
    data = bytes(held) if found.size <= LOOKED_INTO else b""
    return _described(file, media_type_of_all(data or bytes(held[:HEAD])), data, found.modified)


def examined(data: bytes, name: str, modified: datetime | None) -> Exhibit:
    """Return a file whose content is in memory as an unnumbered exhibit without a path.

    `modified`, aware, is passed in by the caller; None where nobody knows it, as of a file inside an export.
    """
    file = Exhibit(number=0, file_name=name, sha256=hashlib.sha256(data).hexdigest(), size=len(data))
    return _described(file, media_type_of_all(data), data, modified)


def _described(file: Exhibit, media_type: str, data: bytes, modified: datetime | None) -> Exhibit:
    """Add the metadata of the content; none where the data was too large to be read."""
    seconds = duration(data, media_type)
    located = kind_of(media_type) in {FileKind.PICTURE, FileKind.FILM, FileKind.SOUND}
    times = embedded_times.times(data, media_type, modified)
    return replace(
        file,
        media_type=media_type,
        file_times=tuple(FileTime(_CARRIED_BY[time.source], time.moment) for time in times),
        seconds=round(seconds.total_seconds()) or 1 if seconds else 0,
        has_location=located and stores_location(data),
    )

"""A file, looked at before it becomes an exhibit: what it is, what it says of itself, its fingerprint."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.evidence.exhibit import CarriedBy, Exhibit, FileTime
from journal.evidence import taken
from journal.evidence.digest import fingerprint
from journal.evidence.photo import stores_location
from journal.evidence.sniff import HEAD, Kind, kind_of, media_type_of_all
from journal.evidence.sound import duration
from journal.evidence.taken import Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from journal.domain.base.task import Task

LOOKED_INTO = 64_000_000
"""In bytes: of a larger file, only its first bytes are looked at, so that it never is in memory as a whole."""

_CARRIED_BY: Mapping[Source, CarriedBy] = {
    Source.EXIF_ORIGINAL: CarriedBy.TAKEN,
    Source.EXIF_DIGITIZED: CarriedBy.STATED,
    Source.MAIL_DATE: CarriedBy.SENT,
    Source.MAIL_RECEIVED: CarriedBy.STATED,
    Source.FILM: CarriedBy.TAKEN,
    Source.MODIFIED: CarriedBy.MODIFIED,
}


def examine(path: Path, task: Task | None = None) -> Exhibit:
    """Read a file once and return it as an exhibit that lies where it is and has no number yet.

    Advances the task by the bytes read. Raises a `FileRefused`, `Cancelled` where the task is stopped.
    """
    held = bytearray()

    def keep(piece: bytes) -> None:
        if len(held) < LOOKED_INTO:
            held.extend(piece)

    found = fingerprint(path, task, keep)
    name = os.fsencode(path.name).decode("utf-8", "replace")
    file = Exhibit(number=0, file_name=name, sha256=found.sha256, size=found.size, lies_at=found.path)
    data = bytes(held) if found.size <= LOOKED_INTO else b""
    return _described(file, media_type_of_all(data or bytes(held[:HEAD])), data, found.modified)


def examined(data: bytes, name: str, modified: datetime) -> Exhibit:
    """Return a file whose content is in memory as an exhibit that lies nowhere and has no number yet.

    `modified` is aware, and handed in.
    """
    file = Exhibit(number=0, file_name=name, sha256=hashlib.sha256(data).hexdigest(), size=len(data))
    return _described(file, media_type_of_all(data), data, modified)


def _described(file: Exhibit, media_type: str, data: bytes, modified: datetime | None) -> Exhibit:
    """Add what the content tells; none of it where the data was too large to be looked into."""
    seconds = duration(data, media_type)
    located = kind_of(media_type) in {Kind.PICTURE, Kind.FILM, Kind.SOUND}
    times = taken.times(data, media_type, modified)
    return replace(
        file,
        media_type=media_type,
        file_times=tuple(FileTime(_CARRIED_BY[time.source], time.moment) for time in times),
        seconds=round(seconds.total_seconds()) or 1 if seconds else 0,
        has_location=located and stores_location(data),
    )

"""A file on the disk, looked at before it becomes an exhibit: what it is, what it says of itself, its fingerprint."""

from __future__ import annotations

import os
from types import MappingProxyType
from typing import TYPE_CHECKING

from journal.domain.exhibit import CarriedBy, Exhibit, FileTime
from journal.evidence import taken
from journal.evidence.digest import fingerprint
from journal.evidence.photo import stores_location
from journal.evidence.sniff import HEAD, Kind, kind_of, media_type_of
from journal.evidence.sound import duration
from journal.evidence.taken import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

LOOKED_INTO = 64_000_000
"""In bytes: of a larger file, only its first bytes are looked at, so that it never is in memory as a whole."""

_CARRIED_BY: Mapping[Source, CarriedBy] = MappingProxyType(
    {
        Source.EXIF_ORIGINAL: CarriedBy.TAKEN,
        Source.EXIF_DIGITIZED: CarriedBy.STATED,
        Source.MAIL_DATE: CarriedBy.SENT,
        Source.MAIL_RECEIVED: CarriedBy.STATED,
        Source.FILM: CarriedBy.TAKEN,
        Source.MODIFIED: CarriedBy.MODIFIED,
    }
)


def examine(
    path: Path,
    *,
    progress: Callable[[int, int], object] = lambda _read, _size: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Exhibit:
    """Read a file once and return it as an exhibit that lies where it is and has no number yet.

    `progress` is told the bytes read and the size; `cancelled` is asked before each piece. Raises a `FileRefused`.
    """
    held = bytearray()

    def keep(piece: bytes) -> None:
        if len(held) < LOOKED_INTO:
            held.extend(piece)

    found = fingerprint(path, progress=progress, cancelled=cancelled, keep=keep)
    media_type = media_type_of(bytes(held[:HEAD]))
    data = bytes(held) if found.size == len(held) else b""
    seconds = duration(data, media_type)
    pictured = kind_of(media_type) in {Kind.PICTURE, Kind.FILM}
    return Exhibit(
        number=0,
        file_name=os.fsencode(path.name).decode("utf-8", "replace"),
        sha256=found.sha256,
        size=found.size,
        media_type=media_type,
        lies_at=os.fsencode(found.path).decode("utf-8", "replace"),
        file_times=tuple(
            FileTime(_CARRIED_BY[time.source], time.moment) for time in taken.times(data, media_type, found.modified)
        ),
        seconds=round(seconds.total_seconds()) or 1 if seconds else 0,
        has_location=pictured and stores_location(data),
    )

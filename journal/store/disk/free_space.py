"""Check of free disk space before a save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.base.errors import Refused
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from pathlib import Path

_MEGABYTE = 1_000_000
_NO_ROOM = N_(
    "There is no room for this on the journal's disk: {needed} MB would have to be free, and {free} MB are. Nothing "
    "was added, and the journal is as it was. Make room, or keep only the fingerprint of the file."
)


def require_room(folder: Path, size: int, more: int) -> None:
    """Raise Refused without room for `more` bytes in the write-ahead log and then in a new generation of this size.

    The present generation and the log stay until the new generation is in place. Raises OSError where the disk does not
    answer.
    """
    import shutil

    needed, free = size + 2 * more, shutil.disk_usage(folder).free
    if free < needed:
        raise Refused(_(_NO_ROOM).format(needed=-(-needed // _MEGABYTE), free=free // _MEGABYTE))

"""Folder listing with incremental filtering, for the file chooser."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from functools import partial
from pathlib import Path

MOST = 1_000
"""Maximum number of entries returned; typing a part of a name finds the others."""


@dataclass(frozen=True)
class Listed:
    """One file or folder."""

    name: str
    """File name as on the disk, unescaped."""
    folder: bool
    size: int = 0
    """Size in bytes."""
    modified: float = 0
    """Modification time, seconds since 1970."""


def listed(typed: str) -> tuple[Listed, ...]:
    """List the folder of a typed path, filtered by the text behind its last slash.

    Sorted: the exact name, then prefix matches, then substring matches; within each folders before files, the newest
    first. Case does not matter; hidden names are listed once a dot is typed; pipes, devices and the like never. Empty
    where the folder cannot be read. Blocking disk access.
    """
    before, wanted = os.path.split(typed)
    try:
        with os.scandir(Path(before or os.curdir).expanduser()) as entries:
            found = [one for entry in entries if _fits(entry.name, wanted) and (one := _looked_at(entry))]
    except (OSError, RuntimeError, ValueError):
        return ()
    return tuple(sorted(found, key=partial(_place, wanted.casefold()))[:MOST])


def _fits(name: str, wanted: str) -> bool:
    return wanted.casefold() in name.casefold() and (not name.startswith(".") or wanted.startswith("."))


def _looked_at(entry: os.DirEntry[str]) -> Listed | None:
    try:
        found = entry.stat()
    except OSError:
        return None
    if stat.S_ISDIR(found.st_mode):
        return Listed(entry.name, folder=True)
    if stat.S_ISREG(found.st_mode):
        return Listed(entry.name, folder=False, size=found.st_size, modified=found.st_mtime)
    return None


def _place(wanted: str, one: Listed) -> tuple[bool, bool, bool, float, str]:
    name = one.name.casefold()
    return name != wanted, not name.startswith(wanted), not one.folder, -one.modified, name

"""Lists a folder, for choosing from: what fits the typed letters best first, folders before files."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from functools import partial
from pathlib import Path

MOST = 1_000
"""So many entries of a folder are listed; typing a part of a name finds the others."""


@dataclass(frozen=True)
class Listed:
    """One file or folder."""

    name: str
    """As it is on the disk, with whatever signs it holds."""
    folder: bool
    size: int = 0
    """In bytes."""
    modified: float = 0
    """When it was last written, seconds since 1970."""


def listed(typed: str) -> tuple[Listed, ...]:
    """Return what is in the folder of a typed path and holds what is typed behind its last slash.

    The typed name itself stands first, then names that begin so, then those that hold it anywhere. Within each come
    folders, then files, the newest first. Capitals do not matter; hidden names are listed once a dot is typed. Pipes,
    devices and the like never are.
    Empty where the folder cannot be read. Looks at the disk, so that it may take a while.
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

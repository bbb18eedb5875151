"""Write lock beside the journal's file: one writer at a time, released by the system when its process ends."""

from __future__ import annotations

import contextlib
import os
import platform
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from journal.store.disk.file_lock import locked, unlock

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_TRIES = 5
"""Attempts to take the lock: a holder that ends deletes its lock file, and one that waited on that has to try again."""


class LockHolder(Struct, frozen=True):
    """The process that holds the lock, as written in the lock file."""

    process: int
    """Process id on its computer."""
    computer: str
    since: str
    """When it took the lock, UTC, ISO 8601 to the second."""


class WriteLock:
    """Exclusive lock for writing one journal file.

    The operating system releases it when its process ends, however it ends; a lock file that was left behind locks
    nothing.
    """

    def __init__(self, path: Path) -> None:
        """Prepare the lock of the journal at this path, symbolic links resolved."""
        self._path = path.with_name(f".{path.name}.lock")
        self._descriptor: int | None = None
        self._inode = 0

    def take(self, now: datetime) -> bool:
        """Take the lock and write the holder into the lock file; False where another process has it.

        Raises OSError where the folder does not allow a lock.
        """
        for _ in range(_TRIES):
            self._descriptor = locked(self._path)
            if self._descriptor is not None:
                self._sign(now)
                return True
            if self.holder():
                return False
        return False

    def release(self) -> None:
        """Release the lock and delete its file; does nothing where it was not taken."""
        if self._descriptor is None:
            return
        with contextlib.suppress(OSError):
            if self._path.stat().st_ino == self._inode:
                self._path.unlink()
        with contextlib.suppress(OSError):
            unlock(self._descriptor)
        self._descriptor = None

    def holder(self) -> LockHolder | None:
        """Return the process that wrote itself into the lock file last, or None where that cannot be read."""
        try:
            return msgspec.json.decode(self._path.read_bytes().lstrip(b"\0"), type=LockHolder)
        except (OSError, ValueError):
            return None

    def _sign(self, now: datetime) -> None:
        """Write the holder behind the first byte, which some systems keep from other readers while the lock is held."""
        name = LockHolder(os.getpid(), platform.node(), now.strftime("%Y-%m-%dT%H:%M:%SZ"))
        with contextlib.suppress(OSError), self._path.open("r+b") as file:
            self._inode = os.fstat(file.fileno()).st_ino
            file.truncate()
            file.seek(1)
            file.write(msgspec.json.encode(name))

"""One writer at a time: a lock beside the file that says who holds it and never outlives its holder."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_TRIES = 5
"""A holder that leaves removes its lock file; who waited on the removed one has to ask again."""


class LockHolder(Struct, frozen=True):
    """The window that writes."""

    process: int
    """Its process number on its computer."""
    computer: str
    since: str
    """When it began, UTC, ISO 8601 to the second."""


class WriteLock:
    """The right to write one journal file.

    The operating system lets go of the lock when its holder ends, however it ends; a lock file that was left behind
    locks nobody out.
    """

    def __init__(self, path: Path) -> None:
        """Prepare the lock of the journal at this path, symbolic links resolved."""
        from filelock import FileLock

        self._path = path.with_name(f".{path.name}.lock")
        # A file that stands for a lock where the disk knows none would lock everybody out once its holder is killed.
        self._lock = FileLock(self._path, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False)
        self._inode = 0

    def take(self, now: datetime) -> bool:
        """Take the lock and write down who holds it; False where another window has it.

        Raises OSError where the folder does not allow a lock.
        """
        from filelock import Timeout

        for _ in range(_TRIES):
            with contextlib.suppress(Timeout):
                self._lock.acquire()
                self._sign(now)
                return True
            if self.holder():
                return False
        return False

    def release(self) -> None:
        """Let go and leave nothing behind."""
        if not self._lock.is_locked:
            return
        with contextlib.suppress(OSError):
            if self._path.stat().st_ino == self._inode:
                self._path.unlink()
        with contextlib.suppress(OSError):
            self._lock.release()

    def holder(self) -> LockHolder | None:
        """Return who wrote their name into the lock file last, or None where that cannot be read."""
        try:
            return msgspec.json.decode(self._path.read_bytes().lstrip(b"\0"), type=LockHolder)
        except (OSError, ValueError):
            return None

    def _sign(self, now: datetime) -> None:
        """Write down who holds the lock, behind its first byte, which some systems keep from other readers."""
        import socket

        name = LockHolder(os.getpid(), socket.gethostname(), now.strftime("%Y-%m-%dT%H:%M:%SZ"))
        with contextlib.suppress(OSError), self._path.open("r+b") as file:
            self._inode = os.fstat(file.fileno()).st_ino
            file.truncate()
            file.seek(1)
            file.write(msgspec.json.encode(name))

"""Exclusive lock on an open file, which the operating system releases when the process ends."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        """Lock the first byte, as Windows locks bytes and no files."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


# A link in the file's place is not followed, and no lease of another program is waited for; the file is never emptied.
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_HELD_ELSEWHERE = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK})
"""Errors of a lock that another one holds; which one depends on the system and the kind of disk."""


def locked(path: Path) -> int | None:
    """Open a file, created for its owner alone where it is missing, and lock it without waiting.

    Returns its descriptor, or None where the lock is held elsewhere, or was taken on a file that lost its name
    meanwhile. Raises OSError where the file cannot be opened, and where its disk knows no locks.
    """
    descriptor = os.open(path, _FLAGS, 0o600)
    try:
        _lock(descriptor)
        if os.fstat(descriptor).st_nlink:
            return descriptor
    except OSError as error:
        if error.errno not in _HELD_ELSEWHERE:
            os.close(descriptor)
            raise
    os.close(descriptor)
    return None


def unlock(descriptor: int) -> None:
    """Release the lock, which a forked process would hold on to, and close the file; raises OSError."""
    try:
        _unlock(descriptor)
    finally:
        os.close(descriptor)

"""Opening files that somebody names: ordinary files alone, and never waiting for the other end of a pipe."""

from __future__ import annotations

import errno
import os
import select
import stat
from typing import IO, TYPE_CHECKING

from journal.domain.text.words import N_, _
from journal.store.disk.durable_io import BINARY

if TYPE_CHECKING:
    from pathlib import Path

SECONDS_OF_SILENCE = 60
"""How long a pipe that somebody holds open may say nothing."""
_NO_FILE = N_("a pipe, a socket or a device")
_WITHOUT_WAITING = os.O_RDONLY | BINARY | getattr(os, "O_NONBLOCK", 0)


def require_file(descriptor: int) -> None:
    """Raise OSError, which says what it is, where an open descriptor is not that of an ordinary file."""
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, _(_NO_FILE))


def opened_file(path: Path) -> IO[bytes]:
    """Open an ordinary file for reading; raises OSError for anything else, at once."""
    descriptor = os.open(path, _WITHOUT_WAITING)
    try:
        require_file(descriptor)
    except OSError:
        os.close(descriptor)
        raise
    return os.fdopen(descriptor, "rb")


def first_bytes(path: Path, most: int) -> bytes:
    """Return what a small file or a pipe holds, so many bytes at most.

    Raises OSError for a folder, a device or a socket, and where a pipe says nothing for a minute; one into which nobody
    writes is empty.
    """
    descriptor = os.open(path, _WITHOUT_WAITING)
    try:
        if not stat.S_ISFIFO(os.fstat(descriptor).st_mode):
            require_file(descriptor)
        data = b""
        while len(data) < most:
            try:
                part = os.read(descriptor, most - len(data))
            except BlockingIOError:
                _wait(descriptor)
                continue
            if not part:
                break
            data += part
        return data
    finally:
        os.close(descriptor)


def _wait(descriptor: int) -> None:
    if not select.select([descriptor], [], [], SECONDS_OF_SILENCE)[0]:
        raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))

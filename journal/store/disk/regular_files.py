"""Opening of paths that a user names: regular files only, without blocking on a pipe."""

from __future__ import annotations

import errno
import io
import os
import select
import stat
from typing import IO, TYPE_CHECKING

from journal.domain.text.words import N_, _
from journal.store.disk.durable_io import BINARY

if TYPE_CHECKING:
    from os import stat_result
    from pathlib import Path

SECONDS_OF_SILENCE = 60
"""Timeout in seconds for a pipe whose writer sends nothing."""
_NO_FILE = N_("a pipe, a socket or a device")
_WITHOUT_WAITING = os.O_RDONLY | BINARY | getattr(os, "O_NONBLOCK", 0)


def require_file(descriptor: int) -> stat_result:
    """Return the stat of an open file; raises OSError, which says what it is, for anything but a regular file."""
    about = os.fstat(descriptor)
    if stat.S_ISDIR(about.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(about.st_mode):
        raise OSError(errno.EINVAL, _(_NO_FILE))
    return about


def open_regular_file(path: Path) -> IO[bytes]:
    """Open a regular file for reading; raises OSError for anything else, without blocking."""
    # Under this name, and not as `open`, the fault tests make it fail.
    file = io.open(path, "rb", opener=lambda name, _flags: os.open(name, _WITHOUT_WAITING))  # noqa: UP020, SIM115 - see above, and the caller closes it
    try:
        require_file(file.fileno())
    except OSError:
        file.close()
        raise
    return file


def first_bytes(path: Path, most: int) -> bytes:
    """Read a small file or a pipe, at most so many bytes.

    Raises OSError for a folder, a device or a socket, and where a pipe sends nothing for a minute; a pipe without a
    writer is empty.
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

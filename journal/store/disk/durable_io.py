"""Making bytes and names survive a power cut, and copying bytes without taking them through this program."""

from __future__ import annotations

import errno
import os
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BINARY = getattr(os, "O_BINARY", 0)
PIECE = 1 << 20
"""How many bytes go through this program at a time, so that no call holds up the screen."""
_KERNEL_PIECE = 1 << 26
_SEEKING = Lock()
"""Held where a system can only read from a place by first going there."""

_CANNOT_SYNC_FOLDERS = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})
"""What file systems answer that make names durable in another way, or not at all."""
_CANNOT_COPY = frozenset(
    {errno.ENOSYS, errno.EXDEV, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EPERM, errno.EBADF, errno.ETXTBSY}
)
"""What systems answer that do not copy from file to file themselves, or not between these two."""


def write_all(descriptor: int, data: bytes) -> None:
    """Write all bytes, however few the system takes at a time."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest[:PIECE]) :]


def read_all(descriptor: int, start: int, length: int) -> bytes:
    """Return so many bytes from a place on; fewer only where the file ends before."""
    pieces = []
    while length and (piece := _read_at(descriptor, start, min(length, _KERNEL_PIECE))):
        pieces.append(piece)
        start, length = start + len(piece), length - len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def copy(source: int, start: int, length: int, target: int) -> None:
    """Append a part of one file to another, inside the system where it can do that.

    Raises OSError, also where the source ends before the part does.
    """
    copied = _copied_by_the_system(source, start, length, target)
    while copied < length:
        piece = _read_at(source, start + copied, min(PIECE, length - copied))
        if not piece:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        write_all(target, piece)
        copied += len(piece)


def sync(descriptor: int) -> None:
    """Return once everything written to the file is on the disk.

    On macOS the disk itself is asked too, which plain `fsync` there leaves out. After an OSError the descriptor is
    of no more use: its pages may count as written though they are not.
    """
    try:
        from fcntl import F_FULLFSYNC, fcntl  # type: ignore[attr-defined, unused-ignore]
    except ImportError:
        os.fsync(descriptor)
        return
    try:
        fcntl(descriptor, F_FULLFSYNC)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC_FOLDERS:
            raise
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC_FOLDERS:
            raise
    finally:
        os.close(descriptor)


def _read_at(descriptor: int, start: int, length: int) -> bytes:
    if hasattr(os, "pread"):
        return os.pread(descriptor, length, start)
    with _SEEKING:
        os.lseek(descriptor, start, os.SEEK_SET)
        return os.read(descriptor, length)


def _copied_by_the_system(source: int, start: int, length: int, target: int) -> int:
    """Return how much was copied before all was done or the system would not go on."""
    copied = 0
    if not hasattr(os, "copy_file_range"):
        return copied
    while copied < length:
        try:
            more = os.copy_file_range(source, target, min(_KERNEL_PIECE, length - copied), start + copied)
        except OSError as error:
            if error.errno in _CANNOT_COPY:
                return copied
            raise
        if not more:
            return copied
        copied += more
    return copied

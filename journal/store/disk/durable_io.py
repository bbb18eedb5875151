"""Durable file I/O: complete writes, fsync of files and folders, and copies inside the kernel (`copy_file_range`)."""

from __future__ import annotations

import errno
import os
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BINARY = getattr(os, "O_BINARY", 0)
PIECE = 1 << 20
"""Buffer size in bytes for reads and writes, so that no system call blocks the screen for long."""
_KERNEL_PIECE = 1 << 26
_SEEKING = Lock()
"""Lock for systems without `pread`, where reading at an offset moves the shared file position."""

_CANNOT_SYNC_FOLDERS = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})
"""Error numbers of file systems on which folders need no fsync or cannot have one."""
_CANNOT_COPY = frozenset(
    {errno.ENOSYS, errno.EXDEV, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EPERM, errno.EBADF, errno.ETXTBSY}
)
"""Error numbers of systems that have no `copy_file_range`, or not between these two files."""


def write_all(descriptor: int, data: bytes) -> None:
    """Write all bytes, repeating partial writes; raises OSError."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest[:PIECE]) :]


def read_all(descriptor: int, start: int, length: int) -> bytes:
    """Read so many bytes from an offset; fewer only at the end of the file. Raises OSError."""
    pieces = []
    while length and (piece := _read_at(descriptor, start, min(length, _KERNEL_PIECE))):
        pieces.append(piece)
        start, length = start + len(piece), length - len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def copy(source: int, start: int, length: int, target: int) -> None:
    """Append a part of one file to another, inside the kernel where that is possible.

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
    """Run fsync: return once everything written to the file is on the disk.

    On macOS `F_FULLFSYNC` also flushes the cache of the disk, which plain `fsync` there leaves out. After an OSError
    the descriptor must not be used again: its dirty pages may count as written though they are not.
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
    """Run fsync on a folder, so that names created or renamed in it are durable; does nothing on Windows."""
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
    """Copy inside the kernel, and return how many bytes were copied before all was done or the kernel refused."""
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

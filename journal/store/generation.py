"""Publishing a new generation of the file: whole and durable, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_PLAIN = getattr(os, "O_BINARY", 0)
TAIL = 4096
"""How many bytes at the end of a file count for telling it from another."""

_CANNOT_SYNC_FOLDERS = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})
"""What file systems answer that make names durable in another way, or not at all."""


class Stamp(Struct, frozen=True):
    """By what a file is known again without reading all of it."""

    device: int
    inode: int
    size: int
    changed_ns: int
    tail: bytes


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of the file at the path, or None where there is none.

    Raises OSError where it cannot be read or is no file at all; never waits for the other end of a pipe.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | _PLAIN | getattr(os, "O_NONBLOCK", 0))
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        return _stamp(descriptor)
    finally:
        os.close(descriptor)


def publish(path: Path, chunks: Iterable[bytes]) -> Stamp:
    """Replace the file by one with these bytes, readable by its owner alone, and return its stamp.

    On return the new bytes survive a power cut. Raises OSError where a step failed: the path then holds the old or the
    new generation, each whole, and nothing else stays in the folder that can be removed.
    """
    beside = unpublished(path)
    discard(path)
    try:
        published = _write(beside, chunks)
        os.replace(beside, path)  # noqa: PTH105 - one system call, named as such in the fault tests
    except OSError:
        discard(path)
        raise
    _sync_folder(path.parent)
    return published


def unpublished(path: Path) -> Path:
    """Return where the next generation of a file is written before it takes the file's place."""
    return path.with_name(f".{path.name}.new")


def discard(path: Path) -> None:
    """Remove what a crash or a failed save left beside the file, as far as the folder allows it."""
    with contextlib.suppress(OSError):
        os.unlink(unpublished(path))  # noqa: PTH108 - one system call, named as such in the fault tests


def _write(path: Path, chunks: Iterable[bytes]) -> Stamp:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _PLAIN, 0o600)
    try:
        for chunk in chunks:
            rest = memoryview(chunk)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
        written = _stamp(descriptor)
    except OSError:
        with contextlib.suppress(OSError):
            os.close(descriptor)
        raise
    os.close(descriptor)
    return written


def _stamp(descriptor: int) -> Stamp:
    about = os.fstat(descriptor)
    if not stat.S_ISREG(about.st_mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    os.lseek(descriptor, max(0, about.st_size - TAIL), os.SEEK_SET)
    tail = os.read(descriptor, TAIL)
    return Stamp(about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, tail)


def _sync_folder(folder: Path) -> None:
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

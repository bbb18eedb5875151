"""Reading a file from a disk that may be failing: what cannot be read counts as zeros, and the rest is not lost."""

from __future__ import annotations

import mmap
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PIECE = 1 << 20
SECTOR = 4096
"""The bytes that a disk gives or refuses together."""


def bytes_of(path: Path) -> bytes | mmap.mmap:
    """Return the bytes of a file: mapped, where all of it can be read, so that a large one does not fill the memory.

    Raises OSError where it cannot be opened at all. Nothing is written.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        size = os.fstat(descriptor).st_size
        # A mapped page that the disk does not give would end the process.
        if size and all(_can_read(descriptor, at) for at in range(0, size, PIECE)):
            return mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ)
        return b"".join(_sector(descriptor, at, size) for at in range(0, size, SECTOR))
    finally:
        os.close(descriptor)


def _can_read(descriptor: int, at: int) -> bool:
    try:
        os.lseek(descriptor, at, os.SEEK_SET)
        os.read(descriptor, PIECE)
    except OSError:
        return False
    return True


def _sector(descriptor: int, at: int, size: int) -> bytes:
    length = min(SECTOR, size - at)
    try:
        os.lseek(descriptor, at, os.SEEK_SET)
        return os.read(descriptor, length).ljust(length, b"\0")
    except OSError:
        return bytes(length)

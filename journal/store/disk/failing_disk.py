"""Tolerant reading from a failing disk: a sector that cannot be read counts as zeros."""

from __future__ import annotations

import mmap
import os
from typing import TYPE_CHECKING

from journal.store.disk.regular_files import open_regular_file

if TYPE_CHECKING:
    from pathlib import Path

PIECE = 1 << 20
SECTOR = 4096
"""The unit in bytes that a disk reads or refuses as a whole."""


def read_tolerantly(path: Path) -> bytes | mmap.mmap:
    """Read a file; one that is readable to its end is memory-mapped, so that a large one does not fill the memory.

    Raises OSError where it cannot be opened at all, or is no regular file. Nothing is written.
    """
    with open_regular_file(path) as file:
        descriptor = file.fileno()
        size = os.fstat(descriptor).st_size
        # A mapped page that the disk does not give would end the process.
        if size and all(_can_read(descriptor, at) for at in range(0, size, PIECE)):
            return mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ)
        return b"".join(_sector(descriptor, at, size) for at in range(0, size, SECTOR))


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

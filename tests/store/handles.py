"""Files that Python opens, in such a way that every call to the system goes through `os`, where a test can see it."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


class Handle(io.RawIOBase):
    """An open file without a buffer."""

    def __init__(self, path: Path, flags: int) -> None:
        super().__init__()
        self._descriptor = -1
        self._descriptor = os.open(path, flags, 0o666)

    def fileno(self) -> int:
        return self._descriptor

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        return os.lseek(self._descriptor, offset, whence)

    def readinto(self, buffer: Any, /) -> int:
        data = os.read(self._descriptor, len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def write(self, data: Any, /) -> int:
        return os.write(self._descriptor, data)

    def truncate(self, size: int | None = None, /) -> int:
        size = self.tell() if size is None else size
        os.ftruncate(self._descriptor, size)
        return size

    def close(self) -> None:
        if not self.closed:
            super().close()
            if self._descriptor >= 0:
                os.close(self._descriptor)


def opened_as(path: Path, mode: str) -> io.BufferedIOBase:
    """Open a file for bytes as `open` does; raises OSError."""
    if "+" in mode:
        return io.BufferedRandom(Handle(path, os.O_RDWR))
    if "r" in mode:
        return io.BufferedReader(Handle(path, os.O_RDONLY))
    return io.BufferedWriter(Handle(path, os.O_WRONLY | os.O_CREAT | (os.O_EXCL if "x" in mode else os.O_TRUNC)))

"""Reading files from the disk while they are saved, with progress, until the person stops it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from journal.evidence.digest import opened_to_read
from journal.evidence.errors import Cancelled, Vanished

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Reading:
    """How far the reading of several files is."""

    def __init__(self, progress: Callable[[int, int], object], cancelled: Callable[[], bool], whole: int) -> None:
        """Tell `progress` the bytes read and all of them, and ask `cancelled` before each part."""
        self._progress, self._cancelled, self._whole = progress, cancelled, whole
        self._done = 0

    def source(self, path: Path, name: str) -> FileSource:
        """Return a file to read from; it is opened at the first reading."""
        return FileSource(self, path, name)

    def next_part(self, handle: int, size: int, name: str) -> bytes:
        """Read a part of one of the files; raises a `FileRefused`."""
        if self._cancelled():
            raise Cancelled(name)
        try:
            part = os.read(handle, size)
        except OSError as error:
            raise Vanished(name) from error
        self._done += len(part)
        self._progress(self._done, self._whole)
        return part


class FileSource:
    """One file to be read once, open only meanwhile, so that hundreds can wait their turn."""

    def __init__(self, reading: Reading, path: Path, name: str) -> None:
        """Wait to be read."""
        self._reading, self._path, self._name = reading, path, name
        self._handle = -1
        self._ended = False

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the end; raises a `FileRefused`."""
        if self._ended:
            return b""
        if self._handle < 0:
            self._handle = opened_to_read(self._path)
        try:
            part = self._reading.next_part(self._handle, size, self._name)
        except BaseException:
            self._close()
            raise
        if not part:
            self._close()
        return part

    def _close(self) -> None:
        os.close(self._handle)
        self._handle, self._ended = -1, True

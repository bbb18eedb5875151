"""Reading files while they are saved, with progress, until the person stops it."""

from __future__ import annotations

import os
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from journal.evidence.digest import opened_to_read
from journal.evidence.errors import Cancelled, Vanished

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from journal.domain.evidence.exhibit import Exhibit
    from journal.store.age.age_streams import Readable


class Reading:
    """How far the reading of several files is."""

    def __init__(self, progress: Callable[[int, int], object], cancelled: Callable[[], bool], whole: int) -> None:
        """Tell `progress` the bytes read and all of them, and ask `cancelled` before each part."""
        self._progress, self._cancelled, self._whole = progress, cancelled, whole
        self._done = 0

    def source(self, file: Exhibit, contents: Mapping[str, bytes]) -> Readable:
        """Return what to read a file from: its content in memory, or where it lies, opened at the first reading."""
        if file.sha256 in contents:
            return MemorySource(self, BytesIO(contents[file.sha256]), file.file_name)
        return FileSource(self, Path(file.lies_at), file.file_name)

    def next_part(self, read: Callable[[int], bytes], size: int, name: str) -> bytes:
        """Read a part of one of the files; raises a `FileRefused`."""
        if self._cancelled():
            raise Cancelled(name)
        try:
            part = read(size)
        except OSError as error:
            raise Vanished(name) from error
        self._done += len(part)
        self._progress(self._done, self._whole)
        return part


class MemorySource:
    """Content that is in memory already."""

    def __init__(self, reading: Reading, content: BytesIO, name: str) -> None:
        """Wait to be read."""
        self._reading, self._content, self._name = reading, content, name

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the end; raises `Cancelled`."""
        return self._reading.next_part(self._content.read, size, self._name)


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
            part = self._reading.next_part(partial(os.read, self._handle), size, self._name)
        except BaseException:
            self._close()
            raise
        if not part:
            self._close()
        return part

    def _close(self) -> None:
        os.close(self._handle)
        self._handle, self._ended = -1, True

"""Reading files while they are saved, until the person stops it."""

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

    from journal.domain.base.task import Task
    from journal.domain.evidence.exhibit import Exhibit
    from journal.store.age.age_streams import Readable


def source(file: Exhibit, contents: Mapping[str, bytes], task: Task) -> Readable:
    """Return what to read a file from: its content in memory, or where it lies, opened at the first reading.

    Reading advances the task.
    """
    if file.sha256 in contents:
        return MemorySource(task, BytesIO(contents[file.sha256]), file.file_name)
    return FileSource(task, Path(file.lies_at), file.file_name)


def _next_part(task: Task, read: Callable[[int], bytes], size: int, name: str) -> bytes:
    if task.stopped:
        raise Cancelled(name)
    try:
        part = read(size)
    except OSError as error:
        raise Vanished(name) from error
    task.advance(len(part))
    return part


class MemorySource:
    """Content that is in memory already."""

    def __init__(self, task: Task, content: BytesIO, name: str) -> None:
        """Wait to be read."""
        self._task, self._content, self._name = task, content, name

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the end; raises `Cancelled`."""
        return _next_part(self._task, self._content.read, size, self._name)


class FileSource:
    """One file to be read once, open only meanwhile, so that hundreds can wait their turn."""

    def __init__(self, task: Task, path: Path, name: str) -> None:
        """Wait to be read."""
        self._task, self._path, self._name = task, path, name
        self._handle = -1
        self._ended = False

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the end; raises a `FileRefused`."""
        if self._ended:
            return b""
        if self._handle < 0:
            self._handle = opened_to_read(self._path)
        try:
            part = _next_part(self._task, partial(os.read, self._handle), size, self._name)
        except BaseException:
            self._close()
            raise
        if not part:
            self._close()
        return part

    def _close(self) -> None:
        os.close(self._handle)
        self._handle, self._ended = -1, True

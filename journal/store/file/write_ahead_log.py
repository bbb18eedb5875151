"""The tail: a small file beside the journal with what was saved since the journal's file was last written.

One save is one line, appended and synced, so that its cost does not depend on what the journal holds. Each line names
the digest of the line before it, and the journal's file the digest of the last line that it has taken in; so a tail
that belongs to another file, or lacks a line, is told from one that goes on where the file ends.
"""

from __future__ import annotations

import contextlib
import errno
import os
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw, Struct

from journal.domain.base.canonical import sha256
from journal.store.disk import durable_io

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Save(Struct, frozen=True, omit_defaults=True):
    """What one line says: rows that the table `records` gets, and the whole of the table `desk`."""

    after: str
    """The digest of the line before, as it stands in the tail; empty for the first of all."""
    records: dict[str, Raw] = {}
    desk: dict[str, Raw] = {}


class Found(Struct, frozen=True):
    """What a tail holds beyond the file."""

    saves: tuple[Save, ...] = ()
    last: str = ""
    """The digest of the last line that counts."""
    length: int = 0
    """How many bytes of the tail are whole lines; what follows was torn by a crash and was never reported saved."""
    size: int = 0
    """How many bytes it has."""
    fits: bool = True
    """Whether the tail goes on where the file ends, and every line but a torn last one is whole."""


class Tail:
    """The tail of one journal, written by one window at a time."""

    def __init__(self, path: Path) -> None:
        """Prepare the tail of the journal at this path; nothing is touched."""
        self.path = beside(path)
        self.length = 0
        """How many bytes of it count."""
        self.there = False
        """Whether this window made or took over a tail that it has to remove."""
        self.doubtful = False
        """Whether it may end with a line that was never reported saved and could not be taken back."""
        self._descriptor = -1
        self._named = False
        self._most = 0
        """How long it can be by what this window wrote or took over; what counts is a part of that."""

    def __del__(self) -> None:
        """Let go of the file, without removing it."""
        self._let_go()

    def go_on(self, length: int, size: int) -> None:
        """Take over the tail that is there, of this size; what stands behind `length` bytes does not count."""
        self.length, self.there, self._named, self.doubtful = length, True, True, True
        self._most = size

    def grew_elsewhere(self) -> bool:
        """Return whether another window added to it, so that it holds more than this one knows; raises OSError.

        One that was removed holds nothing that could be lost.
        """
        if not self.there:
            return os.path.lexists(self.path)
        try:
            found = os.stat(self.path)  # noqa: PTH116 - as the other calls here
        except FileNotFoundError:
            return False
        if self._descriptor >= 0 and not os.path.samestat(os.fstat(self._descriptor), found):
            return True
        return found.st_size > max(self.length, self._most)

    def append(self, line: bytes) -> None:
        """Add one line, durably; raises OSError with the tail as it was, or else `doubtful`."""
        self._take_back()
        self._open()
        self._most = self.length + len(line) + 1
        try:
            durable_io.write_all(self._descriptor, line + b"\n")
            durable_io.sync(self._descriptor)
        except OSError:
            self.doubtful = True
            self._let_go()
            with contextlib.suppress(OSError):
                self._take_back()
            raise
        self.length += len(line) + 1

    def remove(self) -> None:
        """Remove it, because the file has taken it in; raises OSError, with the tail as it was."""
        self._let_go()
        try:
            os.unlink(self.path)  # noqa: PTH108 - one system call, named as such in the fault tests
        except FileNotFoundError:
            # A stick that is pulled out takes the folder away, and brings the tail back with it.
            if os.path.lexists(self.path) or not self.path.parent.exists():
                raise
        self.length, self.there, self._named, self.doubtful = 0, False, False, False
        self._most = 0

    def keep_aside(self, name: str) -> None:
        """Give it another name in its folder, so that nothing takes it in and nothing is lost; raises OSError."""
        self._let_go()
        os.rename(self.path, self.path.with_name(name))  # noqa: PTH104 - as the other calls here

    def _open(self) -> None:
        """Have the tail open that counts; its name is durable before anything depends on it."""
        self.there = True
        if self._descriptor < 0:
            self._descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | durable_io.BINARY, 0o600)
        ours, there = os.fstat(self._descriptor), os.stat(self.path)  # noqa: PTH116 - as the other calls here
        if not os.path.samestat(ours, there) or there.st_size != self.length:
            self._let_go()
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))
        if not self._named:
            durable_io.sync_folder(self.path.parent)
            self._named = True

    def _take_back(self) -> None:
        """Cut off what does not count, on a new descriptor: one that failed to sync is of no more use."""
        if not self.doubtful:
            return
        descriptor = os.open(self.path, os.O_WRONLY | durable_io.BINARY)
        try:
            os.ftruncate(descriptor, self.length)
            durable_io.sync(descriptor)
        finally:
            os.close(descriptor)
        self.doubtful, self._most = False, self.length

    def _let_go(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with contextlib.suppress(OSError):
                os.close(descriptor)


def beside(path: Path) -> Path:
    """Return where the tail of the journal at this path lies."""
    return path.with_name(f".{path.name}.tail")


def read(path: Path) -> bytes | None:
    """Return the bytes of the tail of the journal at this path, or None where there is none; raises OSError."""
    try:
        descriptor = os.open(beside(path), os.O_RDONLY | durable_io.BINARY | getattr(os, "O_NONBLOCK", 0))
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        return durable_io.read_all(descriptor, 0, os.fstat(descriptor).st_size)
    finally:
        os.close(descriptor)


def found_in(data: bytes, last: str, reveal: Callable[[bytes], bytes]) -> Found:
    """Return what the bytes of a tail hold beyond a file that has taken in everything up to the line `last`.

    `reveal` gives the plain text of a line and raises ValueError where it cannot.
    """
    *lines, _torn = data.split(b"\n")
    digests = [sha256(line) for line in lines]
    start = digests.index(last) + 1 if last in digests else 0
    length = sum(len(line) + 1 for line in lines[:start])
    saves: list[Save] = []
    for at in range(start, len(lines)):
        save = _read(lines[at], reveal)
        if save is None or save.after != last:
            torn = save is None and at == len(lines) - 1
            return Found(tuple(saves), last, length, len(data), fits=torn)
        saves.append(save)
        last, length = digests[at], length + len(lines[at]) + 1
    return Found(tuple(saves), last, length, len(data))


def written(save: Save, hide: Callable[[bytes], bytes]) -> tuple[bytes, str]:
    """Return the line for a save and its digest; `hide` seals the plain text where the journal is protected."""
    line = hide(msgspec.json.encode(save))
    return line, sha256(line)


def _read(line: bytes, reveal: Callable[[bytes], bytes]) -> Save | None:
    try:
        return msgspec.json.decode(reveal(line), type=Save)
    except (ValueError, RecursionError):
        return None

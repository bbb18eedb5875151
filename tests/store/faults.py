"""An operating system that fails on purpose: one call, or every call from one on."""

from __future__ import annotations

import errno
import fcntl
import gc
import io
import mmap
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tests.store.handles import opened_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pytest

CALLS = (
    *("open", "close", "fstat", "stat", "lstat", "readlink", "access", "statvfs", "listdir", "mkdir"),
    *("read", "pread", "lseek", "dup", "posix_fadvise", "fchmod"),
    *("write", "copy_file_range", "ftruncate", "fsync", "replace", "rename", "unlink"),
)
"""The calls of `os` that are made to fail."""

WRITES = frozenset({"write", "copy_file_range", "ftruncate", "fsync", "replace", "rename", "unlink"})
"""Those that change something on the disk, and opening, which may."""

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.ENOENT, errno.EINTR)


class Saboteur:
    """Notes every call to the operating system while it is armed, and lets the chosen ones fail.

    A `close` that fails has closed all the same, and an unlocking has unlocked, as on Linux; everything else that fails
    has done nothing. While armed, `fsync` does nothing at all: no power is cut here.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[str] = []
        """The names of the calls made while armed, in order."""
        self._fails: Callable[[int], bool] = lambda _at: False
        self._error = 0
        self._armed = False
        self._look: Callable[[], object] = lambda: None
        self._unsynced: set[int] = set()
        for name in CALLS:
            monkeypatch.setattr(os, name, self._spoiled(name, getattr(os, name)))
        monkeypatch.setattr(fcntl, "flock", self._spoiled("flock", fcntl.flock))
        monkeypatch.setattr(mmap, "mmap", self._spoiled("mmap", mmap.mmap))
        really_open = io.open

        def open_a_file(path: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
            return opened_as(path, mode) if self._armed and "b" in mode else really_open(path, mode, *rest, **named)

        monkeypatch.setattr(io, "open", open_a_file)

    @contextmanager
    def watching(self, look: Callable[[], object] = lambda: None) -> Iterator[None]:
        """Note the calls and let none fail; look after each."""
        self._look = look
        with self.failing(lambda _at: False):
            yield
        self._look = lambda: None

    @contextmanager
    def failing(self, which: Callable[[int], bool], error: int = errno.EIO) -> Iterator[None]:
        """Let those calls fail whose place in the row of calls is chosen."""
        # What was dropped before lets go of its files at no place among the calls that are counted.
        gc.disable()
        self._fails, self._error, self._armed, self.calls = which, error, True, []
        try:
            yield
        finally:
            self._armed = False
            gc.enable()

    @contextmanager
    def _looking_away(self) -> Iterator[None]:
        self._armed = False
        yield
        self._armed = True

    def _spoiled(self, name: str, really: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            if not self._armed:
                return really(*arguments, **named)
            self.calls.append(name)
            fails = self._fails(len(self.calls) - 1)
            self._never_sync_twice(name, arguments, fails=fails)
            if fails and name == "access":
                return False
            done = _is_done_at_any_rate(name, arguments) or not (fails or name == "fsync")
            result = really(*arguments, **named) if done else None
            if fails:
                raise OSError(self._error, os.strerror(self._error))
            with self._looking_away():
                self._look()
            return result

        return call

    def _never_sync_twice(self, name: str, arguments: tuple[Any, ...], *, fails: bool) -> None:
        """Once a descriptor failed to reach the disk, its pages count as clean: a second try would lie."""
        if name == "close":
            self._unsynced.discard(arguments[0])
        if name == "fsync":
            assert arguments[0] not in self._unsynced
            if fails:
                self._unsynced.add(arguments[0])


def _is_done_at_any_rate(name: str, arguments: tuple[Any, ...]) -> bool:
    return name == "close" or (name == "flock" and bool(arguments[1] & fcntl.LOCK_UN))


def one_at(place: int) -> Callable[[int], bool]:
    """Choose one call by its place."""
    return lambda at: at == place


def all_from(place: int) -> Callable[[int], bool]:
    """Choose a call and all after it."""
    return lambda at: at >= place

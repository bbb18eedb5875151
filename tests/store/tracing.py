"""What a process does at every instant, written into memory that it shares with the one that is going to kill it."""

from __future__ import annotations

import mmap
import os
import signal
import struct
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.store.faults import CALLS

if TYPE_CHECKING:
    from collections.abc import Callable

_FORM = struct.Struct("<QBBBB")
_TARGET = struct.Struct("<Q")
_AT_TARGET = 32
_SIZE = 64
_IDLE = 255


class Instant(NamedTuple):
    """Where a process is."""

    calls: int
    """How many calls to the system it has begun."""
    saving: str
    """The last call that it began to make while it saves; empty where it is not saving."""
    before_saving: str
    """The call that it made before that one."""
    checkpointing: str
    """The same two for its other thread."""
    before_checkpointing: str


class Place:
    """Where one thread is."""

    def __init__(self) -> None:
        self.call, self.before = _IDLE, _IDLE

    def go(self, call: int) -> None:
        self.call, self.before = call, self.call

    def rest(self) -> None:
        self.call, self.before = _IDLE, _IDLE


class Tracer:
    """Shares where this process is, by looking at every call, and kills it at the call it was told to."""

    def __init__(self, path: Path) -> None:
        self._memory = _shared(path)
        self._calls, self._saving, self._checkpointing = 0, Place(), Place()
        self._main = threading.main_thread()
        self.in_save = False
        for at, name in enumerate(CALLS):
            setattr(os, name, self._traced(at, getattr(os, name)))
        self._write()

    def saving(self, *, now: bool) -> None:
        """Say that a save begins or ends."""
        self.in_save = now
        if not now:
            self._saving.rest()
            self._write()

    def _traced(self, at: int, really: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self._note(at)
            (target,) = _TARGET.unpack_from(self._memory, _AT_TARGET)
            if target and self._calls >= target:
                os.kill(os.getpid(), signal.SIGKILL)
            return really(*arguments, **named)

        return call

    def _note(self, at: int) -> None:
        self._calls += 1
        if threading.current_thread() is not self._main:
            self._checkpointing.go(at)
        elif self.in_save:
            self._saving.go(at)
        self._write()

    def caught_up(self) -> None:
        """Say that the other thread has done its work."""
        self._checkpointing.rest()
        self._write()

    def _write(self) -> None:
        saving, checkpointing = self._saving, self._checkpointing
        places = (saving.call, saving.before, checkpointing.call, checkpointing.before)
        self._memory[: _FORM.size] = _FORM.pack(self._calls, *places)


class Watcher:
    """Looks at where another process is, and tells it at which call to be killed."""

    def __init__(self, path: Path) -> None:
        self._memory = _shared(path)
        self._memory[: _FORM.size] = _FORM.pack(0, _IDLE, _IDLE, _IDLE, _IDLE)
        self.kill_at(0)

    def instant(self) -> Instant:
        """Where the process is now, or was when it was killed."""
        calls, *places = _FORM.unpack(self._memory[: _FORM.size])
        return Instant(calls, *map(_name, places))

    def kill_at(self, call: int) -> None:
        """Let the process be killed right before it makes this call, or the next one; 0 for never."""
        _TARGET.pack_into(self._memory, _AT_TARGET, call)


def _name(at: int) -> str:
    return "" if at == _IDLE else CALLS[at]


def _shared(path: Path) -> mmap.mmap:
    if not path.exists():
        path.write_bytes(bytes(_SIZE))
    with Path(path).open("r+b") as file:
        return mmap.mmap(file.fileno(), _SIZE)

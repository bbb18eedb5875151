"""What a process does at every instant, written into memory that it shares with the one that is going to kill it."""

from __future__ import annotations

import mmap
import os
import struct
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.store.faults import CALLS

if TYPE_CHECKING:
    from collections.abc import Callable

_FORM = struct.Struct("<QBBB")
_IDLE = 255


class Instant(NamedTuple):
    """Where a process is."""

    calls: int
    """How many calls to the system it has begun."""
    saving: str
    """The last call that it began to make while it saves; empty where it is not saving."""
    catching_up: str
    """The same for its other thread."""


class Tracer:
    """Shares where this process is, by looking at every call."""

    def __init__(self, path: Path) -> None:
        self._memory = _shared(path)
        self._calls, self._saving, self._catching_up = 0, _IDLE, _IDLE
        self._main = threading.main_thread()
        self.in_save = False
        for at, name in enumerate(CALLS):
            setattr(os, name, self._traced(at, getattr(os, name)))
        self._write()

    def saving(self, *, now: bool) -> None:
        """Say that a save begins or ends."""
        self.in_save = now
        if not now:
            self._saving = _IDLE
            self._write()

    def _traced(self, at: int, really: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            main = threading.current_thread() is self._main
            self._calls += 1
            if not main:
                self._catching_up = at
            elif self.in_save:
                self._saving = at
            self._write()
            try:
                return really(*arguments, **named)
            finally:
                if not main:
                    self._catching_up = _IDLE
                    self._write()

        return call

    def _write(self) -> None:
        self._memory[: _FORM.size] = _FORM.pack(self._calls, self._saving, self._catching_up, 0)


class Watcher:
    """Looks at where another process is."""

    def __init__(self, path: Path) -> None:
        self._memory = _shared(path)
        self._memory[: _FORM.size] = _FORM.pack(0, _IDLE, _IDLE, 0)

    def instant(self) -> Instant:
        calls, saving, catching_up, _ = _FORM.unpack(self._memory[: _FORM.size])
        return Instant(calls, _name(saving), _name(catching_up))


def _name(at: int) -> str:
    return "" if at == _IDLE else CALLS[at]


def _shared(path: Path) -> mmap.mmap:
    if not path.exists():
        path.write_bytes(bytes(_FORM.size))
    with Path(path).open("r+b") as file:
        return mmap.mmap(file.fileno(), _FORM.size)

"""What the age library reads from and writes to when something is too large to be in memory."""

from __future__ import annotations

import io
from contextlib import contextmanager
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WAITING = 4
"""How many parts may wait between the two ends of a pipe."""


class Readable(Protocol):
    """Something to read from, like an open file."""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the end."""


class Through(io.BufferedIOBase):
    """Both ends of the library's work; keeps the error that an end raised, which the library only tells in words."""

    def __init__(self, source: Readable, sink: Callable[[bytes], object]) -> None:
        """Read from the source and hand everything to the sink."""
        super().__init__()
        self._source, self._sink = source, sink
        self.trouble: BaseException | None = None
        """What an end raised."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes of the source."""
        try:
            return self._source.read(-1 if size is None else size)
        except BaseException as trouble:
            self.trouble = trouble
            raise

    def write(self, part: Any, /) -> int:
        """Hand on some bytes."""
        data = bytes(part)
        try:
            self._sink(data)
        except BaseException as trouble:
            self.trouble = trouble
            raise
        return len(data)


class _Piped:
    """The end of a pipe from which is read."""

    def __init__(self, parts: Queue[bytes | BaseException]) -> None:
        self._parts = parts
        self._rest: bytes | BaseException = b""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes; raises what the other end raised."""
        while self._rest == b"":
            self._rest = self._parts.get()
        if isinstance(self._rest, _End):
            return b""
        if isinstance(self._rest, BaseException):
            raise self._rest
        part, self._rest = self._rest[:size], self._rest[size:]
        return part

    def drain(self) -> None:
        """Let the other end come to its end."""
        while not isinstance(self._rest, BaseException):
            self._rest = self._parts.get()


class _End(Exception):
    """Nothing more comes, or nothing more is wanted."""


@contextmanager
def piped(give: Callable[[Callable[[bytes], object]], object]) -> Iterator[Readable]:
    """Have what `give` hands on as something to read from, while `give` runs in a thread of its own.

    What it raises is raised by reading. It is stopped where reading ends before it does.
    """
    parts: Queue[bytes | BaseException] = Queue(_WAITING)
    wanted = True

    def take(part: bytes) -> None:
        if not wanted:
            raise _End
        if part:
            parts.put(part)

    def run() -> None:
        try:
            give(take)
            parts.put(_End())
        except BaseException as trouble:  # noqa: BLE001 - the reading end raises it
            parts.put(trouble)

    source, writer = _Piped(parts), Thread(target=run, name="piped", daemon=True)
    writer.start()
    try:
        yield source
    finally:
        wanted = False
        source.drain()
        writer.join()

"""Stream adapters for the age library, for data that is too large for memory."""

from __future__ import annotations

import io
from contextlib import contextmanager
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WAITING = 4
"""Capacity of a pipe, in parts."""


class Readable(Protocol):
    """Readable byte stream, like an open file."""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes; b"" at the end."""


class Through(io.BufferedIOBase):
    """File object for the age library that reads from a source and writes to a callback.

    It keeps the exception that either raised, which the library passes on only as words.
    """

    def __init__(self, source: Readable, sink: Callable[[bytes], object]) -> None:
        """Read from the source and pass everything that is written to `sink`."""
        super().__init__()
        self._source, self._sink = source, sink
        self.trouble: BaseException | None = None
        """The exception that the source or the callback raised."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes of the source."""
        try:
            return self._source.read(-1 if size is None else size)
        except BaseException as trouble:
            self.trouble = trouble
            raise

    def write(self, part: Any, /) -> int:
        """Pass some bytes to the callback."""
        data = bytes(part)
        try:
            self._sink(data)
        except BaseException as trouble:
            self.trouble = trouble
            raise
        return len(data)


class _Piped:
    """Reading end of a pipe between threads."""

    def __init__(self, parts: Queue[bytes | BaseException]) -> None:
        self._parts = parts
        self._rest: bytes | BaseException = b""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes; raises what the writing end raised."""
        while self._rest == b"":
            self._rest = self._parts.get()
        if isinstance(self._rest, _End):
            return b""
        if isinstance(self._rest, BaseException):
            raise self._rest
        part, self._rest = self._rest[:size], self._rest[size:]
        return part

    def drain(self) -> None:
        """Discard the rest, so that the writing end finishes."""
        while not isinstance(self._rest, BaseException):
            self._rest = self._parts.get()


class _End(Exception):
    """End of the stream, or the reader has closed it."""


@contextmanager
def piped(give: Callable[[Callable[[bytes], object]], object]) -> Iterator[Readable]:
    """Turn a producer into a readable stream: `give` writes into a pipe from a thread of its own.

    What it raises is raised by reading. It is stopped where reading ends first.
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

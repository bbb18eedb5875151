"""What the age library reads from and writes to when something is too large to be in memory."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class Source(Protocol):
    """Something to read from, like an open file."""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the end."""


class Through(io.BufferedIOBase):
    """Both ends of the library's work; keeps the error that an end raised, which the library only tells in words."""

    def __init__(self, source: Source, sink: Callable[[bytes], object]) -> None:
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

"""Places of the ledger's final lines in the file, by which a record is read again that is not kept in memory."""

from __future__ import annotations

import zlib
from array import array
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.store.file.generation import Extent, Generation
from journal.store.file.row_codec import RowCodec

if TYPE_CHECKING:
    from collections.abc import Sequence

SEPARATOR = b",\n"
_MOST = 1 << 20
"""Bytes read at a time where many records are wanted."""


class Places(Struct, frozen=True):
    """Where the final lines lie, and how they are recognised; twelve bytes a line."""

    sizes: array[int]
    """Bytes in all lines before each of them, without what separates them."""
    checks: array[int]
    """CRC-32 of each line."""
    size: int = 0
    """Bytes in all lines, without what separates them."""

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self.sizes)

    @property
    def length(self) -> int:
        """Bytes from the first line to the end of the last."""
        return self._start(len(self)) - len(SEPARATOR) if self.sizes else 0

    def after(self, lines: bytes) -> Places:
        """Return the places with those of some more lines added; the present ones stay as they are."""
        found = PlaceCollector(self)
        found.take(lines)
        return found.finish()

    def read(self, first: int, stop: int, settled: Extent, held: Generation) -> list[bytes]:
        """Read lines from an extent, the first counted from 0, and return each without its key.

        Raises ValueError where one is not as it was when its place was noted, OSError where it cannot be read.
        """
        start, end = self._start(first), self._start(stop) - len(SEPARATOR)
        lines = held.read(Extent(settled.start + start, end - start)).split(SEPARATOR)
        if [*map(zlib.crc32, lines)] != [*self.checks[first:stop]]:
            raise ValueError("a line of the ledger is not where it was")
        return [line.partition(b":")[2] for line in lines]

    def stop_after(self, first: int) -> int:
        """Return behind which line to stop, where lines are read from this one on in a large piece."""
        stop = first + 1
        while stop < len(self) and self._start(stop) - self._start(first) < _MOST:
            stop += 1
        return stop

    def _start(self, line: int) -> int:
        """Return the offset of a line from the first; of one behind the last, where it would begin."""
        return (self.sizes[line] if line < len(self) else self.size) + line * len(SEPARATOR)


class PlaceCollector:
    """Notes the places of lines one after the other."""

    def __init__(self, before: Places | None = None) -> None:
        """Begin with the first line, or behind those that are known."""
        self._sizes = array("Q", before.sizes if before else ())
        self._checks = array("I", before.checks if before else ())
        self._size = before.size if before else 0
        self._rest = b""

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self._sizes)

    def add(self, lines: Sequence[bytes]) -> None:
        """Note the next lines, without what separates them."""
        sizes = [*accumulate(map(len, lines), initial=self._size)]
        self._size = sizes.pop()
        self._sizes.extend(sizes)
        self._checks.extend(map(zlib.crc32, lines))

    def take(self, piece: bytes) -> None:
        """Take some bytes of the lines, with what separates them; they may end anywhere."""
        *whole, self._rest = (self._rest + piece).split(SEPARATOR)
        self.add(whole)

    def finish(self) -> Places:
        """Return the places, with the last line that was taken."""
        if self._rest:
            self.add([self._rest])
        self._rest = b""
        return Places(self._sizes, self._checks, self._size)


NOWHERE = PlaceCollector().finish()
"""The places of no lines."""


class PlacedRows(Struct, frozen=True):
    """Final lines of a file together with what is needed to read the rows of the ledger in them."""

    places: Places
    settled: Extent
    held: Generation
    codec: RowCodec

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.places) * self.codec.rows_per_line

    def row(self, at: int) -> bytes:
        """Read one row, counted from 0; raises ValueError where it has changed, OSError where it cannot be read."""
        line, within = divmod(at, self.codec.rows_per_line)
        return self._rows(line, line + 1)[within]

    def rows(self, at: int) -> list[bytes]:
        """Read this row and some of those behind it; raises as `row`."""
        line, within = divmod(at, self.codec.rows_per_line)
        return self._rows(line, self.places.stop_after(line))[within:]

    def _rows(self, first: int, stop: int) -> list[bytes]:
        lines = self.places.read(first, stop, self.settled, self.held)
        return [row for line in lines for row in self.codec.rows_of(line)]

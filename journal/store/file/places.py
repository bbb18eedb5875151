"""Places of the ledger's final lines in the file, by which a record is read again that is not kept in memory."""

from __future__ import annotations

import zlib
from array import array
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.store.file.generation import Extent, Generation
from journal.store.file.row_codec import RowCodec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SEPARATOR = b",\n"
_MOST = 1 << 20
"""Bytes read at a time where many records are wanted."""
_NEAR = 1 << 14
"""Bytes from one record to the next up to which both are read at once; another read takes longer than as many bytes."""


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

    def read(self, wanted: Iterable[int], settled: Extent, held: Generation) -> Iterator[bytes]:
        """Yield lines of an extent without their keys, in ascending order, counted from 0; near ones are read at once.

        Raises ValueError where one is not as it was when its place was noted, OSError where it cannot be read.
        """
        for run in self._runs(wanted):
            _line, first, _end = run[0]
            piece = held.read(Extent(settled.start + first, run[-1][2] - first))
            for line, start, end in run:
                data = piece[start - first : end - first]
                if zlib.crc32(data) != self.checks[line]:
                    raise ValueError("a line of the ledger is not where it was")
                yield data.partition(b":")[2]

    def stop_after(self, first: int) -> int:
        """Return behind which line to stop, where lines are read from this one on in a large piece."""
        stop = first + 1
        while stop < len(self) and self._start(stop) - self._start(first) < _MOST:
            stop += 1
        return stop

    def _runs(self, wanted: Iterable[int]) -> Iterator[list[tuple[int, int, int]]]:
        """Yield lines that lie close together, each with where it begins and ends, counted from the first line."""
        run: list[tuple[int, int, int]] = []
        for line in wanted:
            start = self._start(line)
            if run and (start - run[-1][2] > _NEAR or start - run[0][1] > _MOST):
                yield run
                run = []
            run.append((line, start, self._start(line + 1) - len(SEPARATOR)))
        if run:
            yield run

    def _start(self, line: int) -> int:
        """Return the offset of a line from the first; of one behind the last, where it would begin."""
        return (self.sizes[line] if line < len(self.sizes) else self.size) + line * len(SEPARATOR)


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
        return next(self.some([at]))

    def some(self, wanted: Sequence[int]) -> Iterator[bytes]:
        """Yield some rows, in ascending order, each line read once; raises as `row`."""
        lines = [*dict.fromkeys(at // self.codec.rows_per_line for at in wanted)]
        read = zip(lines, self._rows(lines), strict=True)
        line, rows = -1, list[bytes]()
        for at in wanted:
            if at // self.codec.rows_per_line != line:
                line, rows = next(read)
            yield rows[at % self.codec.rows_per_line]

    def rows(self, at: int) -> list[bytes]:
        """Read this row and some of those behind it; raises as `row`."""
        line, within = divmod(at, self.codec.rows_per_line)
        return [*chain.from_iterable(self._rows(range(line, self.places.stop_after(line))))][within:]

    def _rows(self, lines: Iterable[int]) -> Iterator[list[bytes]]:
        """Yield the rows in each of these lines."""
        return map(self.codec.rows_of, self.places.read(lines, self.settled, self.held))

"""Places of the ledger's final lines in the file, by which a record is read again that is not kept in memory."""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left
from io import BytesIO
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

    starts: array[int]
    """Offset of each line from the first."""
    checks: array[int]
    """CRC-32 of everything from the first line to the start of each."""
    length: int = 0
    """Bytes from the first line to the end of the last."""
    check: int = 0
    """CRC-32 of all that."""

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self.starts)

    def after(self, lines: bytes) -> Places:
        """Return the places with those of some more lines added; the present ones stay as they are."""
        found = PlaceCollector(self)
        found.take(lines)
        return found.finish()

    def read(self, wanted: Iterable[int], settled: Extent, held: Generation) -> Iterator[bytes]:
        """Yield lines of an extent without their keys, in ascending order, counted from 0; near ones are read at once.

        Raises ValueError where one is not as it was when its place was noted, OSError where it cannot be read.
        """
        starts, checks, crc, last = self.starts, self.checks, zlib.crc32, len(self.starts) - 1
        for run in self._runs(wanted):
            first = starts[run[0]]
            stop, check = self._end(run[-1])
            piece = held.read(Extent(settled.start + first, stop - first))
            if run[-1] - run[0] + 1 == len(run) and crc(piece, checks[run[0]]) == check:
                for data in lines_in(piece)[: len(run)]:
                    yield data.removesuffix(SEPARATOR).partition(b":")[2]
                continue
            for line in run:
                end, check = (starts[line + 1], checks[line + 1]) if line < last else (self.length, self.check)
                data = piece[starts[line] - first : end - first]
                if crc(data, checks[line]) != check:
                    raise ValueError("a line of the ledger is not where it was")
                yield data[data.index(b":") + 1 : -len(SEPARATOR) if line < last else None]

    def stop_after(self, first: int) -> int:
        """Return behind which line to stop, where lines are read from this one on in a large piece."""
        return bisect_left(self.starts, self.starts[first] + _MOST, first + 1)

    def _runs(self, wanted: Iterable[int]) -> Iterator[list[int]]:
        """Yield lines that lie close together."""
        starts, last = self.starts, len(self.starts) - 1
        run, first, near = list[int](), 0, 0
        for line in wanted:
            start = starts[line]
            if run and (start > near or start - first > _MOST):
                yield run
                run = []
            if not run:
                first = start
            run.append(line)
            near = (starts[line + 1] if line < last else self.length) + _NEAR
        if run:
            yield run

    def _end(self, line: int) -> tuple[int, int]:
        """Return the offset behind a line with its separator, and the CRC-32 of everything up to there."""
        behind = line + 1
        return (self.starts[behind], self.checks[behind]) if behind < len(self.starts) else (self.length, self.check)


NOWHERE = Places(array("Q"), array("I"))
"""The places of no lines."""


class PlaceCollector:
    """Notes the places of lines one after the other."""

    def __init__(self, before: Places = NOWHERE) -> None:
        """Begin with the first line, or behind those that are known."""
        self._starts, self._checks = before.starts[:], before.checks[:]
        self._last, self._rest = b"", b""
        self._start = before.length + len(SEPARATOR) if before else 0
        self._check = zlib.crc32(SEPARATOR, before.check) if before else 0
        self._before = before

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self._starts)

    def add(self, lines: Sequence[bytes]) -> None:
        """Note the next lines, each with what separates it from the one after it."""
        starts = [*accumulate(map(len, lines), initial=self._start)]
        self._start = starts.pop()
        self._starts.extend(starts)
        check, checks, crc = self._check, self._checks, zlib.crc32
        for line in lines:
            checks.append(check)
            check = crc(line, check)
        self._check = check
        self._last = lines[-1] if lines else self._last

    def take(self, piece: bytes) -> None:
        """Take some bytes of the lines, with what separates them; they may end anywhere."""
        *whole, self._rest = lines_in(self._rest + piece)
        self.add(whole)

    def finish(self) -> Places:
        """Return the places, with the last line that was taken."""
        if self._rest:
            self.add([self._rest])
        self._rest = b""
        if not self._last:
            return self._before
        last = self._last.removesuffix(SEPARATOR)
        check = zlib.crc32(last, self._checks[-1])
        return Places(self._starts, self._checks, self._starts[-1] + len(last), check)


def lines_in(text: bytes) -> list[bytes]:
    """Split a text into lines, each with its line feed; the last has none, and may be empty."""
    lines = BytesIO(text).readlines()
    return lines if lines and not lines[-1].endswith(b"\n") else [*lines, b""]


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
        if self.codec.rows_per_line == 1:
            yield from chain.from_iterable(self._rows(wanted))
            return
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

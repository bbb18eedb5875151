"""The boxes of MP4, M4A, MOV, 3GP, HEIC and AVIF files, read without trusting a single length in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 10_000


class Box(NamedTuple):
    """One box: its four-byte name and where its content lies."""

    name: bytes
    start: int
    end: int
    whole: bool
    """Whether the content ends where the box claims; a file that was cut off ends sooner."""


def boxes(data: bytes, start: int = 0, end: int | None = None) -> Iterator[Box]:
    """Give the boxes of one level; a length that cannot be true ends the reading."""
    limit = len(data) if end is None else min(end, len(data))
    for _number in range(_MOST):
        if start + 8 > limit:
            return
        size, name, head = int.from_bytes(data[start : start + 4], "big"), data[start + 4 : start + 8], 8
        if size == 1:
            size, head = int.from_bytes(data[start + 8 : start + 16], "big"), 16
        elif size == 0:
            size = limit - start
        if size < head:
            return
        yield Box(name, start + head, min(start + size, limit), whole=start + size <= limit)
        start += size


def inside(data: bytes, *path: bytes) -> Box | None:
    """Return the first box at a path of names, as in `inside(data, b"moov", b"mvhd")`."""
    found, start, end = None, 0, len(data)
    for name in path:
        found = next((box for box in boxes(data, start, end) if box.name == name), None)
        if found is None:
            return None
        start, end = found.start, found.end
    return found


class MovieHeader(NamedTuple):
    """What an `mvhd` box tells."""

    created: int
    """Seconds since the beginning of 1904; 0 where nothing was written."""
    ticks: int
    """How many of them a second has."""
    length: int
    """In ticks; 0 where it is not known."""


def movie_header(data: bytes) -> MovieHeader | None:
    """Return the header of a film or recording, or None where there is none."""
    box = inside(data, b"moov", b"mvhd")
    if box is None:
        return None
    wide = data[box.start : box.start + 1] == b"\x01"
    size = 8 if wide else 4
    times = data[box.start + 4 : min(box.end, box.start + 8 + 3 * size)]
    if len(times) < 3 * size + 4:
        return None
    created, ticks, length = times[:size], times[2 * size : 2 * size + 4], times[2 * size + 4 :]
    unknown = length == b"\xff" * size
    return MovieHeader(
        int.from_bytes(created, "big"), int.from_bytes(ticks, "big"), 0 if unknown else int.from_bytes(length, "big")
    )

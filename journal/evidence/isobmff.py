"""Parser of ISO base media boxes (MP4, M4A, MOV, 3GP, HEIC, AVIF); no length in the file is trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 10_000


class Box(NamedTuple):
    """One box: four-byte type, and the range of its content."""

    name: bytes
    start: int
    end: int
    whole: bool
    """Whether the content has the stated length; false where the file is truncated."""


def boxes(data: bytes, start: int = 0, end: int | None = None) -> Iterator[Box]:
    """Yield the boxes of one level, at most 10,000; stops at an impossible length."""
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
    """Return the first box at a path of types, as in `inside(data, b"moov", b"mvhd")`; None where there is none."""
    found, start, end = None, 0, len(data)
    for name in path:
        found = next((box for box in boxes(data, start, end) if box.name == name), None)
        if found is None:
            return None
        start, end = found.start, found.end
    return found


class MovieHeader(NamedTuple):
    """Content of an `mvhd` box."""

    created: int
    """Creation time in seconds since the beginning of 1904; 0 where not set."""
    ticks: int
    """Time scale: ticks per second."""
    length: int
    """Duration in ticks; 0 where unknown."""


def movie_header(data: bytes) -> MovieHeader | None:
    """Parse the `mvhd` box of a film or recording; None where there is none."""
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

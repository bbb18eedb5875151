"""Parser of JPEG segments, up to the end-of-image marker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

START, END, SCAN = 0xD8, 0xD9, 0xDA
COMMENT = 0xFE
APPLICATIONS = range(0xE0, 0xF0)
"""Application segments: Exif, XMP, colour profiles, …"""

_MARK = re.compile(rb"\xff{1,64}([\x01-\xfe])")
"""Marker where one must follow; repeated FF bytes are padding."""
_NEXT_MARK = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""Marker within entropy-coded data, where FF00 is data and D0 to D7 are restart markers."""


MOST_SEGMENTS = 4096
"""Maximum number of segments parsed; no program writes more."""


class Segment(NamedTuple):
    """One segment; a scan segment includes its entropy-coded data."""

    mark: int
    content: bytes
    """Content behind the length; empty for a marker without one."""
    raw: bytes
    """Bytes of the whole segment, marker and length included."""
    end: int
    """Index of its end in the file."""


def segments(data: bytes) -> Iterator[Segment]:
    """Yield the segments up to the end marker; stops earlier where the file is truncated, no JPEG, or too long."""
    position = 0
    for _ in range(MOST_SEGMENTS):
        match = _MARK.match(data, position)
        if match is None:
            return
        mark, head = match[1][0], match.end()
        if mark in {START, END, 0x01}:
            position = head
            yield Segment(mark, b"", data[match.start() : head], head)
            if mark == END:
                return
            continue
        size = int.from_bytes(data[head : head + 2], "big")
        end = head + size
        if size < 2 or end > len(data):
            return
        if mark == SCAN:
            following = _NEXT_MARK.search(data, end)
            end = following.start() if following else len(data)
        yield Segment(mark, data[head + 2 : head + size], data[match.start() : end], end)
        position = end

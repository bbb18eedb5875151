"""The segments of a JPEG, from its first bytes to the mark that ends the picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

START, END, SCAN = 0xD8, 0xD9, 0xDA
COMMENT = 0xFE
APPLICATIONS = range(0xE0, 0xF0)
"""Where programs put what is not the picture itself: Exif, XMP, colour profiles, …"""

_MARK = re.compile(rb"\xff{1,64}([\x01-\xfe])")
"""A mark where one must stand; more than one FF is filling."""
_NEXT_MARK = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""A mark amid the picture's data, where FF00 is data and D0 to D7 belong to the scan."""


MOST_SEGMENTS = 4096
"""More than any program writes; a file that goes on with them says nothing more."""


class Segment(NamedTuple):
    """One segment; for a scan, the picture's data behind it belongs to it."""

    mark: int
    content: bytes
    """What follows the length; empty for a mark that has none."""
    raw: bytes
    """The segment as it stands in the file, mark and length included."""
    end: int
    """Where it ends in the file."""


def segments(data: bytes) -> Iterator[Segment]:
    """Give the segments up to the end mark; ends sooner where the file is cut off, is no JPEG, or never ends."""
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

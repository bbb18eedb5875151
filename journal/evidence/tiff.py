"""The directories of tags inside Exif data and TIFF files, read and written without trusting an offset in them.

Tag numbers and types are those of TIFF 6.0 and Exif 2.32.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

EXIF, GPS = 0x8769, 0x8825
ORIENTATION = 0x0112
Order = Literal["little", "big"]
"""Which end of a number comes first."""

SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Bytes per value, by type."""

_MOST_TAGS = 500
_MOST_DIRECTORIES = 8
_LONGEST = 1 << 16


class Tag(NamedTuple):
    """One tag: the number of its type, how many values it has, and their bytes in the file's own order."""

    kind: int
    values: int
    value: bytes

    def number(self, order: Order) -> int:
        """Return the first value as a whole number without sign, or 0 where it is none."""
        size = {1: 1, 3: 2, 4: 4, 13: 4}.get(self.kind, 0)
        return int.from_bytes(self.value[:size], order)

    def text(self) -> str:
        """Return all of the value as text, without the zeros and blanks that fill it up."""
        return self.value.rstrip(b"\0 ").decode("latin-1").strip()


Directory = dict[int, Tag]


class Exif(NamedTuple):
    """The three directories that matter; a damaged one holds the tags that could be read."""

    order: Order
    main: Directory
    photo: Directory
    gps: Directory


def parsed(data: bytes) -> Exif | None:
    """Read Exif data, with or without `Exif\\0\\0` before it; None where it is none. Never follows a circle."""
    data = data.removeprefix(b"Exif\0\0")
    orders: dict[bytes, Order] = {b"II*\0": "little", b"MM\0*": "big"}
    order = orders.get(data[:4])
    if order is None:
        return None
    reader = _Reader(data, order)
    main, following = reader.directory(reader.number(4, 4))
    photo = reader.below(main, EXIF)
    gps = reader.below(main, GPS)
    while following and not gps:
        other, following = reader.directory(following)
        gps = reader.below(other, GPS)
    return Exif(order, main, photo, gps)


class _Reader:
    """Reads directories out of one block of bytes, each of them once."""

    def __init__(self, data: bytes, order: Order) -> None:
        self._data = data
        self._order = order
        self._seen: set[int] = set()

    def number(self, at: int, size: int) -> int:
        """Return the whole number at a place; what lies beyond the end counts as zero."""
        return int.from_bytes(self._data[at : at + size], self._order)

    def below(self, directory: Directory, pointer: int) -> Directory:
        """Return the directory that a tag points to."""
        tag = directory.get(pointer)
        return self.directory(tag.number(self._order))[0] if tag else {}

    def directory(self, at: int) -> tuple[Directory, int]:
        """Return the tags of the directory at a place, and where the next one is."""
        if at < 8 or at in self._seen or len(self._seen) >= _MOST_DIRECTORIES:
            return {}, 0
        self._seen.add(at)
        count = self.number(at, 2)
        tags: Directory = {}
        for place in range(at + 2, at + 2 + 12 * min(count, _MOST_TAGS), 12):
            if place + 12 > len(self._data):
                break
            if tag := self._tag(place):
                tags.setdefault(self.number(place, 2), tag)
        return tags, self.number(at + 2 + 12 * count, 4)

    def _tag(self, place: int) -> Tag | None:
        kind, count = self.number(place + 2, 2), self.number(place + 4, 4)
        size = SIZES.get(kind, 0) * count
        if not 0 < size <= _LONGEST:
            return None
        start = place + 8 if size <= 4 else self.number(place + 8, 4)
        value = self._data[start : start + size]
        return Tag(kind, count, value) if len(value) == size else None


def written(order: Order, main: Directory, photo: Directory) -> bytes:
    """Return new Exif data that holds these tags and nothing else, without `Exif\\0\\0` before it."""
    start = b"II*\0" if order == "little" else b"MM\0*"
    size = 2 + 12 * (len(main) + 1) + 4 + sum(_outside(tag) for tag in main.values())
    pointer = Tag(4, 1, (8 + size).to_bytes(4, order))
    first = _directory(order, main | {EXIF: pointer}, 8)
    return start + (8).to_bytes(4, order) + first + _directory(order, photo, 8 + size)


def _outside(tag: Tag) -> int:
    """Return how many bytes a value takes behind its directory, which begins anew at an even place."""
    return 0 if len(tag.value) <= 4 else len(tag.value) + len(tag.value) % 2


def _directory(order: Order, tags: Directory, at: int) -> bytes:
    entries, values = len(tags).to_bytes(2, order), b""
    behind = at + 2 + 12 * len(tags) + 4
    for number, tag in sorted(tags.items()):
        entries += number.to_bytes(2, order) + tag.kind.to_bytes(2, order) + tag.values.to_bytes(4, order)
        if _outside(tag):
            entries += (behind + len(values)).to_bytes(4, order)
            values += tag.value + b"\0" * (len(tag.value) % 2)
        else:
            entries += tag.value.ljust(4, b"\0")
    return entries + bytes(4) + values

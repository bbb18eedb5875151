"""Parser and writer of TIFF tag directories, as in Exif data; no offset in the data is trusted.

Tag numbers and types are those of TIFF 6.0 and Exif 2.32.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

EXIF, GPS = 0x8769, 0x8825
ORIENTATION = 0x0112
Order = Literal["little", "big"]
"""Byte order."""

SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Bytes per value, by type."""

_MOST_TAGS = 500
_MOST_DIRECTORIES = 8
_LONGEST = 1 << 16


class Tag(NamedTuple):
    """One tag: type, number of values, and their bytes in the file's byte order."""

    kind: int
    values: int
    value: bytes

    def number(self, order: Order) -> int:
        """Return the first value as an unsigned integer; 0 for other types."""
        size = {1: 1, 3: 2, 4: 4, 13: 4}.get(self.kind, 0)
        return int.from_bytes(self.value[:size], order)

    def text(self) -> str:
        """Return the value as text, decoded as Latin-1, trailing NULs and spaces removed."""
        return self.value.rstrip(b"\0 ").decode("latin-1").strip()


Directory = dict[int, Tag]


class Exif(NamedTuple):
    """Parsed Exif directories; a damaged one holds the readable tags."""

    order: Order
    main: Directory
    photo: Directory
    gps: Directory


def parsed(data: bytes) -> Exif | None:
    """Parse Exif data, with or without the `Exif\\0\\0` prefix; None where it is none. Safe against cyclic offsets."""
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
    """Directory reader over one block of bytes; visits each directory once."""

    def __init__(self, data: bytes, order: Order) -> None:
        self._data = data
        self._order = order
        self._seen: set[int] = set()

    def number(self, at: int, size: int) -> int:
        """Return the unsigned integer at an offset; 0 beyond the end of the data."""
        return int.from_bytes(self._data[at : at + size], self._order)

    def below(self, directory: Directory, pointer: int) -> Directory:
        """Return the directory that a tag points to."""
        tag = directory.get(pointer)
        return self.directory(tag.number(self._order))[0] if tag else {}

    def directory(self, at: int) -> tuple[Directory, int]:
        """Return the tags of the directory at an offset, and the offset of the next one."""
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
    """Serialise Exif data with exactly these tags, without the `Exif\\0\\0` prefix."""
    start = b"II*\0" if order == "little" else b"MM\0*"
    size = 2 + 12 * (len(main) + 1) + 4 + sum(_outside(tag) for tag in main.values())
    pointer = Tag(4, 1, (8 + size).to_bytes(4, order))
    first = _directory(order, main | {EXIF: pointer}, 8)
    return start + (8).to_bytes(4, order) + first + _directory(order, photo, 8 + size)


def _outside(tag: Tag) -> int:
    """Return the bytes that a value takes behind its directory, padded to an even length."""
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

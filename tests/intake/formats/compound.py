"""Compound files (MS-CFB) of invented mails, as Outlook saves them, written by hand."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_NONE, _END, _OF_FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STORAGE, _STREAM, _ROOT = 1, 2, 5


def text(name: str, said: str) -> dict[str, bytes]:
    """Return a property that is text."""
    return {f"__substg1.0_{name}001F": said.encode("utf-16-le")}


def numbers(values: Mapping[int, int], head: int = 32) -> dict[str, bytes]:
    """Return the stream of the properties of fixed length."""
    entries = b"".join(struct.pack("<IIQ", tag, 6, value) for tag, value in values.items())
    return {"__properties_version1.0": b"\0" * head + entries}


class _Entry(NamedTuple):
    name: str
    kind: int
    right: int
    child: int
    start: int
    size: int


class _Writer:
    def __init__(self) -> None:
        self.sectors: list[bytes] = []
        self.fat: list[int] = []
        self.small: bytes = b""
        self.small_fat: list[int] = []
        self.entries: list[_Entry] = []

    def put(self, data: bytes) -> int:
        """Append a chain of sectors; returns its first."""
        count = -(-len(data) // _SECTOR)
        first = len(self.sectors)
        padded = data.ljust(count * _SECTOR, b"\0")
        self.sectors += [padded[at : at + _SECTOR] for at in range(0, len(padded), _SECTOR)]
        self.fat += [*range(first + 1, first + count), _END] if count else []
        return first if count else _END

    def stream(self, data: bytes) -> int:
        if len(data) >= _CUTOFF:
            return self.put(data)
        count, first = -(-len(data) // _SMALL), len(self.small_fat)
        self.small += data.ljust(count * _SMALL, b"\0")
        self.small_fat += [*range(first + 1, first + count), _END] if count else []
        return first if count else _END

    def tree(self, inside: Mapping[str, object]) -> int:
        """Append the entries of a storage as a chain of right siblings; returns the first."""
        before = None
        first = _NONE
        for name, one in sorted(inside.items(), key=lambda pair: (len(pair[0]), pair[0].upper())):
            at = len(self.entries)
            if isinstance(one, bytes):
                self.entries.append(_Entry(name, _STREAM, _NONE, _NONE, self.stream(one), len(one)))
            else:
                assert isinstance(one, dict)
                self.entries.append(_Entry(name, _STORAGE, _NONE, _NONE, 0, 0))
                self.entries[at] = self.entries[at]._replace(child=self.tree(one))
            if before is None:
                first = at
            else:
                self.entries[before] = self.entries[before]._replace(right=at)
            before = at
        return first


def compound(inside: Mapping[str, object]) -> bytes:
    """Return a compound file with these streams and storages."""
    out = _Writer()
    out.entries.append(_Entry("Root Entry", _ROOT, _NONE, _NONE, _END, 0))
    first = out.tree(inside)
    out.entries[0] = _Entry("Root Entry", _ROOT, _NONE, first, out.put(out.small), len(out.small))
    small_fat = struct.pack(f"<{len(out.small_fat)}I", *out.small_fat)
    small_at = out.put(small_fat + b"\xff" * (-len(small_fat) % _SECTOR))
    directory = out.put(b"".join(_entry(one) for one in out.entries))
    count = 1
    while (len(out.fat) + count) * 4 > count * _SECTOR:
        count += 1
    fat_at = len(out.sectors)
    fat = [*out.fat, *[_OF_FAT] * count]
    packed = struct.pack(f"<{len(fat)}I", *fat).ljust(count * _SECTOR, b"\xff")
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII", MAGIC, b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, count, directory,
        0, _CUTOFF, small_at, len(small_fat) // _SECTOR + bool(len(small_fat) % _SECTOR), _END, 0,
    )  # fmt: skip
    head += struct.pack("<109I", *range(fat_at, fat_at + count), *[_NONE] * (109 - count))
    return head + b"".join(out.sectors) + packed


def _entry(said: _Entry) -> bytes:
    name, kind, right, child, start, size = said
    wide = name.encode("utf-16-le") + b"\0\0"
    packed = struct.pack(
        "<64sHBBIII16sI8s8sIQ", wide, len(wide), kind, 1, _NONE, right, child, b"", 0, b"", b"", start, size
    )
    assert len(packed) == 128
    return packed

"""The chunks of PNG and of RIFF files (WebP, WAV), read without trusting a single length in them."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

PNG = b"\x89PNG\r\n\x1a\n"
"""The first eight bytes of every PNG."""


_MOST = 100_000


class Chunk(NamedTuple):
    """One chunk: its four-byte name and its content."""

    name: bytes
    content: bytes
    whole: bool
    """Whether all of the content that the chunk claims is there."""


def png_chunks(data: bytes) -> Iterator[Chunk]:
    """Give the chunks of a PNG up to its end mark or to the end of the bytes."""
    start = len(PNG)
    while start + 8 <= len(data):
        size, name = int.from_bytes(data[start : start + 4], "big"), data[start + 4 : start + 8]
        end = start + 8 + size
        yield Chunk(name, data[start + 8 : end], whole=end + 4 <= len(data))
        if name == b"IEND":
            return
        start = end + 4


def png_chunk(name: bytes, content: bytes) -> bytes:
    """Return the bytes of one chunk of a PNG."""
    check = zlib.crc32(name + content)
    return len(content).to_bytes(4, "big") + name + content + check.to_bytes(4, "big")


def riff_chunks(data: bytes) -> Iterator[Chunk]:
    """Give the chunks of a RIFF file, behind the twelve bytes that name it, also of an RF64."""
    start, large = 12, 0
    for _each in range(_MOST):
        if start + 8 > len(data):
            return
        name, size = data[start : start + 4], int.from_bytes(data[start + 4 : start + 8], "little")
        if name == b"ds64":
            large = int.from_bytes(data[start + 16 : start + 24], "little")
        elif name == b"data" and size == 0xFFFFFFFF:
            size = large or size
        end = start + 8 + size
        yield Chunk(name, data[start + 8 : end], whole=end <= len(data))
        start = end + size % 2


def inflated(packed: bytes, limit: int = 1 << 20) -> bytes:
    """Unpack a compressed text of a PNG, up to a limit in bytes; what cannot be unpacked is empty."""
    try:
        return zlib.decompressobj().decompress(packed, limit)
    except zlib.error:
        return b""

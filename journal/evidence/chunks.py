"""Parser of PNG and RIFF chunks (WebP, WAV); no length in the file is trusted."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

PNG = b"\x89PNG\r\n\x1a\n"
"""PNG signature."""


_MOST = 100_000


class Chunk(NamedTuple):
    """One chunk: four-byte type and content."""

    name: bytes
    content: bytes
    whole: bool
    """Whether the content has the stated length; false where the file is truncated."""


def png_chunks(data: bytes) -> Iterator[Chunk]:
    """Yield the chunks of a PNG up to `IEND` or to the end of the data."""
    start = len(PNG)
    while start + 8 <= len(data):
        size, name = int.from_bytes(data[start : start + 4], "big"), data[start + 4 : start + 8]
        end = start + 8 + size
        yield Chunk(name, data[start + 8 : end], whole=end + 4 <= len(data))
        if name == b"IEND":
            return
        start = end + 4


def png_chunk(name: bytes, content: bytes) -> bytes:
    """Serialise one PNG chunk with its CRC."""
    check = zlib.crc32(name + content)
    return len(content).to_bytes(4, "big") + name + content + check.to_bytes(4, "big")


def riff_chunks(data: bytes) -> Iterator[Chunk]:
    """Yield the chunks of a RIFF or RF64 file, behind its twelve-byte header, at most 100,000."""
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
    """Decompress zlib data up to a limit in bytes; empty for malformed data."""
    try:
        return zlib.decompressobj().decompress(packed, limit)
    except zlib.error:
        return b""

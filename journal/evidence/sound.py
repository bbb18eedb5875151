"""How long a recording or a film lasts, reckoned from its own header or by counting; nothing is played or decoded."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from journal.evidence.boxes import inside, movie_header
from journal.evidence.chunks import riff_chunks
from journal.evidence.mp3 import mp3_seconds

if TYPE_CHECKING:
    from collections.abc import Callable

_AMR = (12, 13, 15, 17, 19, 20, 26, 31, 5, 0, 0, 0, 0, 0, 0, 0)
_AMR_WIDE = (17, 23, 32, 36, 40, 46, 50, 58, 60, 5, 0, 0, 0, 0, 0, 0)
"""Bytes behind the first of a frame, by its type (RFC 4867); every frame lasts 20 ms."""
_LONGEST = timedelta(days=366).total_seconds()


def duration(data: bytes, media_type: str) -> timedelta | None:
    """Return how long a recording lasts, or None where that cannot be read from it; never raises."""
    reckon = _RECKONED.get(media_type)
    seconds = reckon(data) if reckon else None
    return timedelta(seconds=seconds) if seconds is not None and 0 < seconds <= _LONGEST else None


def _wav(data: bytes) -> float | None:
    rate = 0
    for chunk in riff_chunks(data):
        if chunk.name == b"fmt ":
            rate = int.from_bytes(chunk.content[8:12], "little")
        elif chunk.name == b"data":
            return len(chunk.content) / rate if rate else None
    return None


def _ogg(data: bytes) -> float | None:
    """Reckon from the position that the last page of the first stream states."""
    stream = data[14:18]
    head = data[: 1 << 12]
    if (at := head.find(b"OpusHead")) >= 0:
        rate, before = 48_000, int.from_bytes(head[at + 10 : at + 12], "little")
    elif (at := head.find(b"\x01vorbis")) >= 0:
        rate, before = int.from_bytes(head[at + 12 : at + 16], "little"), 0
    elif (at := head.find(b"Speex   ")) >= 0:
        rate, before = int.from_bytes(head[at + 36 : at + 40], "little"), 0
    else:
        return None
    end = len(data)
    while rate and (end := data.rfind(b"OggS", 0, end)) >= 0:
        position = data[end + 6 : end + 14]
        if len(position) == 8 and position != b"\xff" * 8 and data[end + 14 : end + 18] == stream:
            return (int.from_bytes(position, "little") - before) / rate
    return None


def _flac(data: bytes) -> float | None:
    described = int.from_bytes(data[18:26].ljust(8, b"\0"), "big")
    rate, samples = described >> 44, described & (1 << 36) - 1
    return samples / rate if rate and samples else None


def _film(data: bytes) -> float | None:
    header = movie_header(data)
    if header is None or not header.ticks:
        return None
    length = header.length or _length_of_pieces(data)
    return length / header.ticks if length else None


def _length_of_pieces(data: bytes) -> int:
    """Return the length that a film written in pieces states beside its header."""
    box = inside(data, b"moov", b"mvex", b"mehd")
    if box is None:
        return 0
    size = 8 if data[box.start : box.start + 1] == b"\x01" else 4
    return int.from_bytes(data[box.start + 4 : min(box.end, box.start + 4 + size)], "big")


def _amr(data: bytes, sizes: tuple[int, ...]) -> float | None:
    position, frames = data.find(b"\n") + 1, 0
    while position < len(data):
        position += 1 + sizes[data[position] >> 3 & 15]
        frames += position <= len(data)
    return frames * 0.02


_RECKONED: dict[str, Callable[[bytes], float | None]] = {
    "audio/wav": _wav,
    "audio/mpeg": mp3_seconds,
    "audio/ogg": _ogg,
    "video/ogg": _ogg,
    "audio/flac": _flac,
    "audio/mp4": _film,
    "video/mp4": _film,
    "video/quicktime": _film,
    "video/3gpp": _film,
    "audio/amr": partial(_amr, sizes=_AMR),
    "audio/amr-wb": partial(_amr, sizes=_AMR_WIDE),
}

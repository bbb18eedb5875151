"""Duration of Matroska and WebM files, and detection of a film: EBML elements (RFC 8794, RFC 9559)."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

EBML = b"\x1a\x45\xdf\xa3"
"""EBML signature."""
_SEGMENT, _INFO, _TRACKS, _CLUSTER = 0x18538067, 0x1549A966, 0x1654AE6B, 0x1F43B675
_SCALE, _DURATION, _TRACK, _TRACK_TYPE = 0x2AD7B1, 0x4489, 0xAE, 0x83
_CLUSTER_TIME, _SIMPLE_BLOCK, _GROUP, _BLOCK = 0xE7, 0xA3, 0xA0, 0xA1
_OPEN = {_SEGMENT, _CLUSTER, _GROUP, _INFO, _TRACKS, _TRACK}
_VIDEO = 1
_MOST = 300_000
"""Maximum number of elements read; a file with more has no duration."""


class _Element(NamedTuple):
    name: int
    start: int
    end: int
    whole: bool


def is_webm(head: bytes) -> bool:
    """Return whether the document type is WebM."""
    return b"webm" in head[:64]


def matroska_is_film(head: bytes) -> bool:
    """Return whether the first bytes describe a video track; true where they describe no track."""
    kinds = {head[one.start] for one in _elements(head) if one.name == _TRACK_TYPE and one.start < len(head)}
    return _VIDEO in kinds or not kinds


def matroska_seconds(data: bytes) -> float | None:
    """Return the duration stated in a whole file, else the time of its last block, as for a browser's recording.

    The duration of the last block is unknown, so that up to about a tenth of a second is missing then.
    """
    scale, stated, whole, last, cluster = 1_000_000, 0.0, True, 0, 0
    for number, one in enumerate(_elements(data), 1):
        if number == _MOST:
            return None
        if one.name == _SEGMENT:
            whole = one.whole
        elif one.name == _SCALE:
            scale = _number(data, one)
        elif one.name == _DURATION:
            stated = _fraction(data[one.start : one.end])
        elif one.name == _CLUSTER_TIME:
            cluster = _number(data, one)
        elif one.name in {_SIMPLE_BLOCK, _BLOCK} and one.whole:
            last = max(last, cluster + _block_time(data, one.start))
    return (stated if stated and whole else last) * scale / 1e9


def _elements(data: bytes) -> Iterator[_Element]:
    """Yield the elements in file order, nested ones included."""
    place = 0
    for _each in range(_MOST):
        name, place = _sized(data, place, keep_mark=True)
        size, start = _sized(data, place, keep_mark=False)
        if name is None or size is None:
            return
        unknown = size == (1 << 7 * (start - place)) - 1
        end = len(data) if unknown else start + size
        yield _Element(name, start, min(end, len(data)), end <= len(data))
        place = start if name in _OPEN else end


def _sized(data: bytes, place: int, *, keep_mark: bool) -> tuple[int | None, int]:
    """Decode a variable-length integer; return it and the index behind it, None where there is none."""
    first = data[place] if place < len(data) else 0
    length = 9 - first.bit_length()
    if not first or length > (4 if keep_mark else 8) or place + length > len(data):
        return None, place
    value = int.from_bytes(data[place : place + length], "big")
    return value if keep_mark else value & (1 << 7 * length) - 1, place + length


def _block_time(data: bytes, start: int) -> int:
    """Return the time of a block relative to its cluster, in ticks."""
    _track, place = _sized(data, start, keep_mark=False)
    return int.from_bytes(data[place : place + 2], "big", signed=True)


def _number(data: bytes, one: _Element) -> int:
    return int.from_bytes(data[one.start : min(one.end, one.start + 8)], "big")


def _fraction(digits: bytes) -> float:
    form = {4: ">f", 8: ">d"}.get(len(digits))
    value: float = struct.unpack(form, digits)[0] if form else 0.0
    return value if 0 < value < 1e15 else 0.0

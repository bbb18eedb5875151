"""How long an MP3 lasts: from the count in its first frame, or else by walking over all of them."""

from __future__ import annotations

import re
from typing import NamedTuple

_SYNC = re.compile(rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb][\x10-\xef]")
"""The beginning of a frame of layer III."""
_KBITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
_KBITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
"""Samples per second, by the two bits of the version (3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5)."""
_ENOUGH = 2
"""How many frames in a row tell music from bytes that look like one frame by chance."""


class _Frame(NamedTuple):
    size: int
    samples: int
    rate: int
    side: int
    """Where the count of frames stands, if there is one."""


def mp3_seconds(data: bytes) -> float | None:
    """Return the seconds that an MP3 lasts, or None where no frames are found; never raises."""
    position = _behind_tags(data)
    match = _SYNC.search(data, position)
    first = _frame(data, match.start()) if match else None
    if match and first and (counted := _counted(data, match.start(), first)):
        return counted * first.samples / first.rate
    return _walked(data, position)


def _behind_tags(data: bytes) -> int:
    """Return the place behind an ID3 tag, whose size is written in groups of seven bits."""
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = sum((byte & 0x7F) << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))
    return 10 + size + (10 if data[5] & 0x10 else 0)


def _frame(data: bytes, at: int) -> _Frame | None:
    if not _SYNC.match(data, at) or at + 4 > len(data):
        return None
    version, rate = data[at + 1] >> 3 & 3, data[at + 2] >> 2 & 3
    kbits = (_KBITS_1 if version == 3 else _KBITS_2)[data[at + 2] >> 4]
    if version == 1 or rate == 3 or not kbits:
        return None
    samples, hertz = (1152 if version == 3 else 576), _RATES[version][rate]
    size = samples // 8 * kbits * 1000 // hertz + (data[at + 2] >> 1 & 1)
    mono = data[at + 3] >> 6 == 3
    side = {(True, True): 17, (True, False): 32, (False, True): 9, (False, False): 17}[version == 3, mono]
    return _Frame(size, samples, hertz, at + 4 + side)


def _counted(data: bytes, at: int, first: _Frame) -> int:
    """Return the count of frames that an encoder left in the first one (Xing, Info or VBRI), or 0."""
    if data[first.side : first.side + 4] in {b"Xing", b"Info"} and data[first.side + 7 : first.side + 8] > b"\0":
        flags = data[first.side + 7]
        return int.from_bytes(data[first.side + 8 : first.side + 12], "big") if flags & 1 else 0
    if data[at + 36 : at + 40] == b"VBRI":
        return int.from_bytes(data[at + 50 : at + 54], "big")
    return 0


def _walked(data: bytes, position: int) -> float | None:
    seconds, row, longest = 0.0, 0, 0
    while match := _SYNC.search(data, position):
        frame = _frame(data, match.start())
        if frame is None:
            position, row = match.start() + 1, 0
            continue
        row = row + 1 if match.start() == position else 1
        longest = max(longest, row)
        seconds += frame.samples / frame.rate
        position = match.start() + frame.size
    return seconds if longest >= _ENOUGH else None

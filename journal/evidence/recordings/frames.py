"""Duration of raw frame streams, by counting frames: MP2, MP3, AAC in ADTS, AMR."""

from __future__ import annotations

import re

_TABLES = {
    (3, 1): (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (3, 2): (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (2, 1): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Bit rates in kbit/s, by version (3: MPEG 1, 2: MPEG 2 and 2.5) and layer (1: III, 2: II)."""
_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
"""Sample rates in Hz, by the two version bits (0: MPEG 2.5)."""
_MPEG = re.compile(
    rb"\xff[\xe2-\xe5\xf2-\xf5\xfa-\xfd][" + re.escape(bytes(b for b in range(16, 240) if b & 12 != 12)) + rb"]"
)
"""Header of a layer II or III frame."""
_ENOUGH = 2
"""Consecutive frames that distinguish sound from a chance match."""
_AAC_RATES = (96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350)
_AMR = (12, 13, 15, 17, 19, 20, 26, 31, 5) + (-1,) * 6 + (0,)
AMR_WIDE = (17, 23, 32, 36, 40, 46, 50, 58, 60, 5) + (-1,) * 4 + (0, 0)
"""Bytes behind the first of a frame, by its type (RFC 4867); -1 for invalid types."""
_MOST = 1_000_000
"""Maximum number of frames counted; a file with more has no duration."""


def mpeg_seconds(data: bytes) -> float | None:
    """Return the duration of an MP2 or MP3; None where no consecutive frames are found.

    The frame count of a Xing or VBRI header is ignored: it is wrong where a file was truncated.
    """
    position = start = behind_tags(data)
    seconds, row, longest = 0.0, 0, 0
    while match := _MPEG.search(data, position):
        at = match.start()
        size, lasts = _mpeg_frame(data[at + 1], data[at + 2])
        row = row + 1 if at == position else 1
        longest = max(longest, row)
        if position != start or not _is_count(data[at : at + 48]):
            seconds += lasts
        position = at + size
    return seconds if longest >= _ENOUGH else None


def adts_seconds(data: bytes) -> float | None:
    """Return the duration of AAC in ADTS frames (ISO 13818-7); None where other bytes lie between them."""
    position, end, seconds, frames = behind_tags(data), len(data), 0.0, 0
    if data[-128:-125] == b"TAG":
        end -= 128
    while position + 7 <= end and frames < _MOST:
        if data[position] != 0xFF or data[position + 1] & 0xF6 != 0xF0:
            return None
        rate = data[position + 2] >> 2 & 15
        size = (data[position + 3] & 3) << 11 | data[position + 4] << 3 | data[position + 5] >> 5
        if rate >= len(_AAC_RATES) or size < 7:
            return None
        position += size
        frames += 1
        if position <= end:
            seconds += ((data[position - size + 6] & 3) + 1) * 1024 / _AAC_RATES[rate]
    return seconds if frames < _MOST else None


def amr_seconds(data: bytes, sizes: tuple[int, ...] = _AMR) -> float | None:
    """Return the duration of an AMR recording, 20 ms per whole frame; None for an invalid frame."""
    position, frames, end = data.find(b"\n") + 1, 0, len(data)
    while position < end and frames < _MOST:
        head = data[position]
        size = sizes[head >> 3 & 15]
        if size < 0 or head & 0x83:
            return None
        position += 1 + size
        frames += position <= end
    return frames * 0.02 if frames < _MOST else None


def behind_tags(data: bytes) -> int:
    """Return the index behind an ID3 tag, whose size is a synchsafe integer; 0 where there is none."""
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = sum((byte & 0x7F) << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))
    return 10 + size + (10 if data[5] & 0x10 else 0)


def _mpeg_frame(second: int, third: int) -> tuple[int, float]:
    """Return size in bytes and duration in seconds of a frame, from its second and third byte."""
    version, layer = second >> 3 & 3, second >> 1 & 3
    hertz = _RATES[version][third >> 2 & 3]
    samples = 576 if layer == 1 and version != 3 else 1152
    kbits = _TABLES[3 if version == 3 else 2, layer if version == 3 else 1][(third >> 4) - 1]
    return samples // 8 * kbits * 1000 // hertz + (third >> 1 & 1), samples / hertz


def _is_count(first: bytes) -> bool:
    """Return whether a frame is a Xing, Info or VBRI header without sound."""
    return any(name in first for name in (b"Xing", b"Info", b"VBRI"))

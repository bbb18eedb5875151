"""Duration of AIFF, CAF and AU files (big-endian chunks and headers)."""

from __future__ import annotations

import math
import struct
from typing import NamedTuple

_WIDTHS = {b"alaw": 1, b"ALAW": 1, b"ulaw": 1, b"ULAW": 1, b"fl32": 4, b"FL32": 4, b"fl64": 8, b"FL64": 8}
_PLAIN = {b"NONE", b"twos", b"sowt", b"in24", b"in32", b"raw "}
"""AIFF encodings with as many bytes per sample as its bits need."""
_IMA4_BYTES, _IMA4_SAMPLES = 34, 64
_AU_WIDTHS = {1: 1, 2: 1, 3: 2, 4: 3, 5: 4, 6: 4, 7: 8, 27: 1}
"""Bytes per sample of AU, by encoding."""
_MOST_CHUNKS = 1_000


class _Chunk(NamedTuple):
    start: int
    end: int
    whole: bool


def aiff_seconds(data: bytes) -> float | None:
    """Return the duration of an AIFF or AIFC, from the size of its sound data.

    The frame count in `COMM` is ignored: for compressed sound some programs count packets there.
    """
    chunks = _chunks(data, 12, size=4)
    common, sound = chunks.get(b"COMM"), chunks.get(b"SSND")
    if not common or not sound or common.end - common.start < 18:
        return None
    told = data[common.start : common.end]
    channels, bits, rate = _number(told[:2]), _number(told[6:8]), _extended(told[8:18])
    coding = told[18:22] or b"NONE"
    content = sound.end - sound.start - 8 - _number(data[sound.start : sound.start + 4])
    if not channels or not rate:
        return None
    if coding == b"ima4":
        return content // (_IMA4_BYTES * channels) * _IMA4_SAMPLES / rate
    width = -(-bits // 8) if coding in _PLAIN else _WIDTHS.get(coding, 0)
    return content // (width * channels) / rate if width else None


def caf_seconds(data: bytes) -> float | None:
    """Return the duration of a CAF, from its packet table, or from the data size where packets have a constant size."""
    chunks = _chunks(data, 8, size=8)
    described, sound, table = chunks.get(b"desc"), chunks.get(b"data"), chunks.get(b"pakt")
    if not described or not sound or described.end - described.start < 32:
        return None
    rate: float
    packet_bytes: int
    packet_frames: int
    rate, _coding, _flags, packet_bytes, packet_frames = struct.unpack_from(">d4sIII", data, described.start)
    if not math.isfinite(rate) or rate < 1:
        return None
    if packet_bytes and packet_frames:
        return (sound.end - sound.start - 4) // packet_bytes * packet_frames / rate
    if not table or not table.whole or not sound.whole or table.end - table.start < 24:
        return None
    packets: int
    frames: int
    packets, frames, before, behind = struct.unpack_from(">qqii", data, table.start)
    there = sound.end - sound.start - 4 >= _sum_of_sizes(data[table.start + 24 : table.end], packets)
    sure = there and packet_frames and packets * packet_frames == frames + before + behind
    return frames / rate if sure and frames > 0 else None


def _sum_of_sizes(table: bytes, packets: int) -> int:
    """Sum the first entries of a packet table, variable-length integers of seven bits per byte."""
    total = number = 0
    for byte in table:
        if packets <= 0:
            break
        number = (number << 7 | byte & 0x7F) & 0xFFFFFFFF
        if byte < 0x80:
            total, number, packets = total + number, 0, packets - 1
    return total


def au_seconds(data: bytes) -> float | None:
    """Return the duration of an AU (Sun and NeXT), from the bytes present."""
    start, size, coding, rate, channels = (_number(data[place : place + 4]) for place in range(4, 24, 4))
    width = _AU_WIDTHS.get(coding, 0) * channels
    there = min(size, max(0, len(data) - start))
    return there // width / rate if width and rate else None


def _chunks(data: bytes, start: int, *, size: int) -> dict[bytes, _Chunk]:
    """Return the first chunk of each type; one of unknown or impossible size ends with the data."""
    found: dict[bytes, _Chunk] = {}
    for _each in range(_MOST_CHUNKS):
        if start + 4 + size > len(data):
            break
        name, claimed = data[start : start + 4], _number(data[start + 4 : start + 4 + size])
        start += 4 + size
        rest = claimed == (1 << 8 * size) - 1
        end = len(data) if rest else start + claimed
        found.setdefault(name, _Chunk(start, min(end, len(data)), whole=end <= len(data)))
        start = end + (end % 2 if size == 4 else 0)
    return found


def _extended(digits: bytes) -> float:
    """Decode an 80-bit extended float, as in AIFF's sample rate; 0 for an impossible rate."""
    exponent, mantissa = _number(digits[:2]), _number(digits[2:10])
    return mantissa * 2.0 ** (exponent - 16_383 - 63) if 16_383 <= exponent < 16_383 + 32 else 0.0


def _number(digits: bytes) -> int:
    return int.from_bytes(digits, "big")

"""Duration of FLAC files, from the last frame (RFC 9639)."""

from __future__ import annotations

import re
from functools import cache

_SYNC = re.compile(rb"\xff[\xf8\xf9][\x10-\xff]")
_LARGEST_FRAME = 1 << 17
"""Bytes searched for the last frame; a larger one, of many channels with much noise, is not found."""
_MOST_CANDIDATES = 32
"""Maximum number of frame candidates whose checksum is computed over all that follows."""


def flac_seconds(data: bytes) -> float | None:
    """Return the duration; None unless the file ends with a whole frame that agrees with the header."""
    described = int.from_bytes(data[18:26].ljust(8, b"\0"), "big")
    rate, promised = described >> 44, described & (1 << 36) - 1
    smallest, largest = int.from_bytes(data[8:10], "big"), int.from_bytes(data[10:12], "big")
    if data[-128:-125] == b"TAG":
        data = data[:-128]
    there = _end_of_last_frame(data, largest if smallest == largest else 0)
    return there / rate if rate and there and promised in {0, there} else None


def _end_of_last_frame(data: bytes, block: int) -> int:
    """Return the number of samples up to the end of the last frame; 0 where the data does not end with a frame."""
    places = [match.start() for match in _SYNC.finditer(data, max(42, len(data) - _LARGEST_FRAME))]
    tried = 0
    for place in reversed(places):
        ended = _frame(data[place : place + 16], block)
        if ended and not _remainder(data[place:], 0x8005, 16):
            return ended
        tried += bool(ended)
        if tried > _MOST_CANDIDATES:
            break
    return 0


def _frame(head: bytes, block: int) -> int:
    """Return the index of the sample behind a frame, from its header; 0 where the header's CRC does not match."""
    number, at = _coded_number(head)
    if number is None or at + 4 > len(head):
        return 0
    size_code, rate_code = head[2] >> 4, head[2] & 15
    size = {1: 192, 6: head[at] + 1, 7: int.from_bytes(head[at : at + 2], "big") + 1}.get(size_code, 0)
    size = size or (576 << size_code - 2 if 2 <= size_code <= 5 else 256 << size_code - 8)
    at += {6: 1, 7: 2}.get(size_code, 0) + {12: 1, 13: 2, 14: 2}.get(rate_code, 0)
    if _remainder(head[: at + 1], 0x07, 8):
        return 0
    begins = number if head[1] & 1 else number * block
    return begins + size if begins or number == 0 else 0


def _coded_number(head: bytes) -> tuple[int | None, int]:
    """Decode the frame or sample number, in extended UTF-8; return it and the index behind it."""
    first = head[4] if len(head) > 4 else 0xFF
    more = 0 if first < 0x80 else 8 - (first ^ 0xFF).bit_length() - 1
    if (first >= 0x80 and more < 1) or more > 6 or 5 + more > len(head):
        return None, 0
    number = first if not more else first & (1 << 6 - more) - 1
    for byte in head[5 : 5 + more]:
        number = number << 6 | byte & 0x3F
    return number, 5 + more


def _remainder(data: bytes, polynomial: int, bits: int) -> int:
    """Compute the CRC over bytes that include their own; 0 where it matches."""
    table, mask, rest = _table(polynomial, bits), (1 << bits) - 1, 0
    for byte in data:
        rest = (rest << 8 & mask) ^ table[rest >> bits - 8 ^ byte]
    return rest


@cache
def _table(polynomial: int, bits: int) -> tuple[int, ...]:
    found = []
    for byte in range(256):
        rest = byte << bits - 8
        for _bit in range(8):
            rest = (rest << 1 ^ polynomial if rest >> bits - 1 else rest << 1) & (1 << bits) - 1
        found.append(rest)
    return tuple(found)

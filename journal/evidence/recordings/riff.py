"""Duration of WAV, RF64 and AVI files (little-endian RIFF chunks)."""

from __future__ import annotations

from journal.evidence.chunks import Chunk, riff_chunks

_BYTES_ALONE = {1, 3, 6, 7}
"""Encodings with a constant sample size: PCM, floating point, A-law, mu-law."""
_EXTENSIBLE = 0xFFFE
_IN_BLOCKS = {0x02, 0x11}
"""Microsoft and IMA ADPCM, whose `fmt ` chunk states the samples per block."""


def wav_seconds(data: bytes) -> float | None:
    """Return the duration of a WAV or RF64; None where its header is inconsistent.

    The byte rate is used only for encodings with a constant sample size: encoders fill it in wrongly for the others,
    whose `fact` chunk states the number of samples.
    """
    described, samples = b"", 0
    for chunk in riff_chunks(data):
        if chunk.name == b"fmt ":
            described = chunk.content
        elif chunk.name == b"fact":
            samples = _number(chunk.content[:4])
        elif chunk.name == b"data":
            return (
                _of_bytes(described, chunk)
                if _coding(described) in _BYTES_ALONE
                else _packed(described, chunk, samples)
            )
    return None


def _of_bytes(described: bytes, chunk: Chunk) -> float | None:
    """Compute from the bytes present, also of a truncated recording."""
    rate, per_second, block = _number(described[4:8]), _number(described[8:12]), _number(described[12:14])
    return len(chunk.content) // block / rate if rate and block and per_second == rate * block else None


def _packed(described: bytes, chunk: Chunk, samples: int) -> float | None:
    """Compute from the stated number of samples, where it agrees with the blocks present."""
    rate, block, in_block = _number(described[4:8]), _number(described[12:14]), _number(described[18:20])
    if not chunk.whole or not rate or not block:
        return None
    if _coding(described) in _IN_BLOCKS and in_block:
        most = -(-len(chunk.content) // block) * in_block
        samples = samples or most
        if not most - 2 * in_block < samples <= most:
            return None
    return samples / rate if samples else None


def avi_seconds(data: bytes) -> float | None:
    """Return the duration of an AVI, from its stream headers; None where they differ or the file is truncated."""
    if 8 + _number(data[4:8]) > len(data):
        return None
    lasts = [
        _number(head[32:36]) * _number(head[20:24]) / (_number(head[24:28]) or 1)
        for head in _stream_heads(data)
        if head[:4] in {b"vids", b"auds"}
    ]
    return max(lasts) if lasts and max(lasts) - min(lasts) <= 1 else None


def _stream_heads(data: bytes) -> list[bytes]:
    found: list[bytes] = []
    start = data.find(b"strh", 0, 1 << 16)
    while start >= 0 and len(found) < 16:
        found.append(data[start + 8 : start + 64])
        start = data.find(b"strh", start + 4, 1 << 16)
    return found


def _coding(described: bytes) -> int:
    coding = _number(described[:2])
    return _number(described[24:26]) if coding == _EXTENSIBLE else coding


def _number(digits: bytes) -> int:
    return int.from_bytes(digits, "little")

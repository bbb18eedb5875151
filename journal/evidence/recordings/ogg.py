"""Duration of Ogg files: Opus, Vorbis, Speex and FLAC, chained streams included (RFC 3533, RFC 7845)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTINUED, _FIRST = 1, 2
_NOWHERE = (1 << 64) - 1
"""Granule position of a page on which no packet ends."""
_OPUS_RATE = 48_000
_OPUS_SAMPLES = (
    *(480, 960, 1920, 2880) * 3,
    *(480, 960) * 2,
    *(120, 240, 480, 960) * 4,
)
"""Samples per frame at 48 kHz, by the five configuration bits."""


class _Page(NamedTuple):
    flags: int
    position: int
    stream: bytes
    lacing: bytes
    start: int
    end: int

    def packets(self) -> list[int]:
        """Return the offsets of the packets that end on this page."""
        begun, place, found = self.start, self.start, []
        for size in self.lacing:
            place += size
            if size < 255:
                found.append(begun)
                begun = place
        return found


class _Codec(NamedTuple):
    rate: int
    before: int
    """Pre-skip: samples that are decoded and not played."""
    packet: int
    """Maximum samples per packet; 0 where each packet states it, as in Opus."""


class _Stream:
    """Logical stream of one link, measured page by page."""

    def __init__(self, codec: _Codec) -> None:
        self.codec = codec
        self.began: int | None = None
        self.ended = 0

    def take(self, data: bytes, page: _Page) -> None:
        """Process a page on which a packet ends; the first one with sound determines the start of the stream."""
        if page.position in {0, _NOWHERE}:
            return
        if self.began is None:
            begins = page.packets()[page.flags & _CONTINUED :]
            held = len(begins) * self.codec.packet or sum(_opus_samples(data[at : at + 2]) for at in begins)
            self.began = max(0, page.position - held)
        self.ended = page.position

    def seconds(self) -> float | None:
        """Return the duration; None for a stream that starts late at an unknown time."""
        if self.began is None or (self.began and self.codec.packet):
            return None
        return (self.ended - self.began - self.codec.before) / self.codec.rate


def ogg_seconds(data: bytes) -> float | None:
    """Return the duration of all links; None where one cannot be measured or other bytes lie between the pages."""
    links: list[list[tuple[bytes, _Stream | None]]] = []
    opening = False
    end = 0
    for page in _pages(data):
        end = page.end
        if page.flags & _FIRST:
            if not opening:
                links.append([])
            codec = _codec(data[page.start : page.end])
            links[-1].append((page.stream, _Stream(codec) if codec else None))
        elif stream := next((one for name, one in links[-1] if name == page.stream), None) if links else None:
            stream.take(data, page)
        opening = bool(page.flags & _FIRST)
    if end < len(data) and not data.startswith(b"OggS"[: len(data) - end], end):
        return None
    lasts = [next((one.seconds() for _name, one in link if one), None) for link in links]
    return sum(one for one in lasts if one is not None) if lasts and None not in lasts else None


def _pages(data: bytes) -> Iterator[_Page]:
    """Yield the whole, contiguous pages."""
    start = 0
    while data.startswith(b"OggS", start) and start + 27 <= len(data):
        body = start + 27 + data[start + 26]
        lacing = data[start + 27 : body]
        end = body + sum(lacing)
        if end > len(data):
            return
        position = int.from_bytes(data[start + 6 : start + 14], "little")
        yield _Page(data[start + 5], position, data[start + 14 : start + 18], lacing, body, end)
        start = end


def _codec(head: bytes) -> _Codec | None:
    if head.startswith(b"OpusHead"):
        return _Codec(_OPUS_RATE, int.from_bytes(head[10:12], "little"), 0)
    if head.startswith(b"\x01vorbis") and len(head) >= 29:
        return _rated(int.from_bytes(head[12:16], "little"), 1 << (head[28] >> 4))
    if head.startswith(b"Speex   ") and len(head) >= 68:
        frames = int.from_bytes(head[64:68], "little") or 1
        return _rated(int.from_bytes(head[36:40], "little"), 2 * frames * int.from_bytes(head[56:60], "little"))
    if head.startswith(b"\x7fFLAC") and len(head) >= 51:
        return _rated(int.from_bytes(head[27:30], "big") >> 4, int.from_bytes(head[19:21], "big"))
    return None


def _rated(rate: int, packet: int) -> _Codec | None:
    return _Codec(rate, 0, packet) if rate and packet else None


def _opus_samples(packet: bytes) -> int:
    if not packet:
        return 0
    counts = {0: 1, 1: 2, 2: 2, 3: packet[-1] & 63}
    return counts[packet[0] & 3] * _OPUS_SAMPLES[packet[0] >> 3]

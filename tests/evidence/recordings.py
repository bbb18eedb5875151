"""Small recordings of every container, built byte by byte, so that their length is known."""

from __future__ import annotations

import struct

from journal.evidence.recordings.flac import _remainder
from tests.evidence.builders import box, movie_header

MPEG = b"\xff\xfb\x90\xc4" + bytes(413)
"""A silent frame of MP3 with 128 kbit/s at 44.1 kHz, mono: 1,152 samples."""
MP2 = b"\xff\xfd\x80\xc0" + bytes(413)
"""The same of MP2."""
TAG = b"ID3\4\0\0\0\0\1\0" + b"\xff\xfb\x90\xc4" * 32
FRAMES_OF_3S = round(3 * 44_100 / 1152)
AMR = b"\x3c" + bytes(31)
AAC_OF_3S = round(3 * 44_100 / 1024)


def chunk(name: bytes, content: bytes) -> bytes:
    return name + len(content).to_bytes(4, "little") + content + bytes(len(content) % 2)


def wav(
    coding: int, data: bytes, *, rate: int = 8000, byte_rate: int, block: int, more: bytes = b"", samples: int = 0
) -> bytes:
    described = struct.pack("<HHIIHH", coding, 1, rate, byte_rate, block, 4) + more
    fact = chunk(b"fact", samples.to_bytes(4, "little")) if samples else b""
    inner = b"WAVE" + chunk(b"fmt ", described) + fact + chunk(b"data", data)
    return b"RIFF" + len(inner).to_bytes(4, "little") + inner


def adpcm(coding: int = 0x11, *, samples: int = 24_000, blocks: int = 12) -> bytes:
    """Return ADPCM of 2,000 samples a block, with the byte rate that encoders get wrong."""
    more = (2).to_bytes(2, "little") + (2000).to_bytes(2, "little")
    return wav(coding, bytes(1024 * blocks), byte_rate=16_000, block=1024, more=more, samples=samples)


def rf64() -> bytes:
    sizes = chunk(b"ds64", (0).to_bytes(8, "little") + (48_000).to_bytes(8, "little") + bytes(12))
    described = chunk(b"fmt ", struct.pack("<HHIIHH", 1, 1, 8000, 16_000, 2, 16))
    return (
        b"RF64\xff\xff\xff\xffWAVE"
        + sizes
        + described
        + b"data\xff\xff\xff\xff"
        + bytes(48_000)
        + chunk(b"note", bytes(900))
    )


def avi(frames: int = 30) -> bytes:
    def stream(kind: bytes, scale: int, rate: int, length: int) -> bytes:
        return chunk(b"strh", kind + bytes(16) + struct.pack("<IIII", scale, rate, 0, length) + bytes(20))

    inner = b"AVI " + chunk(b"LIST", b"hdrl" + stream(b"vids", 1, 10, frames) + stream(b"auds", 1, 8000, 24_000))
    return b"RIFF" + len(inner).to_bytes(4, "little") + inner


def big_chunk(name: bytes, content: bytes, size: int = 4) -> bytes:
    return name + len(content).to_bytes(size, "big") + content


def aiff(coding: bytes = b"", *, bits: int = 16, frames: int = 24_000, data: bytes = bytes(48_000)) -> bytes:
    rate = (16_383 + 12).to_bytes(2, "big") + (8000 << 63 - 12).to_bytes(8, "big")
    common = big_chunk(b"COMM", struct.pack(">HIH", 1, frames, bits) + rate + coding)
    inner = (b"AIFC" if coding else b"AIFF") + common + big_chunk(b"SSND", bytes(8) + data)
    return b"FORM" + len(inner).to_bytes(4, "big") + inner


def caf(
    coding: bytes = b"lpcm",
    *,
    bytes_each: int = 2,
    frames_each: int = 1,
    table: bytes = b"",
    data: bytes = bytes(48_000),
) -> bytes:
    described = struct.pack(">d4sIIIII", 8000, coding, 0, bytes_each, frames_each, 1, 16)
    packets = big_chunk(b"pakt", table, 8) if table else b""
    return b"caff\0\1\0\0" + big_chunk(b"desc", described, 8) + packets + b"data" + b"\xff" * 8 + bytes(4) + data


def au(size: int = 48_000) -> bytes:
    return b".snd" + struct.pack(">IIIII", 24, size, 3, 8000, 1) + bytes(48_000)


def page(position: int, *packets: bytes, stream: bytes = b"mine", flags: int = 0) -> bytes:
    lacing = b"".join(b"\xff" * (len(one) // 255) + bytes([len(one) % 255]) for one in packets)
    head = b"OggS\0" + bytes([flags]) + position.to_bytes(8, "little") + stream + bytes(8) + bytes([len(lacing)])
    return head + lacing + b"".join(packets)


OPUS_FRAME = b"\x08" + bytes(9)
"""One packet of 20 ms: 960 samples."""


def opus(seconds: int = 3, begins: int = 0, stream: bytes = b"mine") -> bytes:
    """Return Opus in pages of a second, 312 samples of which are not played, as cut out of a longer one."""
    head = page(0, b"OpusHead\1\1" + (312).to_bytes(2, "little") + bytes(7), stream=stream, flags=2)
    first = begins * 48_000
    body = [page(first + (at + 1) * 48_000, *[OPUS_FRAME] * 50, stream=stream) for at in range(seconds)]
    last = page(first + seconds * 48_000 + 312, OPUS_FRAME, stream=stream)
    return head + page(0, b"OpusTags", stream=stream) + b"".join(body) + last


def vorbis(seconds: int = 3, begins: int = 0) -> bytes:
    head = b"\1vorbis\0\0\0\0\1" + (8000).to_bytes(4, "little") + bytes(12) + b"\xb8\1"
    body = [page((begins + at + 1) * 8000, *[bytes(9)] * 8) for at in range(seconds)]
    return page(0, head, flags=2) + page(0, b"\3vorbis") + b"".join(body)


def speex() -> bytes:
    numbers = {36: 8000, 56: 160, 64: 1}
    head = b"Speex   " + b"".join(numbers.get(at, 0).to_bytes(4, "little") for at in range(8, 80, 4))
    return page(0, head, flags=2) + page(0, b"tags") + b"".join(page(at * 160, bytes(20)) for at in range(1, 151))


def theora() -> bytes:
    return page(0, b"\x80theora" + bytes(40), stream=b"film", flags=2)


def flac_frame(number: int) -> bytes:
    """Return a frame of 4,000 samples of silence at 8 kHz."""
    head = b"\xff\xf8\x74\x08" + bytes([number]) + (3999).to_bytes(2, "big")
    head += bytes([_remainder(head, 0x07, 8)])
    body = head + b"\0\0\0"
    return body + _remainder(body, 0x8005, 16).to_bytes(2, "big")


def flac_info(promised: int) -> bytes:
    described = (8000 << 44 | 15 << 36 | promised).to_bytes(8, "big")
    return (4000).to_bytes(2, "big") * 2 + bytes(6) + described + bytes(16)


def flac(promised: int = 24_000, frames: int = 6) -> bytes:
    return b"fLaC\x80\0\0\x22" + flac_info(promised) + b"".join(map(flac_frame, range(frames)))


def ogg_flac() -> bytes:
    head = b"\x7fFLAC\1\0\0\1fLaC\0\0\0\x22" + flac_info(24_000)
    return (
        page(0, head, flags=2) + page(0, b"tags") + b"".join(page((at + 1) * 4000, flac_frame(at)) for at in range(6))
    )


def adts(rate: int = 4, size: int = 20) -> bytes:
    head = [0xFF, 0xF1, 1 << 6 | rate << 2, 0x40 | size >> 11, size >> 3 & 255, (size & 7) << 5 | 31, 0xFC]
    return bytes(head) + bytes(size - 7)


def wma(*, film: bool = False, size: int | None = None, flags: int = 2) -> bytes:
    kind = "c0ef19bc4d5bcf11a8fd00805f5c442b" if film else "409e69f84d5bcf11a8fd00805f5c442b"
    stream = bytes.fromhex("9107dcb7b7a9cf118ee600c00c205365") + bytes(8) + bytes.fromhex(kind) + bytes(60)
    whole = 30 + 104 + len(stream) + 500
    told = struct.pack("<QQQQQQI", whole if size is None else size, 0, 0, 61_000_000, 0, 3_100, flags) + bytes(12)
    properties = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365") + bytes(8) + bytes(16) + told
    return bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c") + bytes(14) + properties + stream + bytes(500)


def element(name: str, content: bytes, *, running: bool = False) -> bytes:
    size = b"\x01" + b"\xff" * 7 if running else (1 << 56 | len(content)).to_bytes(8, "big")
    return bytes.fromhex(name) + size + content


def webm(
    *, video: bool = False, stated: float = 3000.0, running: bool = False, kind: bytes = b"webm", blocks: int = 151
) -> bytes:
    track = element("ae", element("83", b"\2")) + (element("ae", element("83", b"\1")) if video else b"")
    info = element(
        "1549a966",
        element("2ad7b1", (1_000_000).to_bytes(3, "big"))
        + (element("4489", struct.pack(">d", stated)) if stated else b""),
    )
    block = [element("a3", b"\x81" + (20 * at % 1000).to_bytes(2, "big") + b"\x80") for at in range(blocks)]
    clusters = [
        element(
            "1f43b675",
            element("e7", (1000 * at).to_bytes(2, "big")) + b"".join(block[50 * at : 50 * at + 50]),
            running=running,
        )
        for at in range(-(-blocks // 50))
    ]
    segment = element("18538067", info + element("1654ae6b", track) + b"".join(clusters), running=running)
    return element("1a45dfa3", element("4282", kind)) + segment


def in_pieces(*, by_run: bool = True, pieces: int = 3, in_header: int = 0) -> bytes:
    """Return a recording written in pieces of a second, each of ten samples, with no length in its header.

    The header may list the samples of so many seconds before them.
    """
    listed = b"\0\0\0\0\0\0\0\1" + (10 * in_header).to_bytes(4, "big") + (60).to_bytes(4, "big")
    track = box(
        b"trak",
        box(b"tkhd", bytes(12) + b"\0\0\0\1")
        + box(
            b"mdia",
            box(b"mdhd", bytes(12) + (600).to_bytes(4, "big"))
            + box(b"hdlr", bytes(8) + b"soun" + bytes(12))
            + box(b"minf", box(b"stbl", box(b"stts", listed))),
        ),
    )
    usual = box(
        b"mvex", box(b"trex", bytes(4) + (1).to_bytes(4, "big") + bytes(4) + (60).to_bytes(4, "big") + bytes(8))
    )
    run = (
        b"\0\0\1\0" + (10).to_bytes(4, "big") + (60).to_bytes(4, "big") * 10
        if by_run
        else bytes(4) + (10).to_bytes(4, "big")
    )
    piece = box(b"moof", box(b"traf", box(b"tfhd", bytes(4) + (1).to_bytes(4, "big")) + box(b"trun", run))) + box(
        b"mdat", bytes(8)
    )
    return box(b"ftyp", b"isom" + bytes(8)) + box(b"moov", movie_header(0) + track + usual) + piece * pieces


def counted_mp3(promised: int, name: bytes = b"Xing") -> bytes:
    """Return an MP3 whose first frame promises so many more, of which those of three seconds are there."""
    first = (MPEG[:21] + name + b"\0\0\0\1" + promised.to_bytes(4, "big")).ljust(417, b"\0")
    return first + MPEG * FRAMES_OF_3S

"""Invented files of every sort, made in memory: drawn pictures, tones, hand-written headers."""

from __future__ import annotations

import io
import wave
import zlib
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Mapping

PLACE = {0: b"\2\3\0\0", 1: "N", 2: (50.0, 51.0, 13.37), 3: "E", 4: (4.0, 21.0, 6.5)}
"""An invented place, as Exif writes it."""

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="50,51.2N" photoshop:City="Inventedville"/>'
    b"</x:xmpmeta>"
)


def a_picture(mode: str = "RGB", size: tuple[int, int] = (48, 32)) -> Image.Image:
    """Draw red on the left, blue on the right, and a white bar along the top."""
    image = Image.new("RGB", size, (200, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle((size[0] // 2, 0, *size), fill=(0, 0, 200))
    draw.rectangle((0, 0, size[0], size[1] // 4 - 1), fill=(255, 255, 255))
    return image.convert(mode)


def saved(image: Image.Image, form: str = "PNG", **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def exif(
    main: Mapping[int, object] | None = None,
    photo: Mapping[int, object] | None = None,
    place: Mapping[int, object] | None = None,
) -> Image.Exif:
    block = Image.Exif()
    for number, value in {0x0110: "An invented camera", **(main or {})}.items():
        block[number] = value
    for number, tags in ((0x8769, photo), (0x8825, place)):
        if tags:
            block.get_ifd(number).update(tags)
            block[number] = block.get_ifd(number)
    return block


def a_jpeg(**told: Mapping[int, object]) -> bytes:
    return saved(a_picture(), "JPEG", exif=exif(**told), quality=90)


def pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as image:
        return image.tobytes()


def segment(mark: int, content: bytes) -> bytes:
    return bytes([0xFF, mark]) + (len(content) + 2).to_bytes(2, "big") + content


def with_segments(jpeg: bytes, *added: bytes) -> bytes:
    return jpeg[:2] + b"".join(added) + jpeg[2:]


def png_chunk(name: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")


def with_chunks(png: bytes, *added: bytes) -> bytes:
    head = 8 + 12 + 13
    return png[:head] + b"".join(added) + png[head:]


def a_tone(seconds: float = 2.0, rate: int = 8000) -> bytes:
    stream = io.BytesIO()
    with wave.open(stream, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(b"\x00\x10" * int(seconds * rate))
    return stream.getvalue()


def box(name: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + name + content


def movie_header(seconds: int, *, created: int = 0, ticks: int = 600, wide: bool = False) -> bytes:
    size = 8 if wide else 4
    times = created.to_bytes(size, "big") * 2 + ticks.to_bytes(4, "big") + (seconds * ticks).to_bytes(size, "big")
    return box(b"mvhd", bytes([wide, 0, 0, 0]) + times + bytes(80))


def a_film(seconds: int = 3, brand: bytes = b"isom", *more: bytes, **told: Any) -> bytes:
    moov = box(b"moov", movie_header(seconds, **told) + b"".join(more))
    return box(b"ftyp", brand + bytes(4) + b"mp42") + moov + box(b"mdat", bytes(32))


def handler(kind: bytes) -> bytes:
    return box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + kind + bytes(12))))


def a_mail(*headers: str, text: str = "An invented letter.") -> bytes:
    usual = (
        "From: An Invented <an@example.org>",
        "To: Somebody <somebody@example.org>",
        "Subject: An invented subject",
    )
    return "\r\n".join([*usual, *headers, "", text]).encode()

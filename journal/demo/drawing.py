"""What all drawn files share: colours laid on a sheet, words in the built-in letter, and how a sheet becomes a file."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

from PIL import Image, ImageDraw, ImageFont

from journal.domain.entry.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

NOTHING = Entry()
CAMERA = ("Imaginary", "Camera 0")
"""Maker and model, as the photos state them."""
MIDDLE_OF_THE_SEA = {1: "N", 2: (44.0, 0.0, 0.0), 3: "W", 4: (34.0, 0.0, 0.0)}
"""A place where nobody lives, some 1,500 kilometres from the nearest street."""

_ACCENTS = {"\u0301": "'", "\u0300": "`", "\u0302": "^", "\u0308": '"', "\u0327": ","}
_SHADES = 0b1111_0000
_EXIF, _GPS = 0x8769, 0x8825
_MAKER, _MODEL, _TAKEN, _OFFSET = 0x010F, 0x0110, 0x9003, 0x9011

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class About:
    """What a file is about: the time at which it was made, and the entry that it belongs to."""

    when: datetime
    """Local, aware."""
    entry: Entry = NOTHING


Maker: TypeAlias = "Callable[[About], bytes]"
"""Makes the bytes of a file."""


def sheet(width: int, height: int, ground: Colour) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """Return an empty sheet and what draws on it."""
    image = Image.new("RGB", (width, height), ground)
    return image, ImageDraw.Draw(image)


def write(draw: ImageDraw.ImageDraw, at: tuple[int, int], words: str, size: int, colour: Colour = (20, 20, 20)) -> None:
    """Write words with their upper left corner at a place; accents are laid on, because the letter has none."""
    font, plain = _letter(size), ""
    for sign in unicodedata.normalize("NFD", words):
        if sign in _ACCENTS:
            left = at[0] + (font.getlength(plain[:-1]) + font.getlength(plain) - font.getlength(_ACCENTS[sign])) / 2
            draw.text((left, at[1] - size // 8), _ACCENTS[sign], fill=colour, font=font)
        elif sign.isascii():
            plain += sign
    draw.text(at, plain, fill=colour, font=font)


def wrapped(words: str, width: int, size: int) -> Iterable[str]:
    """Yield words in lines that are at most so wide."""
    font, line = _letter(size), ""
    for word in words.split():
        if line and font.getlength(f"{line} {word}") > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def as_photo(image: Image.Image, when: datetime, *, offset: bool = True, located: bool = False) -> bytes:
    """Return a sheet as a photo that says when it was taken, with or without the offset, perhaps with a place."""
    exif = Image.Exif()
    exif[_MAKER], exif[_MODEL] = CAMERA
    taken = {_TAKEN: f"{when:%Y:%m:%d %H:%M:%S}"}
    zone = f"{when:%z}"
    exif[_EXIF] = taken | ({_OFFSET: f"{zone[:3]}:{zone[3:]}"} if offset else {})
    if located:
        exif[_GPS] = MIDDLE_OF_THE_SEA
    return _saved(image, "JPEG", quality=70, exif=exif)


def as_screenshot(image: Image.Image) -> bytes:
    """Return a sheet as a telephone saves its screen: exact, and without a time."""
    return _saved(image, "PNG")


def as_scan(image: Image.Image) -> bytes:
    """Return a sheet as a scanner saves it: in a few shades of grey, and laid in a little crooked."""
    crooked = image.convert("L").rotate(0.6, Image.Resampling.BILINEAR, fillcolor=205)
    return _saved(crooked.point(lambda shade: shade & _SHADES), "PNG")


@cache
def _letter(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Return the letter that the drawing library brings along."""
    return ImageFont.load_default(size)


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()

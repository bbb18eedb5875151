"""Rendering of a picture as terminal cells: two square pixels per cell, or ASCII art without colours.

A cell holds one character of a fixed set and numeric colours, so that no byte of a picture reaches the terminal.
"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from journal.evidence import tiff
from journal.evidence.media_types import HEAD, media_type_of
from journal.evidence.metadata import metadata
from journal.evidence.picture_decoder import opened

if TYPE_CHECKING:
    from PIL.Image import Image

UPPER_HALF = "▀"
"""Half block, its upper half in the foreground colour and its lower half in the background colour."""

SIGNS = " .:-=+*#%@"
"""Characters from dark to bright, for a dark terminal without colours."""

_MOST_CELLS = 500
_PAPER = (255, 255, 255)
"""Background of a transparent picture: writing on it is mostly black."""
_TURNS = {2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE", 6: "ROTATE_270"} | {
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
"""Transpositions that rotate a photo upright, by Exif orientation."""
_TURNED_BY_US = {"image/jpeg", "image/png", "image/webp"}
"""Media types whose orientation the decoder does not apply itself."""

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


class Style(StrEnum):
    """Rendering style."""

    COLOUR = "colour"
    GREY = "grey"
    SIGNS = "signs"


class Cell(NamedTuple):
    """One terminal cell."""

    char: str
    foreground: Colour | None
    """None for the terminal's own colour."""
    background: Colour | None


def drawn(data: bytes, columns: int, rows: int, style: Style = Style.COLOUR) -> tuple[tuple[Cell, ...], ...]:
    """Render a picture to fit so many cells: upright, aspect ratio kept, never enlarged.

    Of an animation the first frame. Raises `CannotShow` for what is damaged, too large, or of a format that is not
    decoded here, HEIC among them.
    """
    columns, rows = (max(1, min(size, _MOST_CELLS)) for size in (columns, rows))
    with opened(data) as image:
        small = _small(image, columns, 2 * rows, _orientation(data))
        return _signs(small) if style is Style.SIGNS else _halves(small.convert("L") if style is Style.GREY else small)


def _orientation(data: bytes) -> int:
    media_type = media_type_of(data[:HEAD])
    blocks = metadata(data, media_type).exif if media_type in _TURNED_BY_US else ()
    read = tiff.parsed(blocks[0]) if blocks else None
    tag = read.main.get(tiff.ORIENTATION) if read else None
    return tag.number(read.order) if read and tag else 1


def _small(image: Image, width: int, height: int, orientation: int) -> Image:
    """Downscale to RGB within so many pixels, the height even."""
    from PIL import Image as Pictures

    side = 2 * max(width, height)
    image.draft(None, (side, side))
    image.load()
    small = _flat(_roughly(image, side))
    if orientation in _TURNS:
        small = small.transpose(Pictures.Transpose[_TURNS[orientation]])
    scale = min(1.0, width / small.width, height / small.height)
    across, down = round(small.width * scale), 2 * round(small.height * scale / 2)
    return small.resize((max(1, across), max(2, down)), Pictures.Resampling.BOX)


def _roughly(image: Image, side: int) -> Image:
    """Downscale coarsely first, for speed; palettes and wide integers cannot be averaged."""
    from PIL import Image as Pictures

    factor = max(image.width, image.height) // side
    if factor < 2:
        return image
    if image.mode in {"L", "RGB", "RGBA", "CMYK", "LA", "YCbCr"}:
        return image.reduce((min(factor, image.width), min(factor, image.height)))
    size = max(1, image.width // factor), max(1, image.height // factor)
    return image.resize(size, Pictures.Resampling.NEAREST)


def _flat(image: Image) -> Image:
    """Convert any mode to RGB: wide numbers scaled to bytes, transparency composited over white."""
    from PIL import Image as Pictures

    if image.mode in {"I", "F"} or image.mode.startswith("I;16"):
        image = _bytes_of_wide_numbers(image)
    if image.has_transparency_data:
        whole = image.convert("RGBA")
        paper = Pictures.new("RGBA", whole.size, (*_PAPER, 255))
        return Pictures.alpha_composite(paper, whole).convert("RGB")
    return image.convert("RGB")


def _bytes_of_wide_numbers(image: Image) -> Image:
    wide = image.convert("I").convert("F") if image.mode.startswith("I;16") else image.convert("F")
    low, high = (0.0, 65_535.0) if image.mode.startswith("I;16") else wide.getextrema()
    if not (isinstance(low, float) and isinstance(high, float) and math.isfinite(high - low) and high > low):
        return wide.convert("L")
    if image.mode == "I" and low >= 0 and high <= 65_535:
        low, high = 0.0, 65_535.0 if high > 255 else 255.0
    scale, shift = 255 / (high - low), -255 * low / (high - low)
    return wide.point(lambda value: value * scale + shift).convert("L")


def _halves(image: Image) -> tuple[tuple[Cell, ...], ...]:
    pixels, width = image.convert("RGB").tobytes(), image.width

    def colour(across: int, down: int) -> Colour:
        place = 3 * (down * width + across)
        return pixels[place], pixels[place + 1], pixels[place + 2]

    return tuple(
        tuple(Cell(UPPER_HALF, colour(across, down), colour(across, down + 1)) for across in range(width))
        for down in range(0, image.height, 2)
    )


def _signs(image: Image) -> tuple[tuple[Cell, ...], ...]:
    from PIL import Image as Pictures

    grey = image.convert("L").resize((image.width, image.height // 2), Pictures.Resampling.BOX)
    values, width = grey.tobytes(), grey.width
    return tuple(
        tuple(Cell(SIGNS[value * len(SIGNS) // 256], None, None) for value in values[start : start + width])
        for start in range(0, len(values), width)
    )

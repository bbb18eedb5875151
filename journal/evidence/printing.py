"""A picture made ready for paper and page: upright, of a bearable size, JPEG or PNG, without a word about its place."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from journal.evidence.opening import opened

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 1800
"""In pixels: what a page of paper shows at 200 dots an inch."""
SMALL = 480
"""In pixels: what a thumbnail shows."""
_QUALITY = 88


class Printed(NamedTuple):
    """A picture for a document; the exhibit itself stays byte for byte."""

    data: bytes
    media_type: str


def printable(data: bytes, *, longest: int = LONGEST, whole: bool = False) -> Printed:
    """Return the picture for a document; with `whole`, a JPEG or PNG of a bearable size stays as it is.

    Anything else is drawn anew, upright and without what the file says beside the picture. Raises `CannotShow`.
    """
    with opened(data) as image:
        kept = image.format in {"JPEG", "PNG"} and max(image.size) <= longest
        if whole and kept and image.getexif().get(_ORIENTATION, 1) == 1 and image.mode in {"L", "RGB"}:
            return Printed(data, "image/jpeg" if image.format == "JPEG" else "image/png")
        return _drawn_anew(image, longest)


_ORIENTATION = 0x0112


def _drawn_anew(image: Image, longest: int) -> Printed:
    from PIL import ImageOps

    image.draft("RGB", (longest, longest))
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((longest, longest))
    plain = upright.mode in {"L", "RGB"} and not upright.has_transparency_data
    opaque = upright if plain else _on_paper(upright)
    out = BytesIO()
    opaque.convert("RGB").save(out, "JPEG", quality=_QUALITY)
    return Printed(out.getvalue(), "image/jpeg")


def _on_paper(image: Image) -> Image:
    """Return the picture with white behind what can be seen through."""
    flat = image.convert("RGBA")
    paper = flat.copy()
    paper.paste((255, 255, 255, 255), (0, 0, *paper.size))
    paper.alpha_composite(flat)
    return paper

"""Preparation of a picture for documents: rotated upright, downscaled, JPEG or PNG, without location."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from journal.evidence.picture_decoder import opened

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 1800
"""Maximum side in pixels: a page of paper at 200 dots an inch."""
SMALL = 480
"""Maximum side of a thumbnail, in pixels."""
_QUALITY = 88


class Printed(NamedTuple):
    """Picture encoded for a document; the exhibit itself is unchanged."""

    data: bytes
    media_type: str


def printable(data: bytes, *, longest: int = LONGEST, whole: bool = False) -> Printed:
    """Encode a picture for a document; with `whole`, an upright JPEG or PNG within the size is returned unchanged.

    Any other is re-encoded as JPEG, upright and without metadata. Raises `CannotShow`.
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
    """Composite the picture over white."""
    flat = image.convert("RGBA")
    paper = flat.copy()
    paper.paste((255, 255, 255, 255), (0, 0, *paper.size))
    paper.alpha_composite(flat)
    return paper

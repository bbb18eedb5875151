"""The one door to pillow: pictures of a few everyday formats, of a bearable size, with every fault made calm."""

from __future__ import annotations

import logging
import struct
import warnings
import zlib
from contextlib import contextmanager
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING

from journal.domain.text.words import _
from journal.evidence.errors import CannotShow
from journal.evidence.media_types import HEAD, media_type_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

FORMATS = ("Jpeg", "Png", "Gif", "WebP", "Avif", "Bmp", "Tiff")
"""What telephones, scanners and screenshots make; every further decoder would be one more door for a hostile file."""

_KEPT_ONLY = frozenset({"image/heic", "image/heif"})
"""Known by their first bytes, and never decoded here."""

_FAULTS = (
    *(OSError, ValueError, TypeError, ArithmeticError, LookupError, AttributeError, EOFError, MemoryError),
    *(SyntaxError, RuntimeError, AssertionError, struct.error, zlib.error),
)
"""What pillow's readers let through for damaged files."""


@contextmanager
def opened(data: bytes) -> Iterator[Image]:
    """Open a picture; whatever goes wrong with it, here or in the body, raises `CannotShow`.

    More pixels than pillow's own limit (about 89 million) are refused before any of them is unpacked. Warnings are
    held back for the whole process while it is open, so pictures are opened by one thread at a time.
    """
    from PIL import Image

    logging.getLogger("PIL").setLevel(logging.CRITICAL + 1)  # what it logs about a file would land on the screen
    for name in FORMATS:
        import_module(f"PIL.{name}ImagePlugin")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=[name.upper() for name in FORMATS]) as image:
                _refuse_a_decoder_that_talks(image)
                yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise CannotShow(
            _("This picture is too large to be shown here. It is kept unchanged; save a copy to look at it elsewhere.")
        ) from error
    except _FAULTS as error:
        if media_type_of(data[:HEAD]) in _KEPT_ONLY:
            raise _of_another_format() from error
        raise CannotShow(
            _(
                "This picture cannot be shown here: its format is not known, or it is damaged. "
                "It is kept unchanged; save a copy to look at it elsewhere."
            )
        ) from error


def _refuse_a_decoder_that_talks(image: Image) -> None:
    """Refuse packed TIFFs: their decoder writes what it thinks of a file straight to the terminal."""
    if any(tile.codec_name == "libtiff" for tile in getattr(image, "tile", ())):
        raise _of_another_format()


def _of_another_format() -> CannotShow:
    return CannotShow(
        _(
            "This picture is in a format that is not shown here. "
            "It is kept unchanged; save a copy to look at it elsewhere."
        )
    )

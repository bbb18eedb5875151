"""Safe decoding of pictures with Pillow: an allowlist of formats, a pixel limit, one exception for every failure."""

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
"""Allowed decoders, for what telephones, scanners and screenshots write; each further one adds attack surface."""

_KEPT_ONLY = frozenset({"image/heic", "image/heif"})
"""Media types that are recognised and never decoded here."""

_FAULTS = (
    *(OSError, ValueError, TypeError, ArithmeticError, LookupError, AttributeError, EOFError, MemoryError),
    *(SyntaxError, RuntimeError, AssertionError, struct.error, zlib.error),
)
"""Exceptions that Pillow raises for malformed files."""


@contextmanager
def opened(data: bytes) -> Iterator[Image]:
    """Open a picture as a context manager; any failure, here or in the body, raises `CannotShow`.

    More pixels than Pillow's own limit (about 89 million) are refused before decoding. Warnings are suppressed for the
    whole process while it is open, so pictures must be opened by one thread at a time.
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
    """Refuse compressed TIFFs, because libtiff writes its messages straight to the terminal."""
    if any(tile.codec_name == "libtiff" for tile in getattr(image, "tile", ())):
        raise _of_another_format()


def _of_another_format() -> CannotShow:
    return CannotShow(
        _(
            "This picture is in a format that is not shown here. "
            "It is kept unchanged; save a copy to look at it elsewhere."
        )
    )

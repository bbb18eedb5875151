"""QR code of a short text, drawn in characters: two rows of modules in a line, with the quiet zone around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUIET = 4
"""Light modules around the code, as ISO/IEC 18004 demands."""
_BLOCKS = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}
"""Upper and lower module, 1 for a dark one: light is drawn, as terminals are dark mostly; readers take both."""


def qr_lines(text: str) -> Iterator[str]:
    """Yield the lines of a QR code of the lowest error correction; raises ValueError for a text that is too long."""
    import segno

    modules = [list(row) for row in segno.make_qr(text, error="l", boost_error=False).matrix_iter(border=_QUIET)]
    modules += [[0] * len(modules[0])] * (len(modules) % 2)
    for upper, lower in zip(modules[::2], modules[1::2], strict=True):
        yield "".join(_BLOCKS[int(one), int(other)] for one, other in zip(upper, lower, strict=True))

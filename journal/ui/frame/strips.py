"""Pieces of a line as one of Textual's strips."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journal.ui.frame.colours import Colours
    from journal.ui.frame.line_pieces import Piece
    from journal.ui.frame.text_styles import TextStyle


@lru_cache
def rich_style(style: TextStyle, palette: Colours) -> Style:
    """Return a text style as Rich has it."""
    colour, background = (getattr(palette, one) if one else None for one in (style.colour, style.background))
    return Style.parse(style.weight) + Style(color=colour, bgcolor=background)


def strip_of(
    pieces: Iterable[Piece], styles: Mapping[str, TextStyle], under: Style, width: int, palette: Colours
) -> Strip:
    """Return pieces that take so many cells, each in its style on top of the one of the line."""
    drawn = {name: under + rich_style(style, palette) for name, style in styles.items()} | {"": under}
    return Strip([Segment(words, drawn[name]) for words, name in pieces], width)

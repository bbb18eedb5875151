"""Pieces of a line as one of Textual's strips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.style import Style

    from journal.ui.frame.line_pieces import Piece


def strip_of(pieces: Iterable[Piece], styles: Mapping[str, Style], under: Style, width: int) -> Strip:
    """Return pieces that take so many cells, each in its style on top of the one of the line."""
    return Strip([Segment(words, under + styles[name] if name else under) for words, name in pieces], width)

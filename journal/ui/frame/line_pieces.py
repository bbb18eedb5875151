"""A line in pieces: harmless words, each with the name of its style, cut to the width in cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from journal.domain.state.search import Terms, spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Piece = tuple[str, str]
"""Words, and the name of their style; an empty name for the line's own."""

ELLIPSIS = "…"


def fitted(pieces: Iterable[Piece], width: int) -> list[Piece]:
    """Return the pieces cut or filled to exactly so many cells; what is cut ends with an ellipsis."""
    whole = list(pieces)
    spare = width - length(whole)
    if spare >= 0:
        return [*whole, (" " * spare, "")]
    fit: list[Piece] = []
    room = width - len(ELLIPSIS)
    for words, style in whole:
        if (taken := cell_len(words)) > room:
            cut = set_cell_size(words, room) + ELLIPSIS if width > 0 else ""
            return [*fit, (cut, style)]
        fit.append((words, style))
        room -= taken
    return fit


def marked(piece: Piece, terms: Terms, style: str) -> list[Piece]:
    """Return the piece with the found terms as pieces of their own in another style."""
    words, own = piece
    pieces: list[Piece] = []
    at = 0
    for start, end in spans(words, terms):
        pieces += [(words[at:start], own), (words[start:end], style)]
        at = end
    return [*pieces, (words[at:], own)]


def padded(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces with a space on both sides."""
    return [(" ", ""), *pieces, (" ", "")]


def length(pieces: Sequence[Piece]) -> int:
    """Return how many cells the pieces take."""
    return sum(cell_len(words) for words, _ in pieces)

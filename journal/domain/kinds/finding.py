"""Type to find: the kinds that a few typed letters mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.kinds.catalogue import Kind
    from journal.domain.text.words import Words

__all__ = ["fold", "found"]

NO_MATCH = 9


def found(text: str, kinds: Iterable[Kind], words: Words) -> tuple[Kind, ...]:
    """Return the kinds that the text fits, best first, equally good ones in their own order; all for no text."""
    wanted = fold(text)
    ranked = [(_rank(wanted, fold(words(kind.label)), fold(words(kind.search_words))), kind) for kind in kinds]
    return tuple(kind for rank, kind in sorted(ranked, key=lambda pair: pair[0]) if rank < NO_MATCH)


def _rank(wanted: str, label: str, search_words: str) -> int:
    """Return how well a folded text fits a kind, 0 best: the label counts before the search words, beginnings first."""
    pieces = wanted.split()
    reasons = (
        label == wanted,
        label.startswith(wanted),
        _begins_words(pieces, label),
        _begins_words(pieces, search_words),
        _begins_words(pieces, f"{label} {search_words}"),
        wanted in label,
        wanted in search_words,
    )
    return next((rank for rank, fits in enumerate(reasons) if fits), NO_MATCH)


def _begins_words(pieces: list[str], text: str) -> bool:
    """Tell whether every piece begins a word of the text."""
    return all(f" {piece}" in f" {text.replace('-', ' ').replace('(', ' ')}" for piece in pieces)

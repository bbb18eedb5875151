"""Incremental search of kinds by label and search words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.normalisation import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.kinds.catalogue import Kind
    from journal.domain.text.words import Words

NO_MATCH = 9


def found(text: str, kinds: Iterable[Kind], words: Words) -> tuple[Kind, ...]:
    """Return the matching kinds, best match first, ties in catalogue order; all for no text."""
    wanted = normalise(text)
    ranked = [
        (_rank(wanted, normalise(words(kind.label)), normalise(words(kind.search_words))), kind) for kind in kinds
    ]
    return tuple(kind for rank, kind in sorted(ranked, key=lambda pair: pair[0]) if rank < NO_MATCH)


def _rank(wanted: str, label: str, search_words: str) -> int:
    """Return the rank of a match, 0 best: label before search words, beginnings before substrings."""
    prefixes = wanted.split()
    reasons = (
        label == wanted,
        label.startswith(wanted),
        _begins_words(prefixes, label),
        _begins_words(prefixes, search_words),
        _begins_words(prefixes, f"{label} {search_words}"),
        wanted in label,
        wanted in search_words,
    )
    return next((rank for rank, fits in enumerate(reasons) if fits), NO_MATCH)


def _begins_words(prefixes: list[str], text: str) -> bool:
    """Return whether every prefix begins a word of the text."""
    return all(f" {prefix}" in f" {text.replace('-', ' ').replace('(', ' ')}" for prefix in prefixes)

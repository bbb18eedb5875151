"""Locale-aware formatting of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.calendar_names import grouped

if TYPE_CHECKING:
    from journal.domain.text.words import Words


def in_figures(number: int, words: Words) -> str:
    """Format a whole number with the language's thousands separator: `1,204`."""
    if -1000 < number < 1000:
        return str(number)
    return grouped(number, words.language)

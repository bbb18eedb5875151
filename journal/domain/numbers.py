"""Numbers in words, as the language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.domain.words import Words


def in_figures(number: int, words: Words) -> str:
    """Return a whole number with the language's own sign between the thousands: `1,204`."""
    if -1000 < number < 1000:
        return str(number)
    from babel.numbers import format_decimal

    return format_decimal(number, locale=words.language)

"""Formatting of file sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.words import N_

if TYPE_CHECKING:
    from journal.domain.text.words import Words

_STEPS = ((1_000_000_000, N_("{figures} GB")), (1_000_000, N_("{figures} MB")), (1_000, N_("{figures} kB")))


def size_in_words(size: int, words: Words) -> str:
    """Format a size in bytes as `2.1 MB`, in decimal units (1 kB = 1000 bytes)."""
    from babel.numbers import format_decimal

    for step, phrase in _STEPS:
        if size >= step:
            figures = round(size / step, 1) if size < 100 * step else size // step
            return words(phrase).format(figures=format_decimal(figures, locale=words.language))
    return words.many("{count} byte", "{count} bytes", size).format(count=size)

"""Formatting of the values of a kind's own fields."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.domain.kinds.catalogue import Field, Shape
from journal.domain.text.words import N_
from journal.domain.time import moment_words

if TYPE_CHECKING:
    from journal.domain.kinds.catalogue import Detail
    from journal.domain.text.words import Words


def detail_in_words(field: Field | None, value: Detail, words: Words) -> str:
    """Format a value for display: yes or no, a duration as `3:20`, a choice by its label, a date in full."""
    if isinstance(value, bool):
        return words(N_("yes")) if value else words(N_("no"))
    if field and field.shape is Shape.CHOICE:
        return words(field.label_of(str(value)))
    if field and field.shape is Shape.DURATION and isinstance(value, int):
        return duration(value, words)
    if field and field.shape is Shape.DATE:
        return _day(str(value), words)
    return str(value)


def duration(seconds: int, words: Words) -> str:
    """Format seconds as `45 s`, `3:20` or `1:03:20`."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02}:{rest:02}"
    return f"{minutes}:{rest:02}" if minutes else words(N_("{count} s")).format(count=rest)


def _day(value: str, words: Words) -> str:
    try:
        return moment_words.day_in_words(date.fromisoformat(value), words)
    except ValueError:
        return value

"""What the fields of a kind hold, between the words in a form and the value in a record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journal.domain.entry import labels
from journal.domain.entry.detail_words import duration
from journal.domain.kinds.catalogue import Shape
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from journal.domain.kinds.catalogue import Detail, Field
    from journal.domain.text.words import Words

NOT_A_NUMBER = N_("A whole number in figures belongs here, for example 9.")
SECONDS_OR_MINUTES = N_("Seconds or minutes? For example: 45 s, 3 min, 3:20.")
NOT_A_DURATION = N_("This duration is not understood yet. For example: 45 s, 3 min, 3:20, 1:05:00.")
NOT_A_DAY = N_("This day is not settled yet. For example: yesterday, 3/4, 21 November 2026.")

TRUE, FALSE = "true", "false"
"""How a yes and a no stand in a form."""

_CLOCK = re.compile(r"(?:(\d{1,6}):)?(\d{1,3}):(\d{2})")
_PIECES = re.compile(
    r"(?:(\d+)\s*(?:h|hrs?|hours?|u|uur|heures?)\b)?\s*"
    r"(?:(\d+)\s*(?:m|mins?|minutes?|minuut|minuten)\b)?\s*"
    r"(?:(\d+)\s*(?:s|secs?|seconds?|secondes?|seconden)\b)?"
)
_COUNT = re.compile(r"\d{1,9}")


class NotReadable(ValueError):
    """What was typed does not fit the field; `str()` of it is a marked phrase that says what does."""


def as_typed(field: Field, value: Detail, words: Words) -> str:
    """Return a kept value as it stands in the form; one of a wrong shape stands there as it is."""
    if isinstance(value, bool):
        return TRUE if value else FALSE
    if isinstance(value, int) and field.shape is Shape.DURATION:
        return duration(value, words)
    return str(value)


def as_kept(field: Field, typed: str) -> Detail | None:
    """Return the value that the typed words stand for, or nothing where nothing was typed.

    Days are settled by the reading of times and come here as ISO 8601. Raises NotReadable.
    """
    if not typed.strip():
        return None
    if field.shape is Shape.YES_NO:
        return typed == TRUE
    if field.shape is Shape.NUMBER:
        return number(typed)
    if field.shape is Shape.DURATION:
        return seconds(typed)
    return typed


def number(typed: str) -> int:
    """Return a whole number typed in figures; raises NotReadable."""
    if not _COUNT.fullmatch(typed.strip()):
        raise NotReadable(NOT_A_NUMBER)
    return int(typed)


def seconds(typed: str) -> int:
    """Return how many seconds `3:20`, `45 s` or `1 h 5 min` stand for; raises NotReadable, also for a bare number."""
    text = typed.strip().lower()
    if _COUNT.fullmatch(text):
        raise NotReadable(SECONDS_OR_MINUTES)
    found = _CLOCK.fullmatch(text) or _PIECES.fullmatch(text)
    if not found:
        raise NotReadable(NOT_A_DURATION)
    hours, minutes, rest = (int(piece or 0) for piece in found.groups())
    return hours * 3600 + minutes * 60 + rest


YES_OR_NO = {TRUE: labels.YES, FALSE: labels.NO}
"""The answers of a field of the shape yes or no."""

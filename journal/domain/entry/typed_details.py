"""Parser and formatter for the kind's own fields: form text to stored value and back."""

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
"""Form values of a yes-or-no field."""

_CLOCK = re.compile(r"(?:(\d{1,6}):)?(\d{1,3}):(\d{2})")
_AMOUNTS = re.compile(
    r"(?:(\d+)\s*(?:h|hrs?|hours?|u|uur|heures?)\b)?\s*"
    r"(?:(\d+)\s*(?:m|mins?|minutes?|minuut|minuten)\b)?\s*"
    r"(?:(\d+)\s*(?:s|secs?|seconds?|secondes?|seconden)\b)?"
)
_COUNT = re.compile(r"\d{1,9}")


class NotReadable(ValueError):
    """Raised where typed text does not fit the field; `str()` of it is a marked phrase that says what does."""


def as_typed(field: Field, value: Detail, words: Words) -> str:
    """Format a stored value as form text; one of a wrong shape by `str()`."""
    if isinstance(value, bool):
        return TRUE if value else FALSE
    if isinstance(value, int) and field.shape is Shape.DURATION:
        return duration(value, words)
    return str(value)


def as_kept(field: Field, typed: str) -> Detail | None:
    """Parse form text to a stored value; None for empty text.

    Dates are parsed by the time parser before, and arrive as ISO 8601. Raises NotReadable.
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
    """Parse a whole number in figures, of at most nine digits; raises NotReadable."""
    if not _COUNT.fullmatch(typed.strip()):
        raise NotReadable(NOT_A_NUMBER)
    return int(typed)


def seconds(typed: str) -> int:
    """Parse a duration (`3:20`, `45 s`, `1 h 5 min`) to seconds; raises NotReadable, also for a bare number."""
    text = typed.strip().lower()
    if _COUNT.fullmatch(text):
        raise NotReadable(SECONDS_OR_MINUTES)
    found = _CLOCK.fullmatch(text) or _AMOUNTS.fullmatch(text)
    if not found:
        raise NotReadable(NOT_A_DURATION)
    hours, minutes, rest = (int(amount or 0) for amount in found.groups())
    return hours * 3600 + minutes * 60 + rest


YES_OR_NO = {TRUE: labels.YES, FALSE: labels.NO}
"""Labels of the answers of a yes-or-no field."""

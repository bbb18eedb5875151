"""Parsers of the numbers and durations that are typed into a form."""

from __future__ import annotations

import re

from journal.domain.text.words import N_

NOT_A_NUMBER = N_("Type a whole number, for example 9.")
SECONDS_OR_MINUTES = N_("Seconds or minutes? For example: 45 s, 3 min, 3:20.")
NOT_A_DURATION = N_("This duration is not clear yet. For example: 45 s, 3 min, 3:20, 1:05:00.")
NOT_ONE_OR_MORE = N_("How many times? Type a number, 1 or more.")
NOT_A_DAY = N_("Please choose which day you mean. For example: yesterday, 3/4, 21 November 2026.")

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


def number(typed: str) -> int:
    """Parse a whole number in figures, of at most nine digits; raises NotReadable."""
    if not _COUNT.fullmatch(typed.strip()):
        raise NotReadable(NOT_A_NUMBER)
    return int(typed)


def one_or_more(typed: str) -> int:
    """Return how many times, 1 or more, typed in figures; raises NotReadable."""
    text = typed.strip()
    if not _COUNT.fullmatch(text) or not int(text):
        raise NotReadable(NOT_ONE_OR_MORE)
    return int(text)


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

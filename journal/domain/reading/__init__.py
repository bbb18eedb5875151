"""Typed words to moments, in Dutch, French and English; never by guessing."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from journal.domain.moment import UNKNOWN, exactly
from journal.domain.reading.answer import (
    EMPTY,
    NOT_READ,
    TWO_READINGS,
    Direction,
    NotUnderstood,
    Question,
    Reading,
    Understood,
    with_typed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

__all__ = ["Direction", "NotUnderstood", "Question", "Reading", "Understood", "read"]


def read(
    text: str,
    *,
    now: datetime,
    languages: Sequence[str] = ("en",),
    direction: Direction = Direction.PAST,
    region: str = "",
) -> Reading:
    """Return what the typed words mean at `now`, an aware time in the journal's zone; all answers are in that zone."""
    _ = languages, direction, region
    return with_typed(_simple(text.strip().lower(), now), text)


def _simple(text: str, now: datetime) -> Reading:
    if not text:
        return NotUnderstood(EMPTY)
    if text in {"unknown", "onbekend", "inconnu", "?"}:
        return Understood(UNKNOWN)
    if text in {"now", "nu", "maintenant"}:
        return Understood(exactly(now.replace(second=0, microsecond=0)))
    days = timedelta()
    for word in ("yesterday", "gisteren", "hier"):
        if text.startswith(word):
            days, text = timedelta(days=1), text.removeprefix(word).strip()
    if clock := re.fullmatch(r"([01]?\d|2[0-3])[:hu]([0-5]\d)", text):
        when = now.replace(hour=int(clock[1]), minute=int(clock[2]), second=0, microsecond=0) - days
        return Understood(exactly(when))
    if hour := re.fullmatch(r"(1[01]|[1-9]) uur", text):
        early = now.replace(hour=int(hour[1]), minute=0, second=0, microsecond=0) - days
        late = early.replace(hour=early.hour + 12)
        return Question(TWO_READINGS, (Understood(exactly(late)), Understood(exactly(early))))
    return NotUnderstood(NOT_READ)

"""Typed words to moments, in Dutch, French and English; never by guessing.

A happening that can only lie in the future is understood, and `assumed` says so; where the words also fit the past, it
is asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateutil.parser import isoparse

from journal.domain.moment import UNKNOWN, exactly
from journal.domain.reading.answer import (
    EMPTY,
    NO_SUCH_TIME,
    NOT_READ,
    Direction,
    NotUnderstood,
    Question,
    Reading,
    Understood,
    with_typed,
)
from journal.domain.reading.context import Candidate, Context, NoReading
from journal.domain.reading.judge import answer
from journal.domain.reading.phrase import LANGUAGES, phrases
from journal.domain.reading.ranges import ranges
from journal.domain.reading.single import candidates
from journal.domain.reading.text import LONGEST, impossible_time, uniform

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

__all__ = ["Direction", "NotUnderstood", "Question", "Reading", "Understood", "read"]

_UNTIL = re.compile(r"^(?:until|till|by|tot en met|tot|jusqua|jusquau) ")
_WITH_OFFSET = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)


def read(
    text: str,
    *,
    now: datetime,
    languages: Sequence[str] = ("en",),
    direction: Direction = Direction.PAST,
    region: str = "",
) -> Reading:
    """Return what the typed words mean at `now`, an aware time in the journal's zone; all answers are in that zone.

    The first of `languages` is the interface's; all three are tried. `region` is a country code: with English, `US`
    makes `3/4` the 4th of March.
    """
    every = tuple(dict.fromkeys([*(code[:2] for code in languages), *LANGUAGES]))
    spoken = tuple(code for code in every if code in LANGUAGES)
    context = Context(now, spoken, direction, month_first=every[0] == "en" and region.upper() == "US")
    return with_typed(_answer(text.strip(), context), text)


def _answer(text: str, context: Context) -> Reading:
    if not text:
        return NotUnderstood(EMPTY)
    if len(text) > LONGEST:
        return NotUnderstood(NOT_READ)
    if not text.strip("?"):
        return Understood(UNKNOWN)
    if _WITH_OFFSET.fullmatch(text):
        return _with_offset(text, context)
    words = uniform(text)
    if context.looks_ahead:
        words = _UNTIL.sub("", words)
    found, failure = _one_moment(words, context)
    if not found:
        try:
            found = ranges(words, context)
        except NoReading as none:
            failure = none.why if failure == NOT_READ else failure
    return answer(found, context, failure)


def _one_moment(words: str, context: Context) -> tuple[list[Candidate], str]:
    found: list[Candidate] = []
    failure = NO_SUCH_TIME if impossible_time(words) else NOT_READ
    for phrase in phrases(words, context.languages):
        try:
            found += candidates(phrase, context)
        except NoReading as none:
            failure = none.why if failure == NOT_READ else failure
    return found, failure


def _with_offset(text: str, context: Context) -> Reading:
    try:
        when = isoparse(text.replace(" ", "T")).astimezone(context.now.tzinfo)
    except (ValueError, OverflowError):
        return NotUnderstood(NOT_READ)
    return answer([Candidate(Understood(exactly(when)))], context, NOT_READ)

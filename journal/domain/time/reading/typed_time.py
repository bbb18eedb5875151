"""Reading of one typed time: its phrases, ranges and zone, tried in turn."""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from journal.domain.time.moment import UNKNOWN
from journal.domain.time.reading.answer import (
    EMPTY,
    NO_SUCH_TIME,
    NOT_READ,
    PART_DIFFERS,
    SPELLING_ASSUMED,
    TWO_READINGS,
    Direction,
    NotUnderstood,
    Reading,
    Understood,
    with_typed,
)
from journal.domain.time.reading.context import Candidate, Context, NoReading, joined
from journal.domain.time.reading.disambiguation import answer
from journal.domain.time.reading.phrase import GRAMMARS, phrases
from journal.domain.time.reading.ranges import perhaps_hours, ranges
from journal.domain.time.reading.single import candidates
from journal.domain.time.reading.spelling import corrected
from journal.domain.time.reading.text import LONGEST, impossible_time, uniform
from journal.domain.time.reading.zone import in_zone
from journal.domain.time.reading.zoned import zoned

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timezone

_UNTIL = re.compile(r"^(?:until|till|by|tot en met|tot|jusqua|jusquau) ")

_MINUTES_TO = re.compile(r"\b(?:5|10|20|25|five|ten|twenty) to ")
"""English minutes to an hour, which elsewhere would be the beginning and end of a range."""
_TWO_FIGURES_LAST = re.compile(r"[a-z\d]+ [a-z]{3,9}\.? (?:[12]?\d|3[01])\b(?![\d:./-])")
"""Text like `5 november 21`: of that year, or at five on the twenty-first."""


def read(
    text: str,
    *,
    now: datetime,
    languages: Sequence[str] = ("en",),
    direction: Direction = Direction.PAST,
    region: str = "",
) -> Reading:
    """Parse a typed time relative to `now`, an aware time in the journal's zone; all results are in that zone.

    The first of `languages` is the interface's; all three are tried. `region` is a country code: with English, `US`
    makes `3/4` the 4th of March. Never raises for malformed text: the result is then `NotUnderstood`.
    """
    every = tuple(dict.fromkeys([*(code[:2] for code in languages), *GRAMMARS]))
    spoken = tuple(code for code in every if code in GRAMMARS)
    context = Context(now, spoken, direction, month_first=every[0] == "en" and region.upper() == "US")
    return with_typed(_answer(text.strip(), context), text)


def _answer(text: str, context: Context) -> Reading:
    if not text:
        return NotUnderstood(EMPTY)
    if len(text) > LONGEST:
        return NotUnderstood(NOT_READ)
    if not text.strip("?"):
        return Understood(UNKNOWN)
    if with_zone := zoned(text):
        return _elsewhere(*with_zone, context)
    words = uniform(text)
    if context.looks_ahead:
        words = _UNTIL.sub("", words)
    found, failure = _readings(words, context)
    if not found:
        found = [_with_correction(one) for text in corrected(words) for one in _readings(text, context)[0]]
    return answer(found, context, failure)


def _readings(words: str, context: Context) -> tuple[list[Candidate], str]:
    found, failure = _one_moment(words, context)
    if found:
        return perhaps_hours(words, context) + found + _perhaps_month_first(words, context), ""
    if failure == PART_DIFFERS and _MINUTES_TO.search(words):
        return [], failure
    try:
        found = ranges(words, context)
    except NoReading as none:
        failure = none.why if failure == NOT_READ else failure
    return found or _hour_first(words, context), failure


def _perhaps_month_first(words: str, context: Context) -> list[Candidate]:
    """Return the English readings of two numbers on either side of a month in which the first is an hour."""
    if not context.asks_about_future or context.languages[0] != "en" or not _TWO_FIGURES_LAST.search(words):
        return []
    return [replace(one, why=TWO_READINGS) for one in _hour_first(words, context)]


def _hour_first(words: str, context: Context) -> list[Candidate]:
    """Return the readings in which a number before its day is an hour: `10 last night`."""
    found: list[Candidate] = []
    for phrase in phrases(words, context.languages, hours=True):
        if phrase.bare and phrase.awaits_an_hour:
            with contextlib.suppress(NoReading):
                found += candidates(phrase, context)
    return found


def _one_moment(words: str, context: Context) -> tuple[list[Candidate], str]:
    found: list[Candidate] = []
    failure = NO_SUCH_TIME if impossible_time(words) else NOT_READ
    for phrase in phrases(words, context.languages):
        try:
            found += candidates(phrase, context)
        except NoReading as none:
            failure = none.why if failure == NOT_READ else failure
    return found, failure


def _with_correction(candidate: Candidate) -> Candidate:
    reading = candidate.reading
    return replace(candidate, reading=replace(reading, assumed=joined([SPELLING_ASSUMED], reading.assumed)))


def _elsewhere(time: str, zone: timezone, context: Context) -> Reading:
    """Parse a time with an explicit zone, and convert the result to the journal's zone."""
    there = replace(context, now=context.now.astimezone(zone))
    reading = _answer(time, there)
    if isinstance(reading, NotUnderstood):
        return reading
    found = (reading,) if isinstance(reading, Understood) else reading.options
    here = [replace(one, moment=moment) for one in found if (moment := in_zone(one.moment, context.now.tzinfo or UTC))]
    return answer([Candidate(one) for one in here], context, NOT_READ)

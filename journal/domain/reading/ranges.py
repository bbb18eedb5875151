"""Between two moments, or from one to another: `between 20:00 and 21:00`, `van 20u tot 23u10`, `since Monday`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from journal.domain.reading import zone
from journal.domain.reading.context import Candidate, Context, NoReading
from journal.domain.reading.ends import Pair, ends_meant
from journal.domain.reading.phrase import Phrase, phrases
from journal.domain.reading.pieces import Clock, DayMonth, Month, digital, spoken
from journal.domain.reading.single import candidates

if TYPE_CHECKING:
    from collections.abc import Iterator

_BETWEEN = re.compile(r"(?P<lead>.*?)\b(?:between|tussen|entre) (?P<rest>.+)")
_FROM = re.compile(r"\b(?:from|vanaf)\b")
_AND = re.compile(r" (?:and|en|et) ")
_TO = re.compile(r" (?:to|until|till|tot en met|tot|a|au|jusqua|jusquau) | ?- ?")
_SINCE = re.compile(r"(?:since|sinds|sedert|depuis) (?P<rest>.+)")
_NUMBER_ALONE = {"bare"}
_MOST_PAIRS = 24


def ranges(text: str, context: Context) -> list[Candidate]:
    """Return the readings of uniform text that has two ends; empty if it has none, `NoReading` if they do not fit."""
    failure = ""
    if since := _SINCE.fullmatch(text):
        return _since(since["rest"], context)
    for pairs in _splits(text, context):
        found: list[Candidate] = []
        for pair in pairs[:_MOST_PAIRS]:
            try:
                found += ends_meant(_shared(pair), context)
            except NoReading as none:
                failure = failure or none.why
        if found:
            return found
    if failure:
        raise NoReading(failure)
    return []


def _splits(text: str, context: Context) -> Iterator[list[Pair]]:
    between = _BETWEEN.fullmatch(text)
    rest, lead = (between["rest"], between["lead"]) if between else (_FROM.sub(" ", text), "")
    for mark in (_AND if between else _TO).finditer(rest):
        sides = lead + rest[: mark.start()], rest[mark.end() :]
        first, last = (phrases(side.strip(), context.languages, hours=True) for side in sides)
        dash = mark[0].strip() == "-"
        yield [
            Pair(one, other, bool(between))
            for one in first
            for other in last
            if not (dash and one.holds() == other.holds() == _NUMBER_ALONE)
        ]


def _shared(pair: Pair) -> Pair:
    """Return the pair with what was said once for both ends: `from 3 to 5 April`, `between 8 and 9 in the evening`."""
    first, last = _numbers_read(pair.first, pair.last)
    if first.clock and last.clock:
        first, last = _day_said_last(first, last)
    if isinstance(first.day, DayMonth) and isinstance(last.day, DayMonth) and first.day.year is None:
        first = replace(first, day=replace(first.day, year=last.day.year))
    if isinstance(first.span, Month) and isinstance(last.span, Month) and not first.span.year and last.span.year:
        year = last.span.year - (1 if first.span.month > last.span.month else 0)
        first = replace(first, span=replace(first.span, year=year))
    return replace(pair, first=first, last=last)


def _numbers_read(first: Phrase, last: Phrase) -> tuple[Phrase, Phrase]:
    if first.bare and isinstance(last.day, DayMonth) and not last.clock:
        return replace(first, bare=None, day=replace(last.day, day=first.bare.number)), last
    if first.bare:
        first = replace(first, bare=None, clock=_hour_before(first.bare.number, last))
    if last.bare and first.clock:
        last = replace(last, bare=None, clock=spoken(last.bare.number, 0))
    return first, last


def _hour_before(number: int, last: Phrase) -> Clock | None:
    """Return the hour that a number is before the other end: of 24 hours where that end is, as in `10-12u`."""
    of_24_hours = last.clock is not None and not last.clock.spoken and not last.clock.half_said
    return digital(number, 0) if of_24_hours else spoken(number, 0)


def _day_said_last(first: Phrase, last: Phrase) -> tuple[Phrase, Phrase]:
    if not first.holds() & {"day", "weekday", "which", "span"}:
        first = replace(first, day=last.day, weekday=last.weekday, which=last.which, span=last.span)
        last = replace(last, day=None, weekday=None, which=None, span=None)
    if last.part and not first.part and first.clock and first.clock.spoken:
        first = replace(first, part=last.part)
    return first, last


def _since(rest: str, context: Context) -> list[Candidate]:
    here = context.now.tzinfo or UTC
    found = []
    for phrase in phrases(rest, context.languages):
        try:
            readings = candidates(phrase, context)
        except NoReading:
            continue
        for one in readings:
            timed = "T" in one.reading.moment.start
            until = zone.at(context.now) if timed else zone.whole_day(context.today, here)
            found.append(replace(one, reading=replace(one.reading, until=until)))
    return found

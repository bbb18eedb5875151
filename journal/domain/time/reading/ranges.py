"""Parser of ranges: `between 20:00 and 21:00`, `van 20u tot 23u10`, `since Monday`."""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Any

from journal.domain.time.reading import zone
from journal.domain.time.reading.answer import NOT_READ, TWO_READINGS, Understood
from journal.domain.time.reading.calendar_tokens import DayMonth, MonthOfYear
from journal.domain.time.reading.context import Candidate, Context, NoReading
from journal.domain.time.reading.ends import Pair, ends_meant
from journal.domain.time.reading.meanings import ABOUT
from journal.domain.time.reading.night import night_from_to
from journal.domain.time.reading.phrase import GRAMMARS, Phrase, phrases
from journal.domain.time.reading.settling import pointed_part
from journal.domain.time.reading.single import candidates
from journal.domain.time.reading.tokens import Approximate, Bound, BoundSide, Clock, digital, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

_BETWEEN = re.compile(r"(?P<lead>.*?)\b(?:between|tussen|tss|entre) (?P<rest>.+)")
_FROM = re.compile(r"\b(?:from|vanaf)\b|\bdebut ?:")
_AND = re.compile(r" (?:and|en|et) | ?- ?")
_TO = re.compile(r" (?:to|until|till|til|tot en met|tot|a|au|jusqua|jusquau) | ?- ?| ?; ?fin ?: ?")
_SINCE = re.compile(r"(?:since|sinds|sedert|depuis) (?P<rest>.+)")
_ONLY_FROM = re.compile(r"\b(?:from|vanaf|a partir de|des)\b")
_ONLY_UNTIL = re.compile(r"\b(?:until|till|til|tot|jusqua|jusquau)\b")
_PERHAPS = re.compile(r"(?<![\d/:.-])\d{1,2} ?- ?\d{1,2}(?![\d/:.-])|\b(?:5|10|20|25) to \d")
"""Text that looks like a date or like minutes to an hour, and may as well be two hours."""
_OF_THE_DAY = ("day", "again", "weekday", "which", "span")
_DATE = re.compile(r"(?<![\d-])(?:\d{1,2}-\d{1,2}-(?:\d{4}|\d\d)|\d{4}-\d{1,2}-\d{1,2})(?![\d-])")
"""Whole date in figures, whose hyphens part no two ends."""
_MOST_PAIRS = 24
_LONGEST_OF_NUMBERS = timedelta(hours=9)


def ranges(text: str, context: Context) -> list[Candidate]:
    """Return the candidates of normalised text as a range; empty if it is none, `NoReading` if its ends do not fit."""
    failure = ""
    if since := _SINCE.fullmatch(text):
        return _since(since["rest"], context)
    if night := night_from_to(text, context):
        return night
    without, about = _approximate_behind(text)
    for pairs in _splits(without, context):
        found: list[Candidate] = []
        for pair in pairs[:_MOST_PAIRS]:
            try:
                found += ends_meant(_shared(_all_about(pair) if about else pair), context)
            except NoReading as none:
                failure = failure or none.why
        if found:
            return found
    if found := _one_sided(text, context):
        return found
    if failure:
        raise NoReading(failure)
    return []


def _approximate_behind(text: str) -> tuple[str, bool]:
    """Cut off words like *I think* that stand behind a whole range, and return whether there were any."""
    every = {words for one in GRAMMARS.values() for words, tokens in one.phrases.items() if tokens == ABOUT}
    behind = next((words for words in every if text.endswith(f" {words}")), "")
    return text.removesuffix(behind).rstrip(" ,"), bool(behind)


def _all_about(pair: Pair) -> Pair:
    first, last = (replace(one, about=Approximate()) for one in (pair.first, pair.last))
    return replace(pair, first=first, last=last)


def perhaps_hours(text: str, context: Context) -> list[Candidate]:
    """Return the short ranges that two numbers may mean which also look like a date, or like minutes to an hour."""
    if not context.asks_about_future or not _PERHAPS.search(text):
        return []
    try:
        found = ranges(text, context)
    except NoReading:
        return []
    return [replace(one, why=TWO_READINGS) for one in found if _within(one.reading, _LONGEST_OF_NUMBERS)]


def _within(reading: Understood, longest: timedelta) -> bool:
    first, last = reading.moment.earliest, reading.until.earliest if reading.until else None
    return "T" in reading.moment.start and first is not None and last is not None and last - first <= longest


def _splits(text: str, context: Context) -> Iterator[list[Pair]]:
    between = _BETWEEN.fullmatch(text)
    rest, lead = (between["rest"], between["lead"]) if between else (_FROM.sub(" ", text), "")
    dates = [found.span() for found in _DATE.finditer(rest)]
    for mark in (_AND if between else _TO).finditer(rest):
        if any(first < mark.start() and mark.end() < last for first, last in dates):
            continue
        sides = lead + rest[: mark.start()], rest[mark.end() :]
        first, last = (phrases(side.strip(), context.languages, hours=True) for side in sides)
        every = [Pair(one, other, bool(between)) for one in first for other in last]
        yield [pair for pair in every if pair.first.spoken_in & pair.last.spoken_in] or every


def _one_sided(text: str, context: Context) -> list[Candidate]:
    """Return the candidates of a range of which only the beginning or only the end is given."""
    for pattern, bound in ((_ONLY_FROM, None), (_ONLY_UNTIL, Bound(BoundSide.BEFORE))):
        rest, count = pattern.subn(" ", text)
        if count != 1:
            continue
        found: list[Candidate] = []
        for phrase in phrases(rest.strip(), context.languages, hours=True):
            with contextlib.suppress(NoReading):
                found += candidates(replace(phrase, bound=bound), context)
        return found
    return []


def _shared(pair: Pair) -> Pair:
    """Copy what was stated once to both ends: `from 3 to 5 April`, `between 8 and 9 in the evening`."""
    first, last = _numbers_read(pointed_part(pair.first), pointed_part(pair.last))
    if first.clock and last.clock:
        first, last = _day_said_last(first, last)
    if isinstance(first.day, DayMonth) and isinstance(last.day, DayMonth) and first.day.year is None:
        first = replace(first, day=replace(first.day, year=last.day.year))
    if (
        isinstance(first.span, MonthOfYear)
        and isinstance(last.span, MonthOfYear)
        and not first.span.year
        and last.span.year
    ):
        year = last.span.year - (1 if first.span.month > last.span.month else 0)
        first = replace(first, span=replace(first.span, year=year))
    return replace(pair, first=first, last=last)


def _numbers_read(first: Phrase, last: Phrase) -> tuple[Phrase, Phrase]:
    if any(one.bare and one.clock for one in (first, last)):
        raise NoReading(NOT_READ)
    if first.bare and isinstance(last.day, DayMonth) and not (last.clock or last.bare):
        return replace(first, bare=None, day=replace(last.day, day=first.bare.number)), last
    if first.bare:
        first = replace(first, bare=None, clock=_hour_before(first.bare.number, last))
    if last.bare and first.clock:
        last = replace(last, bare=None, clock=spoken(last.bare.number, 0))
    return first, last


def _hour_before(number: int, last: Phrase) -> Clock | None:
    """Return a bare number as an hour by the notation of the other end: of 24 hours where that is, as in `10-12u`."""
    of_24_hours = last.clock is not None and not last.clock.spoken and not last.clock.half_said
    return digital(number, 0) if of_24_hours else spoken(number, 0)


def _day_said_last(first: Phrase, last: Phrase) -> tuple[Phrase, Phrase]:
    if not first.holds() & {"day", "weekday", "which", "span"}:
        said: dict[str, Any] = {place: getattr(last, place) for place in _OF_THE_DAY}
        none: dict[str, Any] = dict.fromkeys(said)
        first, last = replace(first, **said), replace(last, **none)
    if first.about and not last.about:
        last = replace(last, about=first.about)
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

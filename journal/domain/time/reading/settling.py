"""Resolution of context-dependent tokens: bare numbers, `this morning`, early and late, month/day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.domain.time.moment import PartOfDay
from journal.domain.time.reading.answer import NO_SUCH_TIME, NOT_READ
from journal.domain.time.reading.calendar_tokens import (
    Calendar,
    DayMonth,
    Edge,
    PartOfSpan,
    RelativeDay,
    RelativeNight,
    Which,
)
from journal.domain.time.reading.context import Context, NoReading
from journal.domain.time.reading.spans import pointed
from journal.domain.time.reading.tokens import BareNumber, Clock, FromNow, Part, Unit, either_half, spoken

if TYPE_CHECKING:
    from journal.domain.time.reading.phrase import Phrase

NAMES_A_DAY = {"day", "weekday"}
_LATE = 22
"""Hour from which a night is late."""


def settled(phrase: Phrase, context: Context) -> Phrase:
    """Return the phrase with its context-dependent tokens resolved; raises `NoReading` where that has no meaning."""
    phrase = _weeks_to_a_day(phrase)
    if phrase.bare:
        phrase = _with_hour(phrase, phrase.bare)
    if phrase.clock and _may_be_afternoon(phrase.clock, phrase, context):
        phrase = replace(phrase, clock=either_half(phrase.clock))
    day = phrase.day
    if isinstance(day, DayMonth) and day.figures and context.month_first:
        phrase = replace(phrase, day=replace(day, day=day.month, month=day.day))
    if isinstance(day, RelativeDay) and day.here and context.prefers("fr", "nl"):
        raise NoReading(NOT_READ)
    if isinstance(phrase.instant, FromNow) and phrase.instant.rare and context.languages[0] != "en":
        raise NoReading(NOT_READ)
    if phrase.part and phrase.part.rare and not context.asks_about_future:
        raise NoReading(NOT_READ)
    if phrase.edge and not phrase.span:
        phrase = _early_or_late(phrase, phrase.edge)
    if isinstance(phrase.span, Calendar) and phrase.which:
        phrase = replace(phrase, span=pointed(phrase.span, phrase.which.which, context.today), which=None)
    return pointed_part(phrase)


def _weeks_to_a_day(phrase: Phrase) -> Phrase:
    """Resolve so many weeks ago beside a time of day to the day that lies whole weeks back, as assumed."""
    span, holds = phrase.span, phrase.holds()
    weeks = span.shift if isinstance(span, Calendar) and span.ago and span.unit is Unit.WEEK else None
    if weeks is None or holds & NAMES_A_DAY or not holds & {"clock", "bare", "part"}:
        return phrase
    return replace(phrase, span=None, day=RelativeDay(7 * weeks, assumed=True))


def _may_be_afternoon(clock: Clock, phrase: Phrase, context: Context) -> bool:
    """Return whether figures are ambiguous between the halves of the day, as in English; `10:15` with a year is not."""
    year = phrase.day.year if isinstance(phrase.day, DayMonth) else None
    whole = year is not None and year > 99 and clock.options[0] >= 10 * 60
    return clock.figures and not whole and context.speaks_english(phrase.spoken_in)


def _early_or_late(phrase: Phrase, edge: PartOfSpan) -> Phrase:
    """Resolve `early` and `late` beside a single day to a part of that day."""
    in_a_day = phrase.part or phrase.holds() & NAMES_A_DAY
    if isinstance(phrase.day, RelativeNight) and edge.edge is Edge.END and not (phrase.part or phrase.clock):
        return replace(phrase, edge=None, day=replace(phrase.day, first_hour=_LATE))
    if in_a_day and edge.edge is not Edge.MIDDLE and (phrase.clock or isinstance(phrase.day, RelativeNight)):
        return replace(phrase, edge=None)
    part = {Edge.BEGIN: PartOfDay.MORNING, Edge.END: PartOfDay.EVENING}.get(edge.edge)
    if part and in_a_day and not phrase.part and not phrase.clock:
        return replace(phrase, part=Part(part))
    return phrase


def _with_hour(phrase: Phrase, bare: BareNumber) -> Phrase:
    clock = spoken(bare.number, 0)
    span_alone = phrase.span and not phrase.holds() & NAMES_A_DAY
    if phrase.clock or span_alone or phrase.instant or not clock:
        raise NoReading(NO_SUCH_TIME if not clock else NOT_READ)
    return replace(phrase, clock=clock, bare=None)


def pointed_part(phrase: Phrase) -> Phrase:
    """Resolve `this` or `last` beside a part of the day to a day; raises `NoReading` for `next`."""
    if not phrase.part or not phrase.which or phrase.holds() & {*NAMES_A_DAY, "span"}:
        return phrase
    which = phrase.which.which
    if which is Which.NEXT:
        raise NoReading(NOT_READ)
    if phrase.part.part is PartOfDay.NIGHT:
        return replace(phrase, day=RelativeNight(), part=None, which=None)
    return replace(phrase, day=RelativeDay(0 if which is Which.THIS else -1), which=None)

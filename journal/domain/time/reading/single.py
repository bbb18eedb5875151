"""Resolution of one phrase to candidate moments, durations aside."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from journal.domain.time.moment import UNKNOWN, Certainty, PartOfDay
from journal.domain.time.reading import zone
from journal.domain.time.reading.answer import (
    DAY_ASSUMED,
    DAY_FIRST,
    MONTH_FIRST,
    NOT_READ,
    OTHER_ORDER,
    TWO_READINGS,
    WEEKDAY_DIFFERS,
    YEAR_DOUBTFUL,
    Understood,
)
from journal.domain.time.reading.bounds import bounded
from journal.domain.time.reading.calendar_tokens import DayMonth, MonthOfYear, RelativeNight
from journal.domain.time.reading.context import Candidate, Context, NoReading, joined
from journal.domain.time.reading.hours import MinuteSpan, minute_spans
from journal.domain.time.reading.local_times import (
    days_of,
    in_a_repeating_span,
    local_at,
    local_times,
    pointer_fits,
    resolved,
)
from journal.domain.time.reading.settling import NAMES_A_DAY, settled
from journal.domain.time.reading.spans import DaySpan, lately, spans_meant
from journal.domain.time.reading.tokens import Earlier, FromNow, Lately, Now, UnknownTime

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.time.reading.phrase import Phrase

_OF_A_SPAN = {"span", "edge", "which", "about"}


def candidates(phrase: Phrase, context: Context) -> list[Candidate]:
    """Return the candidate moments of a phrase, the likeliest first; raises `NoReading` where there is none."""
    phrase = settled(phrase, context)
    holds = phrase.holds()
    if phrase.instant:
        return [_instant(phrase, context)]
    if phrase.span and not in_a_repeating_span(phrase):
        if not holds <= _OF_A_SPAN:
            raise NoReading(NOT_READ)
        return [_in_span(span, context) for span in spans_meant(phrase, context)]
    if (phrase.edge and not phrase.part) or not pointer_fits(phrase):
        raise NoReading(NOT_READ)
    if isinstance(phrase.day, DayMonth) and phrase.day.figures and phrase.day.month > 12:
        return _swapped(phrase.day, phrase, context)
    found = _in_a_day(phrase, context)
    return found + _month_first(phrase, found, context)


def _in_a_day(phrase: Phrase, context: Context) -> list[Candidate]:
    holds = phrase.holds()
    if phrase.bound and not (context.looks_ahead and not phrase.clock):
        return bounded(phrase, local_times(phrase, context), phrase.bound.side, context)
    if phrase.clock:
        return _at_times(phrase, context)
    if phrase.part or isinstance(phrase.day, RelativeNight):
        return _in_part(phrase, context)
    if holds & NAMES_A_DAY:
        return _on_days(phrase, context)
    raise NoReading(NOT_READ)


def _month_first(phrase: Phrase, found: Sequence[Candidate], context: Context) -> list[Candidate]:
    """Return the month/day readings of an English date in figures, where day/month lies far back and they do not."""
    day = phrase.day
    if not isinstance(day, DayMonth) or not day.figures or day.year or day.day > 12 or day.day == day.month:
        return []
    if not context.speaks_english(phrase.spoken_in) or YEAR_DOUBTFUL not in found[0].reading.assumed:
        return []
    turned = replace(phrase, day=replace(day, day=day.month, month=day.day, figures=False))
    others = [one for one in _in_a_day(turned, context) if YEAR_DOUBTFUL not in one.reading.assumed]
    return [replace(one, why=TWO_READINGS) for one in others if one.why != WEEKDAY_DIFFERS]


def _instant(phrase: Phrase, context: Context) -> Candidate:
    token = phrase.instant
    if phrase.holds() - {"instant", "about"}:
        raise NoReading(NOT_READ)
    if isinstance(token, UnknownTime):
        return Candidate(Understood(UNKNOWN))
    if isinstance(token, Now):
        certainty = Certainty.ABOUT if phrase.about else Certainty.EXACT
        return Candidate(Understood(zone.at(context.now, certainty=certainty)))
    here = context.now.tzinfo or UTC
    if isinstance(token, FromNow):
        when = (context.now.astimezone(UTC) + timedelta(seconds=token.seconds)).astimezone(here)
        return Candidate(Understood(zone.at(when, certainty=Certainty.ABOUT)))
    if isinstance(token, Earlier):
        began = (context.now.astimezone(UTC) - timedelta(hours=token.hours)).astimezone(here)
        return Candidate(Understood(zone.times_between(began, context.now)))
    if isinstance(token, Lately):
        span = lately(token.unit, token.count, context)
        return Candidate(Understood(zone.whole_day(span.first, here), zone.whole_day(span.last, here)))
    raise NoReading(NOT_READ)


def _in_span(span: DaySpan, context: Context) -> Candidate:
    moment = zone.days_between(span.first, span.last, context.now.tzinfo or UTC)
    return Candidate(Understood(moment, assumed=span.assumed), span.why)


def _at_times(phrase: Phrase, context: Context) -> list[Candidate]:
    found = [both for one in local_times(phrase, context) for both in resolved(one, context, about=bool(phrase.about))]
    found.sort(key=lambda both: (not context.fits(both[0].replace(tzinfo=None)), abs(both[0] - context.now)))
    return [candidate for _, candidate in found]


def _in_part(phrase: Phrase, context: Context) -> list[Candidate]:
    evening = phrase.part and phrase.part.part is PartOfDay.EVENING
    night = not phrase.part or (isinstance(phrase.day, RelativeNight) and not evening)
    part = PartOfDay.NIGHT if night or not phrase.part else phrase.part.part
    here = context.now.tzinfo or UTC
    found = []
    for minute_span in minute_spans(phrase):
        for day in days_of(phrase, context, minute_span.first):
            assumed = day.assumed if phrase.holds() & NAMES_A_DAY else joined([DAY_ASSUMED], day.assumed)
            first, last = local_at(day.day, minute_span.first), local_at(day.day, minute_span.last)
            moment = zone.part_of_day(part, first, last, here) if part else zone.local_between(first, last, here)
            found.append(Candidate(Understood(moment, assumed=assumed), day.why))
    return found


def _on_days(phrase: Phrase, context: Context) -> list[Candidate]:
    minutes = MinuteSpan(0, 24 * 60)
    edge = minutes.last - 1 if context.looks_ahead else minutes.first
    here = context.now.tzinfo or UTC
    return [
        Candidate(Understood(zone.whole_day(day.day, here, about=bool(phrase.about)), assumed=day.assumed), day.why)
        for day in days_of(phrase, context, edge)
    ]


def _swapped(day: DayMonth, phrase: Phrase, context: Context) -> list[Candidate]:
    """Return the candidates for a date in figures without such a month: the other order, or else another year."""
    if day.day > 12 or day.year is not None:
        raise NoReading(MONTH_FIRST if context.month_first else DAY_FIRST)
    turned = replace(day, day=day.month, month=day.day, figures=False)
    found = candidates(replace(phrase, day=turned), context)
    if phrase.holds() == {"day"}:
        month = replace(phrase, day=None, span=MonthOfYear(day.day, 2000 + day.month))
        found += candidates(month, context)
    else:
        known = found[0].reading.moment.day or context.today
        found += candidates(replace(phrase, day=replace(turned, year=known.year - 1)), context)
    return [replace(one, why=OTHER_ORDER) for one in found]

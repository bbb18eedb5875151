"""From one phrase to the moments that it may mean; nothing that lasts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from journal.domain.moment import UNKNOWN, Certainty, PartOfDay
from journal.domain.reading import zone
from journal.domain.reading.answer import (
    DAY_ASSUMED,
    DAY_FIRST,
    MONTH_FIRST,
    NO_SUCH_TIME,
    NOT_READ,
    OTHER_ORDER,
    TWO_READINGS,
    Understood,
)
from journal.domain.reading.context import Candidate, Context, Day, NoReading, joined
from journal.domain.reading.days import days_meant
from journal.domain.reading.hours import Stretch, stretches, times
from journal.domain.reading.pieces import (
    Ago,
    Bare,
    Calendar,
    DayMonth,
    Lately,
    Month,
    Nobody,
    Now,
    RelativeDay,
    RelativeNight,
    Unit,
    Which,
    spoken,
)
from journal.domain.reading.spans import Span, lately, pointed, spans_meant

if TYPE_CHECKING:
    from journal.domain.reading.phrase import Phrase

_NAMES_A_DAY = {"day", "weekday"}
_OF_A_SPAN = {"span", "edge", "which", "about"}


@dataclass(frozen=True)
class LocalTime:
    """A clock time on a day, before its offset is known."""

    day: Day
    local: datetime
    second: int | None = None


def candidates(phrase: Phrase, context: Context) -> list[Candidate]:
    """Return the moments that a phrase may mean, the likeliest first; raise `NoReading` where there is none."""
    phrase = settled(phrase, context)
    holds = phrase.holds()
    if phrase.instant:
        return [_instant(phrase, context)]
    if phrase.span and not _in_a_week(phrase):
        if not holds <= _OF_A_SPAN:
            raise NoReading(NOT_READ)
        return [_in_span(span, context) for span in spans_meant(phrase, context)]
    if phrase.edge or (phrase.which and not phrase.weekday):
        raise NoReading(NOT_READ)
    if isinstance(phrase.day, DayMonth) and phrase.day.figures and phrase.day.month > 12:
        return _swapped(phrase.day, phrase, context)
    if phrase.clock:
        return _at_times(phrase, context)
    if phrase.part or isinstance(phrase.day, RelativeNight):
        return _in_part(phrase, context)
    if holds & _NAMES_A_DAY:
        return _on_days(phrase, context)
    raise NoReading(NOT_READ)


def settled(phrase: Phrase, context: Context) -> Phrase:
    """Return the phrase with what depends on other words worked out: bare hours, `this morning`, month/day."""
    if phrase.bare:
        phrase = _with_hour(phrase, phrase.bare)
    day = phrase.day
    if isinstance(day, DayMonth) and day.figures and context.month_first:
        phrase = replace(phrase, day=replace(day, day=day.month, month=day.day))
    if isinstance(day, RelativeDay) and day.here and context.prefers("fr", "nl"):
        raise NoReading(NOT_READ)
    if phrase.part and phrase.edge and not phrase.span and not phrase.clock:
        phrase = replace(phrase, edge=None)
    if isinstance(phrase.span, Calendar) and phrase.which:
        phrase = replace(phrase, span=pointed(phrase.span, phrase.which.which, context.today), which=None)
    if phrase.part and phrase.which and not phrase.holds() & {*_NAMES_A_DAY, "span"}:
        phrase = _pointed_part(phrase, phrase.which.which)
    return phrase


def local_times(phrase: Phrase, context: Context) -> list[LocalTime]:
    """Return the local times that a settled phrase with a clock time may mean."""
    clock = phrase.clock
    if not clock or phrase.edge or (phrase.which and not phrase.weekday) or (phrase.span and not _in_a_week(phrase)):
        raise NoReading(NOT_READ)
    found = [
        LocalTime(day, _local(day.day, minutes), clock.second)
        for minutes in times(phrase, clock)
        for day in _days(phrase, context, minutes)
    ]
    return _without_needless_future(found, phrase, context)


def resolved(one: LocalTime, context: Context, *, about: bool = False) -> list[tuple[datetime, Candidate]]:
    """Return the aware times of a local time, each with its candidate: two in the night when the clocks go back."""
    certainty = Certainty.ABOUT if about else Certainty.EXACT
    aware, why = zone.instants(one.local.replace(second=one.second or 0), context.now.tzinfo or UTC)
    moments = [(when, zone.at(when, second=one.second is not None, certainty=certainty)) for when in aware]
    return [
        (when, Candidate(Understood(moment, assumed=one.day.assumed), why or one.day.why)) for when, moment in moments
    ]


def _in_a_week(phrase: Phrase) -> bool:
    return phrase.weekday is not None and isinstance(phrase.span, Calendar) and phrase.span.unit is Unit.WEEK


def _with_hour(phrase: Phrase, bare: Bare) -> Phrase:
    clock = spoken(bare.number, 0)
    if phrase.clock or phrase.span or phrase.instant or not clock:
        raise NoReading(NO_SUCH_TIME if not clock else NOT_READ)
    return replace(phrase, clock=clock, bare=None)


def _pointed_part(phrase: Phrase, which: Which) -> Phrase:
    if which is Which.NEXT or not phrase.part:
        raise NoReading(NOT_READ)
    if phrase.part.part is PartOfDay.NIGHT:
        return replace(phrase, day=RelativeNight(), part=None, which=None)
    return replace(phrase, day=RelativeDay(0 if which is Which.THIS else -1), which=None)


def _instant(phrase: Phrase, context: Context) -> Candidate:
    piece = phrase.instant
    if phrase.holds() - {"instant", "about"}:
        raise NoReading(NOT_READ)
    if isinstance(piece, Nobody):
        return Candidate(Understood(UNKNOWN))
    if isinstance(piece, Now):
        certainty = Certainty.ABOUT if phrase.about else Certainty.EXACT
        return Candidate(Understood(zone.at(context.now, certainty=certainty)))
    here = context.now.tzinfo or UTC
    if isinstance(piece, Ago):
        when = (context.now.astimezone(UTC) + timedelta(seconds=piece.seconds)).astimezone(here)
        return Candidate(Understood(zone.at(when, certainty=Certainty.ABOUT)))
    if isinstance(piece, Lately):
        span = lately(piece.unit, piece.count, context)
        return Candidate(Understood(zone.whole_day(span.first, here), zone.whole_day(span.last, here)))
    raise NoReading(NOT_READ)


def _in_span(span: Span, context: Context) -> Candidate:
    moment = zone.days_between(span.first, span.last, context.now.tzinfo or UTC)
    return Candidate(Understood(moment, assumed=span.assumed), span.why)


def _at_times(phrase: Phrase, context: Context) -> list[Candidate]:
    found = [both for one in local_times(phrase, context) for both in resolved(one, context, about=bool(phrase.about))]
    found.sort(key=lambda both: (not context.fits(both[0].replace(tzinfo=None)), abs(both[0] - context.now)))
    return [candidate for _, candidate in found]


def _in_part(phrase: Phrase, context: Context) -> list[Candidate]:
    part = phrase.part.part if phrase.part else PartOfDay.NIGHT
    found = []
    for stretch in stretches(phrase):
        for day in _days(phrase, context, stretch.first):
            assumed = day.assumed if phrase.holds() & _NAMES_A_DAY else joined([DAY_ASSUMED], day.assumed)
            first, last = _local(day.day, stretch.first), _local(day.day, stretch.last)
            moment = zone.part_of_day(part, first, last, context.now.tzinfo or UTC)
            found.append(Candidate(Understood(moment, assumed=assumed), day.why))
    return found


def _on_days(phrase: Phrase, context: Context) -> list[Candidate]:
    minutes = Stretch(0, 24 * 60)
    edge = minutes.last - 1 if context.looks_ahead else minutes.first
    here = context.now.tzinfo or UTC
    return [
        Candidate(Understood(zone.whole_day(day.day, here, about=bool(phrase.about)), assumed=day.assumed), day.why)
        for day in _days(phrase, context, edge)
    ]


def _days(phrase: Phrase, context: Context, minutes: int) -> list[Day]:
    if isinstance(phrase.day, RelativeNight):
        return _nights(context)
    return days_meant(phrase, context, lambda day: _local(day, minutes))


def _nights(context: Context) -> list[Day]:
    if context.looks_ahead:
        return [Day(context.today)]
    if context.in_small_hours:
        return [Day(context.day(-1), why=TWO_READINGS), Day(context.day(-2), why=TWO_READINGS)]
    return [Day(context.day(-1))]


def _without_needless_future(found: list[LocalTime], phrase: Phrase, context: Context) -> list[LocalTime]:
    """Leave out the readings on the wrong side of now where the same words on the same day have a right one."""
    if not phrase.holds() & _NAMES_A_DAY:
        return found
    fitting = {one.day.day for one in found if context.fits(one.local)}
    return [one for one in found if context.fits(one.local) or one.day.day not in fitting]


def _swapped(day: DayMonth, phrase: Phrase, context: Context) -> list[Candidate]:
    """Ask about a date in figures whose month is none: the other order, or else another year."""
    if day.day > 12 or day.year is not None:
        raise NoReading(MONTH_FIRST if context.month_first else DAY_FIRST)
    turned = replace(day, day=day.month, month=day.day, figures=False)
    found = candidates(replace(phrase, day=turned), context)
    if phrase.holds() == {"day"}:
        month = replace(phrase, day=None, span=Month(day.day, 2000 + day.month))
        found += candidates(month, context)
    else:
        known = found[0].reading.moment.day or context.today
        found += candidates(replace(phrase, day=replace(turned, year=known.year - 1)), context)
    return [replace(one, why=OTHER_ORDER) for one in found]


def _local(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)

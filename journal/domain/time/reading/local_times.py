"""Resolution of a phrase with a clock time to local times, and of those to instants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from journal.domain.time.moment import Certainty
from journal.domain.time.reading import zone
from journal.domain.time.reading.answer import CLOCK_BACK, NOT_READ, Understood
from journal.domain.time.reading.calendar_tokens import Calendar, DayMonth, DayOfMonth, Holiday, Which
from journal.domain.time.reading.context import Candidate, Context, Day, NoReading
from journal.domain.time.reading.days import days_meant
from journal.domain.time.reading.hours import times
from journal.domain.time.reading.settling import NAMES_A_DAY
from journal.domain.time.reading.tokens import Unit

if TYPE_CHECKING:
    from journal.domain.time.reading.phrase import Phrase
    from journal.domain.time.reading.tokens import DaylightSaving


@dataclass(frozen=True)
class LocalTime:
    """Clock time on a day, before its UTC offset is resolved."""

    day: Day
    local: datetime
    second: int | None = None
    saving: DaylightSaving | None = None


def local_times(phrase: Phrase, context: Context) -> list[LocalTime]:
    """Return the candidate local times of a settled phrase with a clock time; raises `NoReading`."""
    clock = phrase.clock
    if not clock or phrase.edge or not pointer_fits(phrase) or (phrase.span and not in_a_repeating_span(phrase)):
        raise NoReading(NOT_READ)
    found = [
        LocalTime(day, local_at(day.day, minutes), clock.second, phrase.saving)
        for minutes in times(phrase, clock)
        for day in days_of(phrase, context, minutes)
    ]
    return _without_needless_future(found, phrase, context)


def resolved(one: LocalTime, context: Context, *, about: bool = False) -> list[tuple[datetime, Candidate]]:
    """Return the aware datetimes of a local time, each with its candidate: two in the repeated hour."""
    certainty = Certainty.ABOUT if about else Certainty.EXACT
    aware, why = zone.instants(one.local.replace(second=one.second or 0), context.now.tzinfo or UTC)
    if one.saving and why == CLOCK_BACK:
        aware, why = (aware[0] if one.saving.summer else aware[1],), ""
    moments = [(when, zone.at(when, second=one.second is not None, certainty=certainty)) for when in aware]
    return [
        (when, Candidate(Understood(moment, assumed=one.day.assumed), why or one.day.why)) for when, moment in moments
    ]


def in_a_repeating_span(phrase: Phrase) -> bool:
    """Return whether the week or the year only selects a weekday or holiday."""
    if not isinstance(phrase.span, Calendar):
        return False
    holiday = isinstance(phrase.day, Holiday) and phrase.span.unit is Unit.YEAR
    return holiday or (phrase.weekday is not None and phrase.span.unit is Unit.WEEK)


def pointer_fits(phrase: Phrase) -> bool:
    """Return whether `last`, `this` or `next` refers to something that recurs, or only confirms a date."""
    if phrase.which is None or phrase.weekday:
        return True
    return isinstance(phrase.day, DayMonth | DayOfMonth | Holiday) and phrase.which.which is not Which.NEXT


def days_of(phrase: Phrase, context: Context, minutes: int) -> list[Day]:
    """Return the candidate days of a phrase for an event so many minutes after midnight."""
    return days_meant(phrase, context, lambda day: local_at(day, minutes))


def _without_needless_future(found: list[LocalTime], phrase: Phrase, context: Context) -> list[LocalTime]:
    """Drop the readings on the wrong side of now, where the same day has one on the right side."""
    if not phrase.holds() & NAMES_A_DAY:
        return found
    fitting = {one.day.day for one in found if context.fits(one.local)}
    return [one for one in found if context.fits(one.local) or one.day.day not in fitting]


def local_at(day: date, minutes: int) -> datetime:
    """Return the local time so many minutes after the midnight that begins a day."""
    return datetime.combine(day, time()) + timedelta(minutes=minutes)

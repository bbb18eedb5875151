"""Resolution of the time of day from clock and part of the day together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.time.moment import PartOfDay
from journal.domain.time.reading.answer import PART_DIFFERS
from journal.domain.time.reading.calendar_tokens import Edge, RelativeNight
from journal.domain.time.reading.context import NoReading
from journal.domain.time.reading.tokens import HALF_DAY, WHOLE_DAY, Clock, Part

if TYPE_CHECKING:
    from journal.domain.time.reading.phrase import Phrase

_HOUR = 60
_SMALL_HOURS = 6 * _HOUR
_DUSK = 4 * _HOUR


@dataclass(frozen=True)
class MinuteSpan:
    """Half-open range of minutes after midnight."""

    first: int
    last: int

    def __contains__(self, minutes: int) -> bool:
        return self.first <= minutes < self.last


USUAL = {
    PartOfDay.MORNING: MinuteSpan(6 * _HOUR, 12 * _HOUR),
    PartOfDay.AFTERNOON: MinuteSpan(12 * _HOUR, 18 * _HOUR),
    PartOfDay.EVENING: MinuteSpan(18 * _HOUR, 24 * _HOUR),
    PartOfDay.NIGHT: MinuteSpan(22 * _HOUR, 30 * _HOUR),
}
"""Default bounds of the parts of the day."""

_NARROWED = {
    (PartOfDay.MORNING, Edge.BEGIN): MinuteSpan(4 * _HOUR, 9 * _HOUR),
    (PartOfDay.MORNING, Edge.END): MinuteSpan(9 * _HOUR, 12 * _HOUR),
    (PartOfDay.AFTERNOON, Edge.BEGIN): MinuteSpan(12 * _HOUR, 15 * _HOUR),
    (PartOfDay.AFTERNOON, Edge.END): MinuteSpan(15 * _HOUR, 18 * _HOUR),
    (PartOfDay.EVENING, Edge.BEGIN): MinuteSpan(18 * _HOUR, 21 * _HOUR),
    (PartOfDay.EVENING, Edge.END): MinuteSpan(21 * _HOUR, 24 * _HOUR),
}
"""Bounds of the early and late half of a part of the day."""

_WIDEST = {
    PartOfDay.MORNING: MinuteSpan(0, 13 * _HOUR),
    PartOfDay.AFTERNOON: MinuteSpan(12 * _HOUR, 19 * _HOUR),
    PartOfDay.EVENING: MinuteSpan(17 * _HOUR, 25 * _HOUR),
    PartOfDay.NIGHT: MinuteSpan(20 * _HOUR, 31 * _HOUR),
}
"""Clock times that are still said with a part of the day: `3 in the morning`, `9 at night`."""


def minute_spans(phrase: Phrase) -> list[MinuteSpan]:
    """Return the possible ranges of the part of the day, in minutes after the midnight that begins the day."""
    part = phrase.part
    if isinstance(phrase.day, RelativeNight) and not (part and part.part is PartOfDay.EVENING):
        return [MinuteSpan(phrase.day.first_hour * _HOUR, 30 * _HOUR)]
    if not part:
        return []
    if part.window or not part.part:
        return [MinuteSpan(*(part.window or (0, WHOLE_DAY)))]
    usual = USUAL[part.part]
    if phrase.edge:
        usual = _NARROWED.get((part.part, phrase.edge.edge), usual)
    if part.part is not PartOfDay.NIGHT or part.after or not (phrase.day or phrase.weekday):
        return [usual]
    return [usual, MinuteSpan(usual.first - WHOLE_DAY, usual.last - WHOLE_DAY)]


def times(phrase: Phrase, clock: Clock) -> list[int]:
    """Return the candidate clock times, in minutes after the midnight that begins the day; raises `NoReading`."""
    part = phrase.part
    if isinstance(phrase.day, RelativeNight):
        return _within(clock, MinuteSpan(min(phrase.day.first_hour, 20) * _HOUR, 31 * _HOUR))
    if not part:
        return list(clock.options)
    if part.window or not part.part:
        first, last = part.window or (0, WHOLE_DAY)
        return _within(clock, MinuteSpan(first - _HOUR, last + _HOUR))
    if part.part is PartOfDay.EVENING:
        return _in_evening(clock)
    widest = _WIDEST[part.part]
    if part.part is PartOfDay.NIGHT:
        widest = MinuteSpan(part.first_hour * _HOUR, widest.last)
    found = _within(clock, widest)
    return _in_night(found, phrase, part) if part.part is PartOfDay.NIGHT else found


def _in_night(found: list[int], phrase: Phrase, part: Part) -> list[int]:
    small = [minutes - WHOLE_DAY for minutes in found if minutes >= WHOLE_DAY]
    late = [minutes for minutes in found if minutes < WHOLE_DAY]
    if not (phrase.day or phrase.weekday):
        return late + small
    shifts = (WHOLE_DAY,) if part.from_day_to_day else (WHOLE_DAY, 0)
    return late + [minutes + shift for minutes in small for shift in shifts]


def _in_evening(clock: Clock) -> list[int]:
    """Return the time in an evening; an hour past midnight may be of the night that follows it, or that leads to it.

    Four o'clock may be the end of the afternoon.
    """
    try:
        return _within(clock, _WIDEST[PartOfDay.EVENING])
    except NoReading:
        small = [minutes for minutes in clock.options if minutes < _SMALL_HOURS]
        if not small:
            raise
        dusk = [minutes + HALF_DAY for minutes in small if minutes >= _DUSK and not clock.half_said]
        return dusk + [minutes + shift for minutes in small for shift in (WHOLE_DAY, 0)]


def _within(clock: Clock, minute_span: MinuteSpan) -> list[int]:
    every = set()
    for option in clock.options:
        either = {option % HALF_DAY, option % HALF_DAY + HALF_DAY} if option <= HALF_DAY + 59 else {option}
        if clock.half_said or clock.noon:
            either = {option}
        every |= {one + day for one in either for day in (0, WHOLE_DAY)}
    found = sorted(minutes for minutes in every if minutes in minute_span)
    if not found:
        raise NoReading(PART_DIFFERS)
    return found

"""Which time of day is meant: the clock, the part of the day, and what they say together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.moment import PartOfDay
from journal.domain.reading.answer import PART_DIFFERS
from journal.domain.reading.context import NoReading
from journal.domain.reading.pieces import HALF_DAY, WHOLE_DAY, Clock, RelativeNight

if TYPE_CHECKING:
    from journal.domain.reading.phrase import Phrase

_HOUR = 60


@dataclass(frozen=True)
class Stretch:
    """Minutes after midnight, the last one excluded."""

    first: int
    last: int

    def __contains__(self, minutes: int) -> bool:
        return self.first <= minutes < self.last


USUAL = {
    PartOfDay.MORNING: Stretch(6 * _HOUR, 12 * _HOUR),
    PartOfDay.AFTERNOON: Stretch(12 * _HOUR, 18 * _HOUR),
    PartOfDay.EVENING: Stretch(18 * _HOUR, 24 * _HOUR),
    PartOfDay.NIGHT: Stretch(22 * _HOUR, 30 * _HOUR),
}
"""What a part of the day is taken for when nothing else is known."""

_WIDEST = {
    PartOfDay.MORNING: Stretch(0, 12 * _HOUR),
    PartOfDay.AFTERNOON: Stretch(12 * _HOUR, 19 * _HOUR),
    PartOfDay.EVENING: Stretch(17 * _HOUR, 25 * _HOUR),
    PartOfDay.NIGHT: Stretch(20 * _HOUR, 31 * _HOUR),
}
"""Which clock times people still say it of: `3 in the morning`, `9 at night`."""


def stretches(phrase: Phrase) -> list[Stretch]:
    """Return when the part of the day may be, in minutes after the midnight that begins the day named."""
    if isinstance(phrase.day, RelativeNight):
        return [Stretch(phrase.day.first_hour * _HOUR, 30 * _HOUR)]
    if not phrase.part:
        return []
    usual = USUAL[phrase.part.part]
    if phrase.part.part is not PartOfDay.NIGHT or phrase.part.after or not (phrase.day or phrase.weekday):
        return [usual]
    return [usual, Stretch(usual.first - WHOLE_DAY, usual.last - WHOLE_DAY)]


def times(phrase: Phrase, clock: Clock) -> list[int]:
    """Return the clock times that may be meant, in minutes after the midnight that begins the day named."""
    if isinstance(phrase.day, RelativeNight):
        widest = Stretch(min(phrase.day.first_hour, 20) * _HOUR, 31 * _HOUR)
        return _within(clock, widest)
    if not phrase.part:
        return list(clock.options)
    found = _within(clock, _WIDEST[phrase.part.part])
    if phrase.part.part is not PartOfDay.NIGHT:
        return found
    small = [minutes - WHOLE_DAY for minutes in found if minutes >= WHOLE_DAY]
    late = [minutes for minutes in found if minutes < WHOLE_DAY]
    if not (phrase.day or phrase.weekday):
        return late + small
    return late + [minutes + shift for minutes in small for shift in (WHOLE_DAY, 0)]


def _within(clock: Clock, stretch: Stretch) -> list[int]:
    every = set()
    for option in clock.options:
        either = {option % HALF_DAY, option % HALF_DAY + HALF_DAY} if option <= HALF_DAY + 59 else {option}
        if clock.half_said:
            either = {option}
        every |= {one + day for one in either for day in (0, WHOLE_DAY)}
    found = sorted(minutes for minutes in every if minutes in stretch)
    if not found:
        raise NoReading(PART_DIFFERS)
    return found

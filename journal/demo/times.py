"""How surely the writer of the story knows a time, and the words in which it was typed."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from journal.demo.pace import ZONE
from journal.domain.time.moment import UNKNOWN, Certainty, Moment, PartOfDay, exactly, offset_text

if TYPE_CHECKING:
    from random import Random

_SURELY = (
    (Certainty.EXACT, 70),
    (Certainty.ABOUT, 14),
    (Certainty.PART_OF_DAY, 6),
    (Certainty.BETWEEN, 4),
    (Certainty.DAY, 4),
    (Certainty.UNKNOWN, 2),
)
_PARTS = (
    (PartOfDay.NIGHT, 0, 6, ("night", "'s nachts", "la nuit")),
    (PartOfDay.MORNING, 6, 12, ("morning", "'s morgens", "le matin")),
    (PartOfDay.AFTERNOON, 12, 18, ("afternoon", "namiddag", "l'après-midi")),
    (PartOfDay.EVENING, 18, 24, ("evening", "'s avonds", "le soir")),
)


def how_surely(chance: Random) -> Certainty:
    """Return how surely a time is known, mostly to the minute."""
    return chance.choices([one for one, _ in _SURELY], [weight for _, weight in _SURELY])[0]


def told(when: datetime, sure: Certainty, lasts: timedelta | None, written: datetime, chance: Random) -> Moment:
    """Return the moment that the writer can tell of what happened at a local time, written down later."""
    if sure is Certainty.UNKNOWN:
        return UNKNOWN
    if sure is Certainty.DAY:
        typed = f"{when.day}/{when.month}"
        return Moment(sure, start=when.date().isoformat(), offset=_offset_at(when, 0), typed=typed)
    if sure is Certainty.PART_OF_DAY:
        return _part_of_day(when, chance)
    if sure is Certainty.BETWEEN:
        return _between(when, when + (lasts or timedelta(minutes=90)))
    return exactly(when, _typed(when, sure, written, chance), certainty=sure)


def _between(start: datetime, end: datetime) -> Moment:
    offset, end_offset = offset_text(start), offset_text(end)
    if (end - start).days:
        first, last = start.date().isoformat(), end.date().isoformat()
        typed = f"{start.day}/{start.month} - {end.day}/{end.month}"
        return Moment(Certainty.BETWEEN, first, last, _offset_at(start, 0), end_offset, typed=typed)
    first, last = (side.replace(tzinfo=None).isoformat(timespec="minutes") for side in (start, end))
    return Moment(Certainty.BETWEEN, first, last, offset, end_offset, typed=f"{start:%H:%M}-{end:%H:%M}")


def _part_of_day(when: datetime, chance: Random) -> Moment:
    part, begins, ends, typed = next(one for one in _PARTS if one[1] <= when.hour < one[2])
    day = when.date().isoformat()
    last = f"{day}T{ends:02}:00" if ends < 24 else f"{day}T23:59"
    start = f"{day}T{begins:02}:00"
    return Moment(
        Certainty.PART_OF_DAY, start, last, _offset_at(when, begins), _offset_at(when, 23), part, chance.choice(typed)
    )


def _offset_at(when: datetime, hour: int) -> str:
    return offset_text(datetime.combine(when.date(), time(hour), tzinfo=ZONE))


def _typed(when: datetime, sure: Certainty, written: datetime, chance: Random) -> str:
    days = (written.date() - when.date()).days
    near = {0: ("", "vandaag ", "aujourd'hui "), 1: ("yesterday ", "gisteren ", "hier ")}
    way = chance.randrange(3)
    day = near[days][way] if days in near else f"{when.day}/{when.month} "
    about = ("about ", "rond ", "vers ")[way] if sure is Certainty.ABOUT else ""
    return f"{day}{about}{when.hour}{':uh'[way]}{when.minute:02}"

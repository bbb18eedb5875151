"""From local times to moments: the offset, the hour that comes twice, and the hour that does not exist."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from journal.domain.time.moment import Certainty, Moment, PartOfDay, exactly, offset_text
from journal.domain.time.reading.answer import CLOCK_BACK, CLOCK_FORWARD

if TYPE_CHECKING:
    from datetime import tzinfo


def instants(local: datetime, zone: tzinfo) -> tuple[tuple[datetime, ...], str]:
    """Return the aware times that a local time may be, and why there are two of them if so."""
    first, second = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    before, after = first.utcoffset() or timedelta(), second.utcoffset() or timedelta()
    if before == after:
        return (first,), ""
    if before > after:
        return (first, second), CLOCK_BACK
    return tuple(one.astimezone(UTC).astimezone(zone) for one in (second, first)), CLOCK_FORWARD


def at(when: datetime, *, second: bool = False, certainty: Certainty = Certainty.EXACT) -> Moment:
    """Return the moment of an aware time, with its seconds only if asked."""
    moment = exactly(when.replace(second=0), certainty=certainty)
    if not second:
        return moment
    return Moment(certainty, start=when.replace(tzinfo=None, fold=0).isoformat("T", "seconds"), offset=moment.offset)


def in_zone(moment: Moment, zone: tzinfo) -> Moment | None:
    """Return a moment with a clock time as it was in another zone; None for any other moment."""
    if not moment.has_clock_time or not moment.earliest:
        return None
    second = len(moment.start) > len("2026-11-28T22:14")
    return at(moment.earliest.astimezone(zone), second=second, certainty=moment.certainty)


def whole_day(day: date, zone: tzinfo, *, about: bool = False) -> Moment:
    """Return the moment that is known to the day only."""
    end = _offset(datetime.combine(day, time.max), zone)
    start = _offset(datetime.combine(day, time.min), zone)
    certainty = Certainty.ABOUT if about else Certainty.DAY
    return Moment(certainty, start=day.isoformat(), offset=start, end_offset=end if end != start else "")


def days_between(first: date, last: date, zone: tzinfo) -> Moment:
    """Return a moment somewhere in a span of whole days."""
    start = _offset(datetime.combine(first, time.min), zone)
    end = _offset(datetime.combine(last, time.max), zone)
    return Moment(Certainty.BETWEEN, first.isoformat(), last.isoformat(), start, end)


def times_between(first: datetime, last: datetime) -> Moment:
    """Return a moment somewhere between two aware times."""
    start, end = exactly(first.replace(second=0)), exactly(last.replace(second=0))
    return Moment(Certainty.BETWEEN, start.start, end.start, start.offset, end.offset)


def local_between(first: datetime, last: datetime, zone: tzinfo) -> Moment:
    """Return a moment somewhere between two local times."""
    return times_between(first.replace(tzinfo=zone), last.replace(tzinfo=zone))


def part_of_day(part: PartOfDay, first: datetime, last: datetime, zone: tzinfo) -> Moment:
    """Return a moment in a part of the day between two local times."""
    start, end = (side.isoformat("T", "minutes") for side in (first, last))
    return Moment(Certainty.PART_OF_DAY, start, end, _offset(first, zone), _offset(last, zone), part)


def _offset(local: datetime, zone: tzinfo) -> str:
    return offset_text(local.replace(tzinfo=zone))

"""Time zone resolution: offsets, and the repeated and the skipped hour of daylight saving time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from journal.domain.time.moment import Certainty, Moment, PartOfDay, exactly, offset_text
from journal.domain.time.reading.answer import CLOCK_BACK, CLOCK_FORWARD

if TYPE_CHECKING:
    from datetime import tzinfo


def instants(local: datetime, zone: tzinfo) -> tuple[tuple[datetime, ...], str]:
    """Return the aware datetimes of a local time, and the reason where there are two."""
    first, second = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    before, after = first.utcoffset() or timedelta(), second.utcoffset() or timedelta()
    if before == after:
        return (first,), ""
    if before > after:
        return (first, second), CLOCK_BACK
    return tuple(one.astimezone(UTC).astimezone(zone) for one in (second, first)), CLOCK_FORWARD


def at(when: datetime, *, second: bool = False, certainty: Certainty = Certainty.EXACT) -> Moment:
    """Build a moment from an aware datetime, with its seconds only if asked for."""
    moment = exactly(when.replace(second=0), certainty=certainty)
    if not second:
        return moment
    return Moment(certainty, start=when.replace(tzinfo=None, fold=0).isoformat("T", "seconds"), offset=moment.offset)


def in_zone(moment: Moment, zone: tzinfo) -> Moment | None:
    """Convert a moment with a clock time to another zone; None for any other moment."""
    if not moment.has_clock_time or not moment.earliest:
        return None
    second = len(moment.start) > len("2026-11-28T22:14")
    return at(moment.earliest.astimezone(zone), second=second, certainty=moment.certainty)


def whole_day(day: date, zone: tzinfo, *, about: bool = False) -> Moment:
    """Build a moment known to the day."""
    end = _offset(datetime.combine(day, time.max), zone)
    start = _offset(datetime.combine(day, time.min), zone)
    certainty = Certainty.ABOUT if about else Certainty.DAY
    return Moment(certainty, start=day.isoformat(), offset=start, end_offset=end if end != start else "")


def days_between(first: date, last: date, zone: tzinfo) -> Moment:
    """Build a moment somewhere in a span of whole days."""
    start = _offset(datetime.combine(first, time.min), zone)
    end = _offset(datetime.combine(last, time.max), zone)
    return Moment(Certainty.BETWEEN, first.isoformat(), last.isoformat(), start, end)


def times_between(first: datetime, last: datetime) -> Moment:
    """Build a moment somewhere between two aware datetimes."""
    start, end = exactly(first.replace(second=0)), exactly(last.replace(second=0))
    return Moment(Certainty.BETWEEN, start.start, end.start, start.offset, end.offset)


def local_between(first: datetime, last: datetime, zone: tzinfo) -> Moment:
    """Build a moment somewhere between two local times."""
    return times_between(first.replace(tzinfo=zone), last.replace(tzinfo=zone))


def part_of_day(part: PartOfDay, first: datetime, last: datetime, zone: tzinfo) -> Moment:
    """Build a moment in a part of the day between two local times."""
    start, end = (side.isoformat("T", "minutes") for side in (first, last))
    return Moment(Certainty.PART_OF_DAY, start, end, _offset(first, zone), _offset(last, zone), part)


def _offset(local: datetime, zone: tzinfo) -> str:
    return offset_text(local.replace(tzinfo=zone))

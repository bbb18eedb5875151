"""Axes of the overview: the place of an entry on each of them, or why it has none.

Each axis reads a small raw value of an entry and derives the place from it, so that entries of equal raw values are
placed once, and so that a count and the list of the entries behind it are made by the same rule.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date, timedelta
from functools import cache, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from journal.domain import kinds
from journal.domain.entry.history import History
from journal.domain.overview.acts_over_time import month_of, week_of
from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_
from journal.domain.time.moment import Certainty, Moment, PartOfDay
from journal.domain.time.within import Days, days_of

if TYPE_CHECKING:
    from journal.domain.kinds.catalogue import Group

_POINTS = frozenset({Certainty.EXACT, Certainty.ABOUT, Certainty.DAY, Certainty.UNKNOWN})
"""Certainties of moments without an end."""
_DAY = 10
"""Length of a day in ISO 8601; what is longer has an hour."""


class Unplaced(LabelledEnum):
    """Reasons for which an entry has no place on an axis."""

    SPAN = "span", N_("known only as a span")
    UNKNOWN = "unknown", N_("not known")
    NOT_THERE = "not_there", N_("not at night")
    """It certainly has none: an act by day among the nights."""


class Axis(Struct, frozen=True):
    """Axis along which acts are counted."""

    raw: Callable[[History], Any]
    """Reads a small hashable value of an entry."""
    place: Callable[[Any], Hashable]
    """Place of such a value: a date, a pair of weekday and hour, an id, or `Unplaced`."""


_date = lru_cache(maxsize=4096)(date.fromisoformat)

RawDays = str | tuple[str, str, str, str]
"""The stored day of a beginning; of a span or an act with an end, the first and last days of beginning and end."""


def raw_days(history: History) -> RawDays:
    """Return the days on which an entry can have begun and ended, as they are stored."""
    moment = history.happened
    return _four_days(history) if moment.end or history.ended else moment.start[:10]


def _four_days(history: History) -> tuple[str, str, str, str]:
    happened, until = history.happened, history.until if history.ended else None
    over = (until.start[:10], until.end[:10]) if until and until.known else ("", "")
    return happened.start[:10], happened.end[:10], *over


@lru_cache(maxsize=4096)
def days_from(raw: RawDays) -> Days:
    """Return the bounds of the days of a raw value. Cached."""
    if isinstance(raw, str):
        day = _date(raw) if raw else None
        return Days(day, day, day, day)
    start, end, over, last = raw
    return days_of(_days_alone(start, end), _days_alone(over, last) if over else None)


def days_of_beginning(raw: RawDays) -> tuple[date | None, date | None]:
    """Return the first and the last day on which it can have begun."""
    first, last = (raw, raw) if isinstance(raw, str) else (raw[0], raw[1] or raw[0])
    return (_date(first), _date(last)) if first else (None, None)


def _days_alone(start: str, end: str) -> Moment:
    return Moment(Certainty.BETWEEN if start else Certainty.UNKNOWN, start, end)


def raw_kind_and_days(history: History) -> tuple[str, RawDays]:
    """Return the kind id with the raw days."""
    return history.kind_id, raw_days(history)


def _unit(raw: RawDays, unit_of: Callable[[date], date]) -> date | Unplaced:
    first, begun = days_of_beginning(raw)
    if first is None or begun is None:
        return Unplaced.UNKNOWN
    unit = unit_of(first)
    return unit if unit_of(begun) == unit else Unplaced.SPAN


def day_axis(unit_of: Callable[[date], date]) -> Axis:
    """Return the axis of a unit of days, by its first day."""
    return Axis(raw_days, lambda raw: _unit(raw, unit_of))


def _same(day: date) -> date:
    return day


BY_DAY, BY_WEEK, BY_MONTH = day_axis(_same), day_axis(week_of), day_axis(month_of)


def side_axis(no: date) -> Axis:
    """Return the axis of before (`Inside.NO`) and from the day of the first refusal on (`Inside.YES`)."""
    return Axis(raw_days, lambda raw: days_from(raw).beginning_in(no, None))


BY_KIND = Axis(attrgetter("kind_id"), lambda kind: kind)


def kind_and_side_axis(no: date) -> Axis:
    """Return the axis of pairs of a kind id and the side of the first refusal."""
    side = cache(side_axis(no).place)
    return Axis(raw_kind_and_days, lambda raw: (raw[0], side(raw[1])))


def _group_and_month(raw: tuple[str, RawDays]) -> tuple[Group, date | Unplaced]:
    return kinds.kind(raw[0]).group, _unit(raw[1], month_of)


BY_GROUP_AND_MONTH = Axis(raw_kind_and_days, _group_and_month)

RawHour = str | tuple[Certainty, PartOfDay | None, str, str]
"""The stored hour or day of a beginning; of a span or a part of the day, also its certainty, its part and its end."""


def raw_hour(history: History) -> RawHour:
    """Return the local beginning to the hour, with what else is needed to place it."""
    one = history.happened
    if not one.end and one.certainty in _POINTS:
        return one.start[:13]
    return one.certainty, one.part, one.start[:13], one.end[:13]


HourCell = tuple[int | None, int | None]
"""Weekday (0 for Monday) and local hour on the clock; None for one that is not known."""


def hour_cell(raw: RawHour) -> HourCell:
    """Return the cell of the grid of weekdays and hours.

    Local times count as they stood on the clock: the hour that the autumn change repeats is one row, and an *about*
    counts in the hour that was said. A span counts in an hour only where both its ends lie in it.
    """
    if isinstance(raw, str):
        return _date(raw[:10]).weekday() if raw else None, int(raw[11:13]) if len(raw) > _DAY else None
    certainty, _part, start, end = raw
    one_day = start and end[:10] in {"", start[:10]}
    weekday = _date(start[:10]).weekday() if one_day else None
    one_hour = certainty is Certainty.BETWEEN and start == end and len(start) > _DAY
    return weekday, int(start[11:13]) if one_hour else None


BY_HOUR = Axis(raw_hour, hour_cell)


def night_of(raw: RawHour) -> date | Unplaced:
    """Return the night (22:00 to 6:00) by the day on whose evening it begins; `NOT_THERE` for an act by day."""
    if isinstance(raw, str):
        return (_night(raw) or Unplaced.NOT_THERE) if len(raw) > _DAY else Unplaced.UNKNOWN
    certainty, part, start, end = raw
    if certainty is Certainty.PART_OF_DAY:
        night = _night(start) if part is PartOfDay.NIGHT and len(start) > _DAY else None
        return night or (Unplaced.UNKNOWN if part is PartOfDay.NIGHT else Unplaced.NOT_THERE)
    if certainty is not Certainty.BETWEEN or min(len(start), len(end)) <= _DAY:
        return Unplaced.UNKNOWN
    first, last = _night(start), _night(end)
    if first or last:
        return first if first == last and first else Unplaced.UNKNOWN
    return Unplaced.NOT_THERE if start[:10] == end[:10] else Unplaced.UNKNOWN


BY_NIGHT = Axis(raw_hour, night_of)


def _night(local: str) -> date | None:
    """Return the night in which a local hour lies; None by day."""
    if "06" <= local[11:13] < "22":
        return None
    day = _date(local[:10])
    return day if local[11:13] >= "22" or day == date.min else day - timedelta(days=1)

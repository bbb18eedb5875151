"""Overview of everything that was logged, as counts of acts; no score and no prediction."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from journal.domain import kinds
from journal.domain.overview import axes, delays
from journal.domain.overview.acts_over_time import Spread
from journal.domain.overview.axes import HourCell, RawDays, Unplaced
from journal.domain.overview.delays import Delay
from journal.domain.overview.silences import Silence, longest_silence
from journal.domain.time.within import Inside

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from datetime import date

    from journal.domain.entry.history import History
    from journal.domain.kinds.catalogue import Group
    from journal.domain.overview.axes import Axis

Tally = defaultdict[Any, int]


class Overview(Struct, frozen=True):
    """Counts of acts; withdrawn entries and own steps count none."""

    entries: int
    """Entries that count."""
    acts: int
    days: Spread
    weeks: Spread
    months: Spread
    hours: Mapping[HourCell, int]
    kinds: Mapping[str, int]
    kinds_on_days: Mapping[tuple[str, RawDays], int]
    """By kind and days, as these are stored."""
    kinds_by_side: Mapping[tuple[str, Inside], int]
    """By kind and side of the first refusal; empty where its day is not known."""
    sides: Mapping[Inside, int]
    """Before (`NO`) and from the day of the first refusal on (`YES`); empty where its day is not known."""
    nights: Spread
    """Acts between 22:00 and 6:00, by the day on whose evening the night begins; the others are not in it."""
    delays: Mapping[Delay, int]
    silence: Silence | None

    @property
    def groups_by_month(self) -> Mapping[tuple[Group, date | Unplaced], int]:
        """By group of kinds and month."""
        return _placed(self.kinds_on_days, axes.BY_GROUP_AND_MONTH.place)

    @property
    def busy_days(self) -> frozenset[date]:
        """Days with more than one act."""
        return frozenset(day for day, acts in self.days.acts.items() if acts > 1)

    @property
    def most_on_a_day(self) -> int:
        """The most acts on one day."""
        return max(self.days.acts.values(), default=0)


def acting(histories: Iterable[History]) -> list[History]:
    """Return the entries that count: those with acts."""
    return [one for one in histories if not one.withdrawn and one.kind_id not in kinds.OWN_STEP_IDS and one.times]


def overview(histories: Iterable[History], no: date | None) -> Overview:
    """Count everything; `no` is the day of the first refusal, where known."""
    entries, by_kind, by_hour, by_delay = _tallied(histories)
    by_days: Tally = defaultdict(int)
    by_kind_alone: Tally = defaultdict(int)
    for (kind, days), acts in by_kind.items():
        by_days[days] += acts
        by_kind_alone[kind] += acts
    by_side = _placed(by_kind, axes.kind_and_side_axis(no).place) if no else Counter()
    return Overview(
        entries=entries,
        acts=sum(by_kind_alone.values()),
        days=_spread(by_days, axes.BY_DAY),
        weeks=_spread(by_days, axes.BY_WEEK),
        months=_spread(by_days, axes.BY_MONTH),
        hours=_placed(by_hour, axes.hour_cell),
        kinds=by_kind_alone,
        kinds_on_days=by_kind,
        kinds_by_side=by_side,
        sides=_placed(by_side, lambda pair: pair[1]),
        nights=_spread(by_hour, axes.BY_NIGHT),
        delays=_placed(by_delay, delays.delay_of),
        silence=longest_silence(_placed(by_days, axes.days_from)),
    )


def _tallied(histories: Iterable[History]) -> tuple[int, Tally, Tally, Tally]:
    """Count entries, and acts by kind and days, by hour, and by days and day of recording.

    In one pass, because reading 100,000 entries that lie scattered in memory costs more than counting them.
    """
    entries = 0
    by_kind, by_hour, by_delay = (defaultdict[Any, int](int) for _tally in range(3))
    for one in acting(histories):
        entries += 1
        times, days = one.times, axes.raw_days(one)
        by_kind[one.kind_id, days] += times
        by_hour[axes.raw_hour(one)] += times
        by_delay[days, delays.written_day(one)] += times
    return entries, by_kind, by_hour, by_delay


def counted(histories: Iterable[History], axis: Axis) -> Counter[Any]:
    """Count the acts at each place of an axis."""
    raws: Tally = defaultdict(int)
    for one in acting(histories):
        raws[axis.raw(one)] += one.times
    return _placed(raws, axis.place)


def behind(histories: Iterable[History], axis: Axis, places: Iterable[Hashable]) -> list[History]:
    """Return the counting entries at these places, in the order given: what a count of this axis is made of."""
    wanted, place = frozenset(places), cache(axis.place)
    return [one for one in acting(histories) if place(axis.raw(one)) in wanted]


def _placed(counts: Mapping[Any, int], place: Callable[[Any], Hashable]) -> Counter[Any]:
    found: Counter[Hashable] = Counter()
    for raw, acts in counts.items():
        found[place(raw)] += acts
    return found


def _spread(counts: Mapping[Any, int], axis: Axis) -> Spread:
    placed = _placed(counts, axis.place)
    span, unknown, _not_there = (placed.pop(reason, 0) for reason in Unplaced)
    return Spread(placed, span, unknown)

"""Overview of everything that was logged, as counts of acts; no score and no prediction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from journal.domain import kinds
from journal.domain.overview import axes, delays
from journal.domain.overview.acts_over_time import Spread
from journal.domain.overview.axes import HourCell, Unplaced
from journal.domain.overview.delays import Delay
from journal.domain.overview.silences import Silence, longest_silence
from journal.domain.time.within import Inside

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence
    from datetime import date

    from journal.domain.entry.history import History
    from journal.domain.overview.axes import Axis


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
    kinds_by_side: Mapping[tuple[str, Inside], int]
    """By kind and side of the first refusal; empty where its day is not known."""
    sides: Mapping[Inside, int]
    """Before (`NO`) and from the day of the first refusal on (`YES`); empty where its day is not known."""
    nights: Spread
    """Acts between 22:00 and 6:00, by the day on whose evening the night begins; the others are not in it."""
    delays: Mapping[Delay, int]
    silence: Silence | None

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
    some = acting(histories)
    days = axes.raw_days(some)
    by_kind = _by_raw(some, list(zip(axes.raw_kinds(some), days, strict=True)))
    written = delays.written_days(some)
    by_days = _placed(by_kind, lambda raw: raw[1])
    by_hour = _by_raw(some, axes.raw_hours(some))
    by_side = _placed(by_kind, axes.kind_and_side_axis(no).place) if no else Counter()
    bounds: Counter[Any] = _placed(by_days, axes.days_from)
    return Overview(
        entries=len(some),
        acts=sum(one.times for one in some),
        days=_spread(by_days, axes.BY_DAY),
        weeks=_spread(by_days, axes.BY_WEEK),
        months=_spread(by_days, axes.BY_MONTH),
        hours=_placed(by_hour, axes.hour_cell),
        kinds=_placed(by_kind, lambda raw: raw[0]),
        kinds_by_side=by_side,
        sides=_placed(by_side, lambda pair: pair[1]),
        nights=_spread(by_hour, axes.BY_NIGHT),
        delays=_placed(_by_raw(some, list(zip(days, written, strict=True))), delays.delay_of),
        silence=longest_silence(bounds),
    )


def counted(histories: Iterable[History], axis: Axis) -> Counter[Any]:
    """Count the acts at each place of an axis."""
    some = acting(histories)
    return _placed(_by_raw(some, axis.raws(some)), axis.place)


def behind(histories: Iterable[History], axis: Axis, places: Iterable[Hashable]) -> list[History]:
    """Return the counting entries at these places, in the order given: what a count of this axis is made of."""
    wanted, some = frozenset(places), acting(histories)
    place = cache(axis.place)
    return [one for one, raw in zip(some, axis.raws(some), strict=True) if place(raw) in wanted]


def _by_raw(some: Sequence[History], raws: Sequence[Hashable]) -> Counter[Any]:
    """Count the acts of each raw value: one for each entry, which is counted without a loop, and what is beyond."""
    found = Counter(raws)
    for at in [at for at, one in enumerate(some) if one.times != 1]:
        found[raws[at]] += some[at].times - 1
    return found


def _placed(counts: Mapping[Any, int], place: Callable[[Any], Hashable]) -> Counter[Any]:
    found: Counter[Hashable] = Counter()
    for raw, acts in counts.items():
        found[place(raw)] += acts
    return found


def _spread(counts: Mapping[Any, int], axis: Axis) -> Spread:
    placed = _placed(counts, axis.place)
    span, unknown, _not_there = (placed.pop(reason, 0) for reason in Unplaced)
    return Spread(placed, span, unknown)

"""Conditions that are offered for a journal, and the filter that some picked ones make together."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.case.case_event import CaseEvent
from journal.domain.entry.entry import Felt, Targeted
from journal.domain.filters.typed_period import periods
from journal.domain.filters.values import (
    AimedAt,
    AtHours,
    AtPlace,
    CameBy,
    EntrySource,
    Has,
    InEvent,
    InPeriod,
    NamesPerson,
    OfGroup,
    OfKind,
    OneOf,
    OnWeekday,
    RecordedLater,
    Tagged,
    ThreatFelt,
    Trait,
    WithIdentifier,
    all_of,
    one_of,
    parts_of,
)
from journal.domain.text.normalisation import alphabetical, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from journal.domain.filters.values import AnyFilter
    from journal.domain.state.state import State

SHORTEST_PLACE = 3
"""Letters from which on typed words are offered as a place."""
NIGHT = (22, 5)
"""First and last hour."""
_ALTERNATIVES = (
    *(OfKind, OfGroup, NamesPerson, InPeriod, AtHours, OnWeekday, CameBy, AimedAt, ThreatFelt, AtPlace),
    *(WithIdentifier, RecordedLater, InEvent),
)
"""Sorts of which an entry hardly meets two conditions, so that somebody who picks two means either."""


def conditions(state: State) -> Iterator[AnyFilter]:
    """Yield the conditions to pick from: properties and their opposites, years, kinds, groups, people, and others."""
    entries = state.entries.values()
    used = {one.kind_id for one in entries}
    for trait in Trait if used else ():
        yield Has(trait)
        yield ~Has(trait)
    for year in sorted({one.happened.start[:4] for one in entries} - {""}, reverse=True):
        yield InPeriod(f"{year}-01-01", f"{year}-12-31")
    known = [kinds.kind(one) for one in used]
    yield from (OfKind(one.id) for one in kinds.KINDS if one in known)
    yield from (OfGroup(group) for group in dict.fromkeys(one.group for one in kinds.KINDS if one in known))
    yield from (NamesPerson(one.number) for one in state.people.values() if not one.withdrawn)
    yield from (InEvent(one.number) for one in state.of(CaseEvent).standing)
    yield from map(Tagged, sorted({tag for tags in {one.tags for one in entries} for tag in tags}, key=alphabetical))
    if used:
        yield from map(CameBy, EntrySource)
        yield from map(AimedAt, Targeted)
        yield from map(ThreatFelt, Felt)
        yield from (RecordedLater(24 * days) for days in (1, 7, 30))
        yield AtHours(*NIGHT)
        yield from map(OnWeekday, range(7))


def typed_conditions(text: str, *, now: datetime, language: str) -> Iterator[AnyFilter]:
    """Yield what typed words can be meant as: a period, in each of its readings, a number or account, and a place."""
    yield from periods(text, now=now, languages=(language,), region=language.partition("_")[2])
    if any(sign.isdigit() or sign == "@" for sign in text):
        yield WithIdentifier(text.strip())
    if len(normalise(text)) >= SHORTEST_PLACE:
        yield AtPlace(text.strip())


def conditions_of(wanted: AnyFilter) -> frozenset[AnyFilter]:
    """Return the picked conditions that make a filter together; the filter itself where no simpler ones do."""
    parts = [one.parts if isinstance(one, OneOf) else (one,) for one in parts_of(wanted)]
    apart = frozenset(one for some in parts for one in some)
    return apart if together(apart) == wanted else frozenset({wanted})


def together(picked: Iterable[AnyFilter]) -> AnyFilter:
    """Combine conditions as somebody means who picks them: any of two kinds or years, but each of two properties."""

    def sort_of(one: AnyFilter) -> str:
        return type(one).__name__

    by_sort = groupby(sorted(picked, key=sort_of), key=sort_of)
    parts = [[*some] for _sort, some in by_sort]
    return all_of(one_of(some) if isinstance(some[0], _ALTERNATIVES) else all_of(some) for some in parts)

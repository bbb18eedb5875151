"""Conditions that are offered for a journal, and the filter that some picked ones make together."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.filters.values import (
    CameBy,
    EntrySource,
    Has,
    InPeriod,
    NamesPerson,
    OfGroup,
    OfKind,
    Trait,
    all_of,
    one_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal.domain.filters.values import AnyFilter
    from journal.domain.state.state import State

_ALTERNATIVES = (OfKind, OfGroup, NamesPerson, InPeriod, CameBy)
"""Sorts of which an entry hardly meets two conditions, so that somebody who picks two means either."""


def conditions(state: State) -> Iterator[AnyFilter]:
    """Yield the conditions that can be picked: properties and their opposites, years, kinds, groups, people, source."""
    used = {one.kind_id for one in state.entries.values()}
    for trait in Trait if used else ():
        yield Has(trait)
        yield ~Has(trait)
    days = (one.happened.first_day for one in state.entries.values())
    for year in sorted({day.year for day in days if day}, reverse=True):
        yield InPeriod(f"{year:04}-01-01", f"{year:04}-12-31")
    known = [kinds.kind(one) for one in used]
    yield from (OfKind(one.id) for one in kinds.KINDS if one in known)
    yield from (OfGroup(group) for group in dict.fromkeys(one.group for one in kinds.KINDS if one in known))
    yield from (NamesPerson(one.number) for one in state.people.values() if not one.withdrawn)
    if used:
        yield from map(CameBy, EntrySource)


def together(picked: Iterable[AnyFilter]) -> AnyFilter:
    """Combine conditions as somebody means who picks them: any of two kinds or years, but each of two properties."""

    def sort_of(one: AnyFilter) -> str:
        return type(one).__name__

    by_sort = groupby(sorted(picked, key=sort_of), key=sort_of)
    parts = [[*some] for _sort, some in by_sort]
    return all_of(one_of(some) if isinstance(some[0], _ALTERNATIVES) else all_of(some) for some in parts)

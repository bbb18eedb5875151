"""Consistency checks of places: somebody in two places at once."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.consistency.inconsistency import ConsistencyRule, about, asked
from journal.domain.kinds.catalogue import Group
from journal.domain.text.normalisation import normalise
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from journal.domain.consistency.checked_log import CheckedEntry, CheckedLog
    from journal.domain.consistency.inconsistency import Inconsistency, Told

_USER = 0
"""Stands for the user among the numbers of people."""


def _two_places(log: CheckedLog) -> Iterator[Inconsistency]:
    for person, one, other in overlapping(log.entries, _was_there):
        yield _at_once(log, person, one, other)


def _was_there(one: CheckedEntry) -> Iterator[int]:
    """Yield who was at the place of an entry: the user, unless told of it or noticing it later, and who did it."""
    refers = one.history.refers
    if not refers.reported_by and not one.noticed_later:
        yield _USER
    if refers.person and kinds.kind(one.history.kind_id).group is Group.PHYSICAL:
        yield refers.person


def _witness_two_places(log: CheckedLog) -> Iterator[Inconsistency]:
    for person, one, other in overlapping(log.entries, lambda one: one.history.refers.witnesses):
        yield _at_once(log, person, one, other)


def _at_once(log: CheckedLog, person: int, one: CheckedEntry, other: CheckedEntry) -> Inconsistency:
    values: dict[str, Told] = {"one": one.number, "place": one.place, "other": other.number, "there": other.place}
    when = other.history.happened
    if person == _USER:
        return asked(_WHERE_WERE_YOU, (), when=when, **values)
    known = log.state.people.get(person)
    refs = about(one.number, other.number, person=person)
    return asked(_WHERE_WAS, refs, when=when, name=known.name if known else "", **values)


_WHERE_WERE_YOU = N_(
    "Entry {one} took place at “{place}” and entry {other} at “{there}”, both on {when}. Where were you?"
)
_WHERE_WAS = N_("Entry {one} took place at “{place}” and entry {other} at “{there}”, both on {when}. Where was {name}?")
TWO_PLACES = ConsistencyRule(
    "two_places",
    N_("In two places at once"),
    N_(
        "Two entries with an exact time overlap and name different places, and you, or the suspect, were in "
        "both. A place whose words hold those of the other counts as the same. An entry that somebody told you, or "
        "that you noticed later, does not place you there."
    ),
    N_("If a time or a place is wrong, amend it and give the reason; if both are right, add how that was possible."),
    _two_places,
)
WITNESS_TWO_PLACES = ConsistencyRule(
    "witness_two_places",
    N_("A witness in two places at once"),
    N_("The same witness stands in two entries with exact times that overlap, and with different places."),
    N_("Ask the witness where they were, and amend the entry that does not agree, with the reason."),
    _witness_two_places,
)


def overlapping(
    entries: Iterable[CheckedEntry], who: Callable[[CheckedEntry], Iterable[int]]
) -> Iterator[tuple[int, CheckedEntry, CheckedEntry]]:
    """Yield each person with two entries at different places that overlap in time, the earlier entry first.

    The entries come by instant. Of those at one place that still go on, only that which ends last is compared.
    """
    going_on: dict[int, dict[str, tuple[datetime, CheckedEntry]]] = {}
    for (begins, ends), one in _by_span(entries):
        own = normalise(one.place)
        for person in dict.fromkeys(who(one)):
            others = going_on.setdefault(person, {})
            for place, (until, other) in list(others.items()):
                if until <= begins:
                    del others[place]
                elif place not in own and own not in place:
                    yield person, other, one
            if own not in others or others[own][0] < ends:
                others[own] = (ends, one)


def _by_span(entries: Iterable[CheckedEntry]) -> Iterator[tuple[tuple[datetime, datetime], CheckedEntry]]:
    """Yield the entries with a place and an exact time in the order of beginning, end and number."""
    placed = ((span, one) for one in entries if one.place and (span := one.span))
    for _begins, some in groupby(placed, key=lambda pair: pair[0][0]):
        yield from sorted(some, key=lambda pair: (pair[0], pair[1].number))

"""References from entries to people and orders, found by partial decoding of the records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET, Struct, UnsetType

from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.entry.history import History

ORDER_NUMBER = "order.number"
"""Id of the field in which a breach names the order."""


class MentionRole(LabelledEnum):
    """Role in which an entry names a person; the value is the name of the field."""

    DID_IT = "person", N_("who did it")
    WITNESS = "witnesses", N_("witness")
    TOLD_IT = "reported_by", N_("told it")


MentionIndex = Mapping[int, tuple[tuple[int, MentionRole], ...]]
"""Index of mentions: number of a person to entry numbers and roles."""


class _Mentioning(Struct, frozen=True):
    """Partial record: only the fields that refer to people and orders."""

    person: int | UnsetType | None = UNSET
    witnesses: tuple[int, ...] | UnsetType | None = UNSET
    reported_by: int | UnsetType | None = UNSET
    order: int | UnsetType | None = msgspec.field(default=UNSET, name=ORDER_NUMBER)


_MENTIONING = msgspec.json.Decoder(_Mentioning)


class Mentions(Struct, frozen=True):
    """Current references of one entry."""

    people: tuple[tuple[int, MentionRole], ...] = ()
    order: int = 0


def named_in(history: History) -> Mentions:
    """Return the people and the order that an entry refers to now; malformed records are ignored."""
    person = told_by = order = 0
    witnesses: tuple[int, ...] = ()
    for record in history.records:
        try:
            said = _MENTIONING.decode(record.body)
        except (ValueError, RecursionError):
            continue
        person = _later(person, said.person)
        told_by = _later(told_by, said.reported_by)
        order = _later(order, said.order)
        witnesses = witnesses if said.witnesses is UNSET else said.witnesses or ()
    every = [
        (person, MentionRole.DID_IT),
        *((one, MentionRole.WITNESS) for one in witnesses),
        (told_by, MentionRole.TOLD_IT),
    ]
    return Mentions(tuple((number, how) for number, how in every if number), order)


def doer_of(history: History) -> int:
    """Return the number of the person who did it; 0 where the entry names none."""
    return next((person for person, how in named_in(history).people if how is MentionRole.DID_IT), 0)


def entries_by_person(histories: Iterable[History]) -> MentionIndex:
    """Build the index of mentions, entries in the order of `histories`."""
    found: dict[int, list[tuple[int, MentionRole]]] = {}
    for history in histories:
        for person, how in named_in(history).people:
            found.setdefault(person, []).append((history.number, how))
    return {person: tuple(entries) for person, entries in found.items()}


def _later(before: int, said: int | UnsetType | None) -> int:
    return before if said is UNSET else said or 0

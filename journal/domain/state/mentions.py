"""Mentions of people in entries, each in the role in which the entry names them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.entry.history import History


class MentionRole(LabelledEnum):
    """Role in which an entry names a person; the value is the name of the field."""

    DID_IT = "person", N_("who did it")
    WITNESS = "witnesses", N_("witness")
    TOLD_IT = "reported_by", N_("told it")


MentionIndex = Mapping[int, tuple[tuple[int, MentionRole], ...]]
"""Index of mentions: number of a person to entry numbers and roles."""


def named_in(history: History) -> tuple[tuple[int, MentionRole], ...]:
    """Return the people whom an entry names now, each with the role."""
    refers = history.refers
    every = [
        (refers.person, MentionRole.DID_IT),
        *((one, MentionRole.WITNESS) for one in refers.witnesses),
        (refers.reported_by, MentionRole.TOLD_IT),
    ]
    return tuple((number, how) for number, how in every if number)


def entries_by_person(histories: Iterable[History]) -> MentionIndex:
    """Build the index of mentions, entries in the order of `histories`."""
    found: dict[int, list[tuple[int, MentionRole]]] = {}
    named: dict[int, tuple[tuple[int, MentionRole], ...]] = {}
    for history in histories:
        # Few entries refer to others than those before them, and equal references are one object.
        there = id(history.refers)
        for person, how in named.get(there) or named.setdefault(there, named_in(history)):
            found.setdefault(person, []).append((history.number, how))
    return {person: tuple(entries) for person, entries in found.items()}

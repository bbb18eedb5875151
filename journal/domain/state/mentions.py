"""Mentions of people in entries, each in the role in which the entry names them."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING

from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal.domain.entry.history import History
    from journal.domain.entry.references import References

_refers = attrgetter("refers")


class MentionRole(LabelledEnum):
    """Role in which an entry names a person; the value is the name of the field."""

    DID_IT = "person", N_("who did it")
    WITNESS = "witnesses", N_("witness")
    TOLD_IT = "reported_by", N_("told it")


def named_in(refers: References) -> tuple[tuple[int, MentionRole], ...]:
    """Return the people to whom an entry refers, each with the role."""
    every = [
        (refers.person, MentionRole.DID_IT),
        *((one, MentionRole.WITNESS) for one in refers.witnesses),
        (refers.reported_by, MentionRole.TOLD_IT),
    ]
    return tuple((number, how) for number, how in every if number)


def mentions_of(person: int, histories: Iterable[History]) -> Iterator[tuple[int, MentionRole]]:
    """Yield the numbers of the entries that name a person, in the order of `histories`, with each role; lazily."""
    # Few entries refer to others than those before them, and equal references are one object.
    roles: dict[int, list[MentionRole]] = {}
    for history in histories:
        how = roles.get(id(history.refers))
        if how is None:
            how = roles[id(history.refers)] = [role for number, role in named_in(history.refers) if number == person]
        for role in how:
            yield history.number, role


def entries_by_person(histories: Iterable[History]) -> Counter[int]:
    """Count the entries that name each person."""
    counted: Counter[int] = Counter()
    for refers, count in Counter(map(_refers, histories)).items():
        counted.update(dict.fromkeys({number for number, _how in named_in(refers)}, count))
    return counted

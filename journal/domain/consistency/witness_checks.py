"""Consistency check of witnesses: named in an entry on a day on which they are said to be away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.people import Role
from journal.domain.consistency.absences import IN_ACCOUNT, Absence, absences_in
from journal.domain.consistency.inconsistency import ConsistencyRule, about, asked
from journal.domain.text.normalisation import normalise
from journal.domain.text.words import N_
from journal.domain.time.within import Inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journal.domain.case.people import Person
    from journal.domain.consistency.checked_log import CheckedLog
    from journal.domain.consistency.inconsistency import Inconsistency

_LEAST_NAME = 3
"""Letters that a first name needs to be looked for alone."""


def _witness_away(log: CheckedLog) -> Iterator[Inconsistency]:
    people = [one for one in log.state.people.values() if one.role is not Role.STALKER]
    absences = _in_accounts(log, people_by_name(people))
    for person in people:
        absences.setdefault(person.number, []).extend(absences_in(person.note))
    for one in log.entries if any(absences.values()) else ():
        for witness in one.history.refers.witnesses:
            for away in absences.get(witness, ()):
                if one.history.days.beginning_in(away.first, away.last) is Inside.YES:
                    refs = (*about(*dict.fromkeys((one.number, away.entry or one.number))), *about(person=witness))
                    name = log.state.people[witness].name
                    yield asked(_SAW_IT, refs, entry=one.number, name=name, said=away.said)
                    break


def people_by_name(people: list[Person]) -> Mapping[str, int]:
    """Return the people by first and last name, in lower case without accents; a name that two share is left out."""
    found: dict[str, set[int]] = {}
    for one in people:
        for name in (one.name, *one.also_known_as):
            parts = normalise(name).split()
            for part in {*parts[:1], *parts[-1:]}:
                if len(part) >= _LEAST_NAME:
                    found.setdefault(part, set()).add(one.number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


def _in_accounts(log: CheckedLog, names: Mapping[str, int]) -> dict[int, list[Absence]]:
    absences: dict[int, list[Absence]] = {}
    for one in log.entries:
        for found in IN_ACCOUNT.finditer(normalise(one.account)) if one.account else ():
            person, day = names.get(found[1]), one.history.happened.day
            if person and day:
                absences.setdefault(person, []).append(Absence(day, day, found[0], one.number))
    return absences


_SAW_IT = N_("Entry {entry} names {name} as a witness, and it is said elsewhere: “{said}”. Was {name} there?")
WITNESS_AWAY = ConsistencyRule(
    "witness_away",
    N_("A witness who is said to be away"),
    N_(
        "A witness stands in an entry on a day on which the note about them, with its year, or the account of another "
        "entry of that day says that they were away, on holiday, abroad or in hospital."
    ),
    N_("Ask the witness, and amend the entry or the note that is not right, with the reason."),
    _witness_away,
)

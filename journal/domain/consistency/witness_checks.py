"""Consistency check of witnesses: named in an entry on a day on which they are said to be away."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

from journal.domain.case.people import Role
from journal.domain.consistency.inconsistency import ConsistencyRule, about, asked
from journal.domain.filters.typed_period import periods
from journal.domain.text.languages import LANGUAGES
from journal.domain.text.normalisation import normalise
from journal.domain.text.words import N_
from journal.domain.time.within import Inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journal.domain.case.people import Person
    from journal.domain.consistency.checked_log import CheckedLog
    from journal.domain.consistency.inconsistency import Inconsistency

_AWAY = (
    r"(?:away|abroad|travelling|on (?:holiday|vacation|leave)|in hospital|out of town"
    r"|weg|afwezig|op (?:reis|vakantie)|met (?:vakantie|verlof)|in het (?:buitenland|ziekenhuis)"
    r"|absente?|en (?:vacances|voyage|conge)|a l'(?:etranger|hopital))"
)
_IN_NOTE = re.compile(rf"\b{_AWAY}\b")
_IN_ACCOUNT = re.compile(
    rf"\b(\w+)\s+(?:was|is|stayed|zat|bleef|etait|est)\s+((?:(?!not|niet|pas)\w+\s+){{0,2}}){_AWAY}\b"
)
_LITTLE_WORDS = re.compile(
    r"^(?:(?:from|on|in|during|van|op|du|de|des|le|she|he|is|was|ze|zij|hij|elle|il|est|etait)\s+)+"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b", re.ASCII)
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands for the present where a year is written, so that nothing is counted from it."""
_LEAST_NAME = 3
"""Letters that a first name needs to be looked for alone."""


class Absence(NamedTuple):
    """Days on which somebody is said to be away, and where that is said."""

    first: date | None
    last: date | None
    said: str
    entry: int = 0
    """Entry that says so; 0 for the note of the person."""


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
                    yield asked(refs, _SAW_IT, entry=one.number, name=name, said=away.said)
                    break


def absences_in(note: str) -> Iterator[Absence]:
    """Yield the absences that a person's note names with days and a year: `away 3 to 10 May 2026`."""
    for clause in re.split(r"[.;\n]", note):
        plain = normalise(clause)
        for found in _IN_NOTE.finditer(plain) if _YEAR.search(plain) else ():
            for part in (plain[found.end() :], plain[: found.start()]):
                period = _period(part)
                if period:
                    yield Absence(*period, clause.strip())


def _period(text: str) -> tuple[date | None, date | None] | None:
    words = _LITTLE_WORDS.sub("", text.strip(" ,:()-"))
    words = re.sub(r"\s+(?:she|he|ze|zij|hij|elle|il)?\s*(?:is|was|est|etait)$", "", words).strip(" ,:()-")
    found = periods(words, now=_ANY_TIME, languages=tuple(LANGUAGES)) if _YEAR.search(words) else ()
    if len(found) != 1:
        return None
    first, last = (date.fromisoformat(day) if day else None for day in (found[0].first, found[0].last))
    return first, last


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
        for found in _IN_ACCOUNT.finditer(normalise(one.account)) if one.account else ():
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

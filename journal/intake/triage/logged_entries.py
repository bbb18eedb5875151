"""Entries that those of another journal become: reported by its keeper, and of a copy of this journal as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain import kinds
from journal.domain.case.identifiers import known_as
from journal.domain.entry.origin import Origin, OriginNote
from journal.domain.entry.partial_record import ORDER_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.case.identifiers import PeopleMarks
    from journal.domain.entry.entry import Entry
    from journal.intake.model.found import LoggedEntry

_OF_THE_WRITER = ("impact", "my_response", "private_note")
"""Texts about the keeper of a journal, which would be read as the user's own."""


def entry_of_logged(logged: LoggedEntry, people: PeopleMarks, told_by: int = 0, *, doubtful: bool = False) -> Entry:
    """Return the entry that an entry of another journal becomes.

    People are those who are known here by a name or number that they have there; the others are left out, which a note
    tells. Of another's journal everything stays out that is said of its keeper; `told_by` is the keeper's number here.
    """
    entry, same = logged.entry, logged.origin.same
    names = _names_here(logged, people)
    person = names.get(entry.person, 0)
    witnesses = tuple(dict.fromkeys(names[one] for one in entry.witnesses if one in names))
    before = entry.taken_from or Origin()
    notes = dict.fromkeys((*before.notes, *_notes(logged, names, doubtful=doubtful)))
    changes = {
        "person": person,
        "witnesses": witnesses,
        "reported_by": (names.get(entry.reported_by, 0) if same else 0) or told_by,
        "taken_from": replace(before, notes=tuple(notes), through=(*before.through, logged.origin)),
        "details": {name: value for name, value in entry.details.items() if name != ORDER_NUMBER},
    }
    if not same:
        changes |= dict.fromkeys(_OF_THE_WRITER, "") | {"targeted": (), "threat_felt": None, "tags": ()}
    return replace(entry, **changes)


def _names_here(logged: LoggedEntry, people: PeopleMarks) -> dict[int, int]:
    """Return the numbers here of the people whom it names, by their numbers there; only those that are sure."""
    found = {}
    for person in logged.people:
        texts = (person.name, *person.telephone_numbers, *person.email_addresses, *person.accounts)
        known = {number for text in texts if text for number in known_as(text, people)}
        if len(known) == 1:
            found[person.number] = known.pop()
    return found


def _notes(logged: LoggedEntry, names: dict[int, int], *, doubtful: bool) -> Iterator[OriginNote]:
    entry = logged.entry
    if {entry.person, *entry.witnesses} - {0} - names.keys():
        yield OriginNote.PEOPLE_LEFT_OUT
    if not logged.origin.same:
        if kinds.kind(entry.kind).own_step:
            yield OriginNote.STEP_OF_WRITER
        if any(getattr(entry, name) for name in _OF_THE_WRITER):
            yield OriginNote.OF_THE_WRITER
    if logged.blackened:
        yield OriginNote.BLACKENED
    if doubtful:
        yield OriginNote.ANOTHER_VERSION

"""Erasable fields of the journal, each with all its occurrences, and what else refers to them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from journal.domain.entry.partial_record import ENTRY_ACTS
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.ledger.actions import Action
from journal.domain.ledger.erased import erased_by
from journal.domain.ledger.fixed_fields import is_fixed
from journal.domain.state.erasing import FieldRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journal.domain.ledger.record import Record

REASON = "reason"
"""Name of the field that every act can have; each occurrence is erased by itself, as it has no versions."""

_NEVER = frozenset({Action.JOURNAL_BEGUN, Action.BACKUP_MADE, Action.STAMP_ADDED})
"""Acts of which nothing can be erased, because they hold no personal text."""


_CHOSEN = {"entry": "entries", Exhibit.SUBJECT: "exhibits"}
"""Name of the field of a hand-over with the chosen numbers, by the subject's sort."""


class Subject(Struct, frozen=True):
    """Key of what a record is about: an entry, an item of its checklist, a person, a step …"""

    sort: str
    """Subject of its acts: `entry`, `person`, `exhibit`, `step` …; empty for a record about none."""
    number: int = 0
    """Running number; the record's own number where it is about none."""
    item: str = ""
    """Id of an item of the entry's checklist."""
    step: str = ""


class ErasableField(Struct, frozen=True):
    """One field of a subject, with all its versions."""

    thing: Subject
    name: str
    places: tuple[FieldRef, ...]
    """Occurrences, by record."""
    value: Any = None
    """Value in the last of them."""


class HandedDocuments(Struct, frozen=True):
    """Documents of one hand-over that hold something that is to be erased."""

    files: tuple[str, ...]
    """File names; the folder is not recorded."""
    made: datetime
    """Time of the hand-over, UTC."""


def thing_of(record: Record, said: Mapping[str, Any]) -> Subject:
    """Return the subject of a record with these fields."""
    action = said.get("action")
    if action in ENTRY_ACTS:
        return Subject("entry", said.get("entry", 0))
    if action == Action.ITEM_MARKED:
        return Subject("entry", said.get("entry", 0), said.get("item", ""))
    if action == Action.STEP_MARKED:
        return Subject("step", step=said.get("step", ""))
    sort = str(action).partition(".")[0]
    number = said.get(sort)
    return Subject(sort, number) if isinstance(number, int) and number else Subject("", record.seq)


def choices(records: Iterable[Record], thing: Subject) -> tuple[ErasableField, ...]:
    """Return the erasable fields of a subject, by record and name, reasons last."""
    own = (one for one in _all_choices(records) if one.thing == thing)
    return tuple(sorted(own, key=lambda one: one.name == REASON))


def holding(records: Iterable[Record], places: Iterable[FieldRef]) -> tuple[ErasableField, ...]:
    """Return the erasable fields with an occurrence among these."""
    asked = set(places)
    return tuple(one for one in _all_choices(records) if asked & set(one.places))


def stubs(records: Iterable[Record], thing: Subject) -> dict[str, datetime]:
    """Return the names of a subject's erased fields, each with the time when the erasure was first declared, UTC."""
    records = list(records)
    declared = declared_in(records)
    gone: dict[str, datetime] = {}
    for record in records:
        if record.blackened and thing_of(record, record.fields()) == thing:
            found = {name: declared[place] for name in record.blackened if (place := (record.seq, name)) in declared}
            gone |= found
    return gone


def handed_with(
    records: Iterable[Record], choice_of: Iterable[ErasableField], first: int
) -> tuple[HandedDocuments, ...]:
    """Return the hand-overs, oldest first, that include one of these fields.

    For entries and exhibits those for which they were chosen; for other subjects all that reach up to record `first`.
    """
    things = [one.thing for one in choice_of]
    return tuple(
        HandedDocuments(tuple(str(name) for name, _digest in said.get("files", ())), record.written)
        for record, said in ((record, record.fields()) for record in records)
        if said.get("action") == Action.HANDED_OVER
        and said.get("at_record", 0) >= first
        and any(
            thing.number in said.get(_CHOSEN[thing.sort], ()) if thing.sort in _CHOSEN else True for thing in things
        )
    )


def declared_in(records: Iterable[Record]) -> dict[tuple[int, str], datetime]:
    """Return the declared erasures, by record number and field name, each with the UTC time of the declaration."""
    declared: dict[tuple[int, str], datetime] = {}
    for record in records:
        for place in erased_by(record.fields()):
            declared.setdefault(place, record.written)
    return declared


def _all_choices(records: Iterable[Record]) -> list[ErasableField]:
    found: dict[tuple[Any, ...], ErasableField] = {}
    for record in records:
        said = record.fields()
        if said.get("action") in _NEVER:
            continue
        thing = thing_of(record, said)
        for name, value in said.items():
            if is_fixed(said, name) or _points_at(thing, name):
                continue
            key = (thing, name, record.seq if name == REASON or not thing.sort else 0)
            before = found[key].places if key in found else ()
            found[key] = ErasableField(thing, name, (*before, FieldRef(record.seq, name)), value)
    return list(found.values())


def _points_at(thing: Subject, name: str) -> bool:
    """Return whether a field identifies the subject, or the target of an exhibit's link."""
    return name == thing.sort or (thing.sort == Exhibit.SUBJECT and name in Target.__struct_fields__)

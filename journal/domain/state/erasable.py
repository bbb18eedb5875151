"""What can be erased of a thing of the journal: its fields, each in every version, and what is said only once."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from journal.domain.entry.history import ENTRY_ACTS
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.ledger.acts import Act
from journal.domain.ledger.erased import erased_by
from journal.domain.ledger.fixed_fields import is_fixed
from journal.domain.state.erasing import FieldRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journal.domain.ledger.record import Record

REASON = "reason"
"""The field that every act has of its own: of one with versions, an earlier one would come back."""

_NEVER = frozenset({Act.JOURNAL_BEGUN, Act.BACKUP_MADE, Act.STAMP_ADDED})
"""The acts of which nothing can be erased: they hold no words of anybody."""


_CHOSEN = {"entry": "entries", Exhibit.SUBJECT: "exhibits"}
"""By the sort of a thing: in which field of a handing over its number stands."""


class Subject(Struct, frozen=True):
    """Something of the journal that has fields: an entry, an item of its checklist, a person, a step …"""

    sort: str
    """The subject of its acts: `entry`, `person`, `exhibit`, `step` …; empty for a record that is about none."""
    number: int = 0
    """Its own running number; the record's for one that is about no thing."""
    item: str = ""
    """The id of an item of the entry's checklist."""
    step: str = ""


class ErasableField(Struct, frozen=True):
    """One field of a thing, to be erased whole."""

    thing: Subject
    name: str
    places: tuple[FieldRef, ...]
    """Where it stands, by record."""
    value: Any = None
    """What it says now, as it stands in the last of them."""


class HandedDocuments(Struct, frozen=True):
    """Documents that left and hold something that is to be erased."""

    files: tuple[str, ...]
    """Their names; where they lie is not recorded."""
    made: datetime
    """When, UTC."""


def thing_of(record: Record, said: Mapping[str, Any]) -> Subject:
    """Return what a record with these fields is about."""
    action = said.get("action")
    if action in ENTRY_ACTS:
        return Subject("entry", said.get("entry", 0))
    if action == Act.ITEM_MARKED:
        return Subject("entry", said.get("entry", 0), said.get("item", ""))
    if action == Act.STEP_MARKED:
        return Subject("step", step=said.get("step", ""))
    sort = str(action).partition(".")[0]
    number = said.get(sort)
    return Subject(sort, number) if isinstance(number, int) and number else Subject("", record.seq)


def choices(records: Iterable[Record], thing: Subject) -> tuple[ErasableField, ...]:
    """Return what can be erased of a thing, by record and name, its reasons last."""
    own = (one for one in _all_choices(records) if one.thing == thing)
    return tuple(sorted(own, key=lambda one: one.name == REASON))


def holding(records: Iterable[Record], places: Iterable[FieldRef]) -> tuple[ErasableField, ...]:
    """Return the fields, each whole, to which some of these places belong."""
    asked = set(places)
    return tuple(one for one in _all_choices(records) if asked & set(one.places))


def stubs(records: Iterable[Record], thing: Subject) -> dict[str, datetime]:
    """Return the names of the fields of a thing that were erased on purpose, and when that was first declared, UTC."""
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
    """Return the documents made so far, oldest first, for which one of these things was chosen.

    That is known of entries and exhibits; of other things, all documents are returned that reach up to this record.
    """
    things = [one.thing for one in choice_of]
    return tuple(
        HandedDocuments(tuple(str(name) for name, _digest in said.get("files", ())), record.written)
        for record, said in ((record, record.fields()) for record in records)
        if said.get("action") == Act.HANDED_OVER
        and said.get("at_record", 0) >= first
        and any(
            thing.number in said.get(_CHOSEN[thing.sort], ()) if thing.sort in _CHOSEN else True for thing in things
        )
    )


def declared_in(records: Iterable[Record]) -> dict[tuple[int, str], datetime]:
    """Return the fields that were declared erased, by record number and name, each with when that was first said."""
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
    """Return whether a field says which thing is meant, or what an exhibit is linked to."""
    return name == thing.sort or (thing.sort == Exhibit.SUBJECT and name in Target.__struct_fields__)

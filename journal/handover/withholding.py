"""Which fields of which records stay here, by what was chosen; everything that leaves goes through this one door."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from journal.domain.acts import Act
from journal.domain.history import ENTRY_ACTS
from journal.domain.people import Role
from journal.domain.steps import step
from journal.domain.steps.catalogue import StepGroup
from journal.handover.choice import For, Stays

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from journal.domain.people import Person
    from journal.domain.record import Record
    from journal.handover.choice import Choice

ALWAYS = frozenset({"action", "offset", "clock"})
"""What every record still says: what was done, and the clock by which."""

_ENTRY = MappingProxyType(
    {
        Stays.PRIVATE_NOTES: frozenset({"private_note"}),
        Stays.EFFECTS: frozenset({"impact", "threat_felt"}),
        Stays.WITNESSES: frozenset({"witnesses"}),
    }
)
_ITEM = MappingProxyType({Stays.PRIVATE_NOTES: frozenset({"note"})})
_EXHIBIT = MappingProxyType(
    {
        Stays.PRIVATE_NOTES: frozenset({"note"}),
        Stays.OWN_DATA: frozenset({"lies_at", "original_place"}),
        Stays.THIRD_PARTIES: frozenset({"from_whom"}),
    }
)
_MOVEMENT = MappingProxyType(
    {
        Stays.PRIVATE_NOTES: frozenset({"note"}),
        Stays.OWN_DATA: frozenset({"from_place", "place"}),
        Stays.THIRD_PARTIES: frozenset({"receiver"}),
    }
)
_REPORT = MappingProxyType({Stays.PRIVATE_NOTES: frozenset({"note"})})
_ABOUT_OTHERS = frozenset(
    {"note", "contact", "circle", "informed_on", "asked_to", "has_private_number", "also_known_as", "description"}
    | {"telephone_numbers", "email_addresses", "accounts", "vehicles", "plates"}
)
_PERSON = MappingProxyType(
    {Stays.THIRD_PARTIES: _ABOUT_OTHERS, Stays.WITNESSES: frozenset({"name", "willing_to_testify"})}
)
_STALKER = MappingProxyType({Stays.PRIVATE_NOTES: frozenset({"note"})})
_OWN = MappingProxyType({Stays.PRIVATE_NOTES: frozenset({"private_note", "note"})})

_STEPS_THAT_TELL = frozenset({StepGroup.LIMITS, StepGroup.TELEPHONE, StepGroup.AUTHORITIES})
"""The groups of steps that others may read in full; counselling and safe places are nobody's business."""
_PROOF = frozenset({Act.JOURNAL_BEGUN, Act.STAMP_ADDED, Act.JOURNAL_RECOVERED, Act.FIELD_ERASED})
"""The acts without which the ledger that leaves cannot be checked."""


class Named:
    """What of a journal was chosen, by number."""

    def __init__(self, entries: Collection[int], exhibits: Collection[int], people: Mapping[int, Person]) -> None:
        """Take the numbers of what leaves, and everybody who is named in it."""
        self.entries, self.exhibits, self.people = frozenset(entries), frozenset(exhibits), people


def withheld(records: Iterable[Record], choice: Choice, named: Named) -> dict[int, tuple[str, ...]]:
    """Return by record the names of the fields that stay here; records of which nothing stays are left out."""
    found = ((record.seq, _names(record, choice, named)) for record in records)
    return {seq: names for seq, names in found if names}


def _names(record: Record, choice: Choice, named: Named) -> tuple[str, ...]:
    said = record.fields()
    staying = _kept(_OWN, choice) if choice.to is For.OWN else _staying(said, choice, named)
    names = (said.keys() - ALWAYS) if staying is None else staying & said.keys()
    return tuple(sorted(names))


def _staying(said: Mapping[str, object], choice: Choice, named: Named) -> frozenset[str] | None:
    """Return the names of the fields that stay here; None for all but those that every record still says."""
    action = str(said.get("action", ""))
    if action in _PROOF:
        return frozenset()
    about: Mapping[str, Callable[[], frozenset[str] | None]] = {
        "entry": lambda: _kept(_ENTRY, choice) if action in ENTRY_ACTS and said.get("entry") in named.entries else None,
        "item": lambda: _kept(_ITEM, choice) if said.get("entry") in named.entries else None,
        "exhibit": lambda: _kept(_EXHIBIT, choice) if said.get("exhibit") in named.exhibits else None,
        "movement": lambda: _kept(_MOVEMENT, choice) if said.get("exhibit") in named.exhibits else None,
        "person": lambda: _of_person(said.get("person"), choice, named),
        "report": lambda: _kept(_REPORT, choice),
        "order": lambda: _kept(_REPORT, choice),
        "step": lambda: _of_step(str(said.get("step", "")), choice),
    }
    decide = about.get(action.partition(".")[0])
    return decide() if decide else None


def _of_person(number: object, choice: Choice, named: Named) -> frozenset[str] | None:
    person = named.people.get(number) if isinstance(number, int) else None
    if person is None:
        return None
    return _kept(_STALKER if person.role is Role.STALKER else _PERSON, choice)


def _of_step(step_id: str, choice: Choice) -> frozenset[str] | None:
    if step(step_id).group in _STEPS_THAT_TELL:
        return _kept(_ITEM, choice)
    return None


def _kept(rules: Mapping[Stays, frozenset[str]], choice: Choice) -> frozenset[str]:
    return frozenset().union(*(names for what, names in rules.items() if choice.keeps(what)))

"""Which fields of which records stay here, by what was chosen; everything that leaves goes through this one door."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from journal.domain.acts import Act
from journal.domain.history import ENTRY_ACTS
from journal.domain.people import Role
from journal.domain.steps import step
from journal.domain.steps.catalogue import StepGroup
from journal.handover.choice import For, Stays

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from journal.domain.people import Person
    from journal.domain.record import Record
    from journal.handover.choice import Choice

ALWAYS = frozenset({"action", "offset", "clock"})
"""What every record still says: what was done, and the clock by which."""
_POINTERS = ALWAYS | {"entry", "item", "exhibit", "movement", "person", "report", "order", "step", "undoes", "reason"}
"""What says only which thing a record is about, and why it was written."""

_ENTRY = MappingProxyType(
    {
        Stays.PRIVATE_NOTES: frozenset({"private_note"}),
        Stays.OWN_DATA: frozenset(
            {"call.own_line", "message.received_on", "delivery.ordered_with", "service.customer_number"}
        ),
        Stays.EFFECTS: frozenset({"impact", "threat_felt", "violence.injuries", "violence.doctor"}),
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
    {
        Stays.PRIVATE_NOTES: frozenset({"note"}),
        Stays.THIRD_PARTIES: _ABOUT_OTHERS,
        Stays.WITNESSES: frozenset({"name", "also_known_as", "willing_to_testify"}),
    }
)
_STALKER = MappingProxyType({Stays.PRIVATE_NOTES: frozenset({"note"})})
_OF_THE_LOG = MappingProxyType({Stays.PRIVATE_NOTES: frozenset({"reason", "unverified"})})
"""Why something was erased, and what a recovery could read of records that were lost: words of every sort."""

_STEPS_THAT_TELL = frozenset({StepGroup.LIMITS, StepGroup.TELEPHONE, StepGroup.AUTHORITIES})
"""The groups of steps that others may read in full; counselling and safe places are nobody's business."""
_PROOF = frozenset({Act.JOURNAL_BEGUN, Act.STAMP_ADDED, Act.JOURNAL_RECOVERED, Act.FIELD_ERASED})
"""The acts without which the ledger that leaves cannot be checked."""


@dataclass(frozen=True)
class Named:
    """What of a journal was chosen, by number."""

    entries: frozenset[int] = frozenset()
    exhibits: frozenset[int] = frozenset()
    movements: frozenset[int] = frozenset()
    reports: frozenset[int] = frozenset()
    orders: frozenset[int] = frozenset()
    people: Mapping[int, Person] = field(default_factory=dict)
    """Everybody who is named."""
    steps: bool = True
    """Whether the steps taken are told at all."""


def withheld(records: Iterable[Record], choice: Choice, named: Named) -> dict[int, tuple[str, ...]]:
    """Return by record the names of the fields that stay here; records of which nothing stays are left out."""
    found = ((record.seq, _names(record, choice, named)) for record in records)
    return {seq: names for seq, names in found if names}


def _names(record: Record, choice: Choice, named: Named) -> tuple[str, ...]:
    said = record.fields()
    staying = _staying(said, choice, named)
    if staying is None:
        return tuple(sorted(said.keys() - ALWAYS))
    names = staying & said.keys()
    if names and not said.keys() - names - _POINTERS:
        # The reason of a change in nothing but what stays would tell of it.
        names |= {"reason"} & said.keys()
    return tuple(sorted(names))


def _staying(said: Mapping[str, object], choice: Choice, named: Named) -> frozenset[str] | None:
    """Return the names of the fields that stay here; None for all but those that every record still says."""
    action = str(said.get("action", ""))
    subject = action.partition(".")[0]
    if action in _PROOF:
        return _kept(_OF_THE_LOG, choice)
    about: Mapping[str, Callable[[], frozenset[str] | None]] = {
        "entry": lambda: _chosen(said.get("entry"), named.entries, _ENTRY, choice) if action in ENTRY_ACTS else None,
        "item": lambda: _chosen(said.get("entry"), named.entries, _ITEM, choice),
        "exhibit": lambda: _of_exhibit(said, choice, named),
        "movement": lambda: _chosen(said.get("movement"), named.movements, _MOVEMENT, choice),
        "person": lambda: _of_person(said.get("person"), choice, named),
        "report": lambda: _chosen(said.get("report"), named.reports, _REPORT, choice),
        "order": lambda: _chosen(said.get("order"), named.orders, _REPORT, choice),
        "step": lambda: _kept(_ITEM, choice) if _tells(said.get("step"), choice, named) else None,
    }
    if subject in about:
        return about[subject]()
    return frozenset() if choice.to is For.OWN else None


def _chosen(
    number: object, numbers: frozenset[int], rules: Mapping[Stays, frozenset[str]], choice: Choice
) -> frozenset[str] | None:
    return _kept(rules, choice) if number in numbers else None


def _of_exhibit(said: Mapping[str, object], choice: Choice, named: Named) -> frozenset[str] | None:
    if said.get("exhibit") not in named.exhibits:
        return None
    names = _kept(_EXHIBIT, choice)
    if said.get("action") == Act.EXHIBIT_ERASED:
        names |= _kept(_OF_THE_LOG, choice)
    return names if not said.get("step") or _tells(said.get("step"), choice, named) else names | {"step"}


def _of_person(number: object, choice: Choice, named: Named) -> frozenset[str] | None:
    person = named.people.get(number) if isinstance(number, int) else None
    if person is None:
        return None
    return _kept(_STALKER if person.role is Role.STALKER else _PERSON, choice)


def _tells(step_id: object, choice: Choice, named: Named) -> bool:
    """Tell whether somebody else may read of this step."""
    own = choice.to is For.OWN
    return own or (named.steps and isinstance(step_id, str) and step(step_id).group in _STEPS_THAT_TELL)


def _kept(rules: Mapping[Stays, frozenset[str]], choice: Choice) -> frozenset[str]:
    return frozenset().union(*(names for what, names in rules.items() if choice.keeps(what)))

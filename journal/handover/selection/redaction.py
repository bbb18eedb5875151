"""Redaction: which fields of which records are withheld; every export reads its records through here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import compress, islice
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from journal.domain.case.people import Role
from journal.domain.entry.partial_record import ENTRY_ACTS
from journal.domain.ledger.actions import Action
from journal.domain.ledger.record import Record, blacken
from journal.handover.selection.choice import For, ObjectRef, Stays
from journal.handover.selection.object_refs import can_be_excluded, ref_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from journal.handover.selection.choice import HandoverChoice
    from journal.handover.selection.reaching import Reached

ALWAYS = frozenset({"action", "offset", "clock"})
"""Fields that every record keeps: what was done, and the clock by which."""
_POINTERS = ALWAYS | {
    "together",
    "entry",
    "item",
    "exhibit",
    "movement",
    "person",
    "report",
    "order",
    "event",
    "step",
    "undoes",
    "reason",
}
"""Fields that say only which object a record is about, and why it was written."""

_ENTRY = {
    Stays.PRIVATE_NOTES: frozenset({"private_note"}),
    Stays.OWN_DATA: frozenset(
        {"call.own_line", "message.received_on", "delivery.ordered_with", "service.customer_number"}
    ),
    Stays.EFFECTS: frozenset({"impact", "threat_felt", "violence.injuries", "violence.doctor"}),
    Stays.WITNESSES: frozenset({"witnesses"}),
}
_OF_ANOTHER = {Stays.WITNESSES: frozenset({"taken_from"})}
"""What tells from whose journal an entry was taken: the name of the file, and that journal's id and head digest."""
_OF_ENTRIES = ENTRY_ACTS | {Action.ITEM_MARKED}
_ITEM = {Stays.PRIVATE_NOTES: frozenset({"note"})}
_EXHIBIT = {
    Stays.PRIVATE_NOTES: frozenset({"note"}),
    Stays.OWN_DATA: frozenset({"lies_at", "original_place"}),
    Stays.THIRD_PARTIES: frozenset({"from_whom"}),
}
_MOVEMENT = {
    Stays.PRIVATE_NOTES: frozenset({"note"}),
    Stays.OWN_DATA: frozenset({"from_place", "place"}),
    Stays.THIRD_PARTIES: frozenset({"receiver"}),
}
_REPORT = {Stays.PRIVATE_NOTES: frozenset({"note"})}
_ABOUT_OTHERS = frozenset(
    {"note", "contact", "circle", "informed_on", "asked_to", "has_private_number", "also_known_as", "description"}
    | {"telephone_numbers", "email_addresses", "accounts", "vehicles", "plates"}
)
_PERSON = {
    Stays.PRIVATE_NOTES: frozenset({"note"}),
    Stays.THIRD_PARTIES: _ABOUT_OTHERS,
    Stays.WITNESSES: frozenset({"name", "also_known_as", "willing_to_testify"}),
}
_STALKER = {Stays.PRIVATE_NOTES: frozenset({"note"})}
_OF_THE_LOG = {Stays.PRIVATE_NOTES: frozenset({"reason", "unverified"})}
"""Reasons of erasures, and what a recovery could parse of lost records: words of every sort."""

_PROOF = frozenset({Action.JOURNAL_BEGUN, Action.STAMP_ADDED, Action.JOURNAL_RECOVERED, Action.FIELD_ERASED})
"""Acts without which the exported ledger cannot be verified."""


class LeavingLedger(Sequence[Record]):
    """Lazy sequence of the exported records, each read and redacted on access, so that none stays in memory.

    It ends where the ledger ended when it was chosen, also where the ledger grows meanwhile.
    """

    def __init__(self, records: Sequence[Record], staying: Withheld) -> None:
        """Export these records without what stays here."""
        self._records, self._length = records, len(records)
        self._left_out, self._telling = staying.left_out, staying.telling

    def __len__(self) -> int:
        """Return the number of records."""
        return self._length

    def __iter__(self) -> Iterator[Record]:
        """Yield all records, which are read in large pieces."""
        yield from map(self._redacted, islice(self._records, self._length))

    @overload
    def __getitem__(self, at: int) -> Record: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...
    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        """Return one of them, or some."""
        places = range(self._length)[at]
        if isinstance(places, range):
            return [self[one] for one in places]
        return self._redacted(self._records[places])

    def said(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the number of each record of which anything leaves but `ALWAYS`, and the fields that leave."""
        for record in compress(islice(self._records, self._length), self._telling):
            names = self._left_out.get(record.seq, ())
            yield record.seq, {name: value for name, value in record.fields().items() if name not in names}

    def numbered(self, number: int) -> Record:
        """Return the record of this number."""
        if number <= self._length and (record := self[number - 1]).seq == number:
            return record
        return self[self._places[number]]

    @cached_property
    def _places(self) -> dict[int, int]:
        """Positions by number, for a ledger that lacks records."""
        return {record.seq: at for at, record in enumerate(islice(self._records, self._length))}

    def _redacted(self, record: Record) -> Record:
        names = self._left_out.get(record.seq)
        return blacken(record, frozenset(names)) if names else record


class Withheld(NamedTuple):
    """What of the ledger stays here."""

    left_out: dict[int, tuple[str, ...]]
    """Names of the withheld fields by record; records of which nothing is withheld are left out."""
    of_the_case: dict[ObjectRef, frozenset[str]]
    """The same by object, entries and their checklists left out; the rules are the same for all records of one."""
    times: Counter[int]
    """Number of records with withheld fields by object, as the hash of its reference."""
    telling: bytearray
    """Of each record, whether anything leaves but `ALWAYS`."""


def withheld(records: Iterable[Record], choice: HandoverChoice, reached: Reached) -> Withheld:
    """Find what is withheld, by the rules of the choice and by what leaves with it; reads every record."""
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}
    found = Withheld({}, {}, Counter(), bytearray())
    for record in records:
        said = record.fields()
        names = _names(said, choice, reached)
        found.telling.append(not said.keys() <= ALWAYS.union(names))
        if not names:
            continue
        about = ref_of(said)
        found.left_out[record.seq] = shared.setdefault(names, names)
        found.times[hash(about)] += 1
        if about and said.get("action") not in _OF_ENTRIES:
            found.of_the_case[about] = found.of_the_case.get(about, frozenset()) | frozenset(names)
    return found


def _names(said: Mapping[str, object], choice: HandoverChoice, reached: Reached) -> tuple[str, ...]:
    staying = _staying(said, choice, reached)
    if staying is None:
        return tuple(sorted(said.keys() - ALWAYS))
    names = (staying | _taken_out(said, choice)) & said.keys()
    if names and not said.keys() - names - _POINTERS:
        # The reason of a change in nothing but what stays would tell of it.
        names |= {"reason"} & said.keys()
    return tuple(sorted(names))


def _staying(said: Mapping[str, object], choice: HandoverChoice, reached: Reached) -> frozenset[str] | None:
    """Return the names of the withheld fields; None for all but those that every record keeps."""
    action = str(said.get("action", ""))
    subject = action.partition(".")[0]
    if action in _OF_ENTRIES:
        if not reached.holds("entry", said.get("entry")):
            return None
        return _kept(_ITEM, choice) if action == Action.ITEM_MARKED else _of_entry(said, choice)
    if action in _PROOF:
        return _kept(_OF_THE_LOG, choice)
    known: Mapping[str, Callable[[], frozenset[str]]] = {
        "exhibit": lambda: _of_exhibit(said, choice, reached),
        "movement": lambda: _kept(_MOVEMENT, choice),
        "person": lambda: _of_person(said.get("person"), choice, reached),
        "report": lambda: _kept(_REPORT, choice),
        "order": lambda: _kept(_REPORT, choice),
        "event": lambda: _kept(_REPORT, choice),
        "step": lambda: _kept(_ITEM, choice),
    }
    if subject in known:
        return known[subject]() if reached.holds(subject, said.get(subject)) else None
    return frozenset() if choice.to is For.OWN else None


def _of_entry(said: Mapping[str, object], choice: HandoverChoice) -> frozenset[str]:
    taken_from = said.get("taken_from")
    through = taken_from.get("through") if isinstance(taken_from, dict) else None
    others = any(not one.get("same") for one in through or () if isinstance(one, dict))
    return _kept(_ENTRY, choice) | (_kept(_OF_ANOTHER, choice) if others else frozenset())


def _of_exhibit(said: Mapping[str, object], choice: HandoverChoice, reached: Reached) -> frozenset[str]:
    names = _kept(_EXHIBIT, choice) | frozenset(_pointing_at_what_stays(said, reached))
    return names | _kept(_OF_THE_LOG, choice) if said.get("action") == Action.EXHIBIT_ERASED else names


def _pointing_at_what_stays(said: Mapping[str, object], reached: Reached) -> Iterator[str]:
    """Yield the names of the fields that link an exhibit to an object that does not leave."""
    for name in ("entry", "report", "order", "movement", "person", "step"):
        to = said.get(name)
        if isinstance(to, int | str) and to and not reached.may_name(name, to):
            yield from (name, "item") if name == "entry" else (name,)


def _of_person(number: object, choice: HandoverChoice, reached: Reached) -> frozenset[str]:
    person = reached.people[number] if isinstance(number, int) else None
    return _kept(_STALKER if person and person.role is Role.STALKER else _PERSON, choice)


def _taken_out(said: Mapping[str, object], choice: HandoverChoice) -> frozenset[str]:
    """Return the names of the fields that were excluded by hand from the object of a record."""
    about = ref_of(said) if choice.without else None
    return frozenset(one.field for one in choice.without if one.thing == about and can_be_excluded(one))


def _kept(rules: Mapping[Stays, frozenset[str]], choice: HandoverChoice) -> frozenset[str]:
    return frozenset().union(*(names for what, names in rules.items() if choice.keeps(what)))

"""Erasing on purpose: gone from every version, a stub stays, the chain holds, older copies are named."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.base.errors import Refused
from journal.domain.ledger.chain import FaultKind, all_faults
from journal.domain.ledger.record import Record, seal
from journal.domain.state.erasable import ErasableField, Subject, choices, handed_with, holding, stubs
from journal.domain.state.erasing import FieldRef, declaration, elsewhere, erased, require_erasable, still_holding
from journal.domain.state.state import State
from tests.domain.ledgers import BEGAN, a_ledger, head, lines

ADDRESS = "12 Invented Lane"
ENTRY, RINGS, SOMEBODY = Subject("entry", 1), Subject("entry", 1, "rings"), Subject("person", 1)
LEDGER = a_ledger(
    {"action": "entry.recorded", "entry": 1, "kind": "sms", "account": "It rang.", "place": ADDRESS},
    {"action": "entry.recorded", "entry": 2, "kind": "sms", "account": f"Stood at {ADDRESS.upper()}.", "place": "park"},
    {"action": "entry.amended", "entry": 1, "reason": f"Not {ADDRESS}.", "place": f"{ADDRESS}, door 2"},
    {"action": "item.marked", "entry": 1, "item": "rings", "state": "done", "note": ADDRESS},
    {"action": "person.added", "person": 1, "name": ADDRESS, "role": "witness"},
    {"action": "backup.made", "name": "2026-11-20-a.json", "at_record": 1, "head": "00"},
    {"action": "backup.made", "name": "2026-11-21-a.json", "at_record": 4, "head": "00"},
    {"action": "person.amended", "person": 1, "note": "neighbour"},
)


def after(places: tuple[FieldRef, ...]) -> list[Record]:
    """The ledger after these places were erased and that was declared."""
    records = erased(LEDGER, places)
    act = {"action": "field.erased", **declaration(places)}
    last = seal(len(records) + 1, act, recorded_at=BEGAN, previous=records[-1].digest, salts=lambda: bytes(16))
    return [*records, last]


def of(records: list[Record], thing: Subject, name: str) -> tuple[FieldRef, ...]:
    """Where a field of a thing stands; of what is said only once, the first."""
    return next(one.places for one in choices(records, thing) if one.name == name)


def holds_everywhere(records: list[Record]) -> bool:
    return all_faults(lines(records), head(records)) == []


def test_every_version_loses_the_field_and_the_chain_holds() -> None:
    places = of(LEDGER, ENTRY, "place")

    records = after(places)

    state = State(records)
    assert places == (FieldRef(2, "place"), FieldRef(4, "place"))
    assert holds_everywhere(records)
    assert state.entries[1].entry.place == ""
    assert state.entries[1].erased == ("place",)
    assert [record.digest for record in records[:-1]] == [record.digest for record in LEDGER]
    assert ADDRESS.encode() not in msgspec.json.encode(records[1])


def test_without_the_declaration_the_missing_field_is_a_fault() -> None:
    records = erased(LEDGER, of(LEDGER, ENTRY, "place"))

    found = all_faults(lines(records), head(records))

    assert [(fault.record, fault.kind) for fault in found] == [(2, FaultKind.BLACKENED), (4, FaultKind.BLACKENED)]


def test_where_else_the_words_stand_is_shown_and_left() -> None:
    places = of(LEDGER, ENTRY, "place")

    assert elsewhere(LEDGER, places) == (
        FieldRef(3, "account"),
        FieldRef(4, "reason"),
        FieldRef(5, "note"),
        FieldRef(6, "name"),
    )
    assert ADDRESS in str(after(places)[4].fields())


def test_what_is_an_id_is_neither_found_elsewhere_nor_erased() -> None:
    ledger = a_ledger(
        {"action": "entry.recorded", "entry": 1, "kind": "sms", "account": "police"},
        {"action": "report.added", "report": 1, "receiver": "police", "office": "An Invented Office"},
        {"action": "movement.added", "movement": 1, "exhibit": 1, "receiver": "An Invented, police"},
    )

    assert elsewhere(ledger, [FieldRef(2, "account")]) == (FieldRef(4, "receiver"),)
    assert [one.name for one in choices(ledger, Subject("report", 1))] == ["office"]
    for place in (FieldRef(2, "kind"), FieldRef(3, "receiver")):
        with pytest.raises(Refused, match="cannot be erased"):
            require_erasable(ledger, [place])


def test_a_note_a_reason_and_a_name_can_go_too() -> None:
    places = (
        *of(LEDGER, RINGS, "note"),
        *of(LEDGER, ENTRY, "reason"),
        *of(LEDGER, SOMEBODY, "name"),
    )

    records = after(places)

    state = State(records)
    assert places == (FieldRef(5, "note"), FieldRef(4, "reason"), FieldRef(6, "name"))
    assert holds_everywhere(records)
    assert state.entries[1].marks["rings"].note == ""
    assert (state.people[1].name, state.people[1].note) == ("", "neighbour")
    assert state.entries[1].versions[-1].reason == ""


def test_what_can_be_erased_of_an_entry_are_its_fields_and_each_of_its_reasons() -> None:
    found = [(one.name, one.value) for one in choices(LEDGER, ENTRY)]

    assert found == [
        ("account", "It rang."),
        ("place", f"{ADDRESS}, door 2"),
        ("reason", f"Not {ADDRESS}."),
    ]


def test_an_exhibit_keeps_what_it_is_linked_to_and_the_digest_of_its_file() -> None:
    said = {"exhibit": 1, "file": 1, "sha256": "0" * 64, "title": "A photo", "entry": 1, "item": "rings", "report": 2}
    ledger = a_ledger({"action": "exhibit.added", **said})

    assert [one.name for one in choices(ledger, Subject("exhibit", 1))] == ["title"]


def test_a_step_has_its_note_to_erase_and_another_step_has_nothing() -> None:
    ledger = a_ledger({"action": "step.marked", "step": "said_no", "state": "done", "note": ADDRESS})

    assert choices(ledger, Subject("step", step="said_no")) == (
        ErasableField(Subject("step", step="said_no"), "note", (FieldRef(2, "note"),), ADDRESS),
    )
    assert choices(ledger, Subject("step", step="another")) == ()


def test_where_the_words_stand_elsewhere_the_whole_field_is_named_with_its_earlier_versions() -> None:
    ledger = a_ledger(
        {"action": "entry.recorded", "entry": 1, "kind": "sms", "place": ADDRESS},
        {"action": "entry.recorded", "entry": 2, "kind": "sms", "account": "It rang."},
        {"action": "entry.amended", "entry": 2, "account": f"It rang at {ADDRESS}."},
    )

    (found,) = holding(ledger, elsewhere(ledger, of(ledger, ENTRY, "place")))

    assert (found.thing, found.name) == (Subject("entry", 2), "account")
    assert found.places == (FieldRef(3, "account"), FieldRef(4, "account"))


def test_a_stub_says_when_it_was_declared() -> None:
    records = after(of(LEDGER, ENTRY, "place"))

    assert stubs(records, ENTRY) == {"place": BEGAN}
    assert State(records).entries[1].erased_on == {"place": BEGAN}
    assert stubs(records, SOMEBODY) == {}


def test_copies_from_after_it_was_written_are_named() -> None:
    (still,) = still_holding(LEDGER, 2)

    assert (still.name, still.record) == ("2026-11-21-a.json", 4)
    assert still_holding(LEDGER, 6) == ()


@pytest.mark.parametrize("name", ["action", "entry", "offset"])
def test_what_a_record_is_about_stays(name: str) -> None:
    with pytest.raises(Refused, match="cannot be erased"):
        require_erasable(LEDGER, [FieldRef(2, name)])


def test_what_is_not_there_cannot_be_erased() -> None:
    for places in ([FieldRef(70, "place")], [FieldRef(2, "impact")], []):
        with pytest.raises(Refused, match="nothing to erase"):
            require_erasable(LEDGER, places)


@given(st.dictionaries(st.sampled_from(["account", "place", "impact", "call.rings"]), st.text(min_size=1), min_size=1))
def test_whatever_stood_there_neither_value_nor_salt_stays(fields: dict[str, Any]) -> None:
    ledger = a_ledger({"action": "entry.recorded", "entry": 1, "kind": "sms", **fields})

    for name in fields:
        (record,) = erased(ledger[1:], of(ledger, ENTRY, name))
        assert name not in record.fields()
        assert name not in msgspec.json.decode(record.salts)
        assert record.digest == ledger[1].digest


def test_documents_that_left_with_the_thing_are_named() -> None:
    def handed(name: str, at: int, **chosen: list[int]) -> dict[str, Any]:
        return {"action": "handed.over", "at_record": at, "files": [[name, "0" * 64]], **chosen}

    ledger = [
        *LEDGER,
        *a_ledger(
            handed("before.pdf", 1, entries=[1]), handed("other.pdf", 9, entries=[2]), handed("it.pdf", 9, entries=[1])
        ),
    ]

    found = [one.files for one in handed_with(ledger, choices(LEDGER, ENTRY), 2)]
    of_person = [one.files for one in handed_with(ledger, choices(LEDGER, SOMEBODY), 2)]

    assert found == [("it.pdf",)]
    assert of_person == [("other.pdf",), ("it.pdf",)]

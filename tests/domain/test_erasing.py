"""Erasing on purpose: gone from every version, a stub stays, the chain holds, older copies are named."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.chain import FaultKind, all_faults
from journal.domain.erasing import (
    Place,
    declaration,
    elsewhere,
    erased,
    of_case,
    of_entry,
    of_item,
    of_record,
    still_holding,
)
from journal.domain.errors import Refused
from journal.domain.people import Person
from journal.domain.record import Record, seal
from journal.domain.state import State
from tests.domain.ledgers import BEGAN, a_ledger, head, lines

ADDRESS = "12 Invented Lane"
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


def after(places: tuple[Place, ...]) -> list[Record]:
    """The ledger after these places were erased and that was declared."""
    records = erased(LEDGER, places)
    act = {"action": "field.erased", **declaration(places)}
    last = seal(len(records) + 1, act, recorded_at=BEGAN, previous=records[-1].digest, salts=lambda: bytes(16))
    return [*records, last]


def holds_everywhere(records: list[Record]) -> bool:
    return all_faults(lines(records), head(records)) == []


def test_every_version_loses_the_field_and_the_chain_holds() -> None:
    places = of_entry(LEDGER, 1, "place")

    records = after(places)

    state = State(records)
    assert places == (Place(2, "place"), Place(4, "place"))
    assert holds_everywhere(records)
    assert state.entries[1].entry.place == ""
    assert state.entries[1].erased == ("place",)
    assert [record.digest for record in records[:-1]] == [record.digest for record in LEDGER]
    assert ADDRESS.encode() not in msgspec.json.encode(records[1])


def test_without_the_declaration_the_missing_field_is_a_fault() -> None:
    records = erased(LEDGER, of_entry(LEDGER, 1, "place"))

    found = all_faults(lines(records), head(records))

    assert [(fault.record, fault.kind) for fault in found] == [(2, FaultKind.BLACKENED), (4, FaultKind.BLACKENED)]


def test_where_else_the_words_stand_is_shown_and_left() -> None:
    places = of_entry(LEDGER, 1, "place")

    assert elsewhere(LEDGER, places) == (
        Place(3, "account"),
        Place(4, "reason"),
        Place(5, "note"),
        Place(6, "name"),
    )
    assert ADDRESS in str(after(places)[4].fields())


def test_only_words_are_looked_for_elsewhere_and_no_ids() -> None:
    assert elsewhere(LEDGER, of_entry(LEDGER, 1, "kind")) == ()


def test_a_note_a_reason_and_a_name_can_go_too() -> None:
    places = (
        *of_item(LEDGER, 1, "rings", "note"),
        *of_record(LEDGER, 4, "reason"),
        *of_case(LEDGER, Person, 1, "name"),
    )

    records = after(places)

    state = State(records)
    assert places == (Place(5, "note"), Place(4, "reason"), Place(6, "name"))
    assert holds_everywhere(records)
    assert state.entries[1].marks["rings"].note == ""
    assert (state.people[1].name, state.people[1].note) == ("", "neighbour")
    assert state.entries[1].versions[-1].reason == ""


def test_copies_from_after_it_was_written_are_named() -> None:
    (still,) = still_holding(LEDGER, of_entry(LEDGER, 1, "place"))

    assert (still.name, still.record) == ("2026-11-21-a.json", 4)
    assert still_holding(LEDGER, of_case(LEDGER, Person, 1, "name")) == ()


@pytest.mark.parametrize("name", ["action", "entry", "offset"])
def test_what_a_record_is_about_stays(name: str) -> None:
    with pytest.raises(Refused, match="cannot be erased"):
        of_entry(LEDGER, 1, name)


def test_what_is_not_there_cannot_be_erased() -> None:
    for entry, name in ((7, "place"), (1, "impact")):
        with pytest.raises(Refused, match="nothing to erase"):
            of_entry(LEDGER, entry, name)
    with pytest.raises(Refused, match="cannot be erased"):
        of_case(LEDGER, Person, 1, "person")


@given(st.dictionaries(st.sampled_from(["account", "place", "impact", "call.rings"]), st.text(min_size=1), min_size=1))
def test_whatever_stood_there_neither_value_nor_salt_stays(fields: dict[str, Any]) -> None:
    ledger = a_ledger({"action": "entry.recorded", "entry": 1, "kind": "sms", **fields})

    for name in fields:
        (record,) = erased(ledger[1:], of_entry(ledger, 1, name))
        assert name not in record.fields()
        assert name not in msgspec.json.decode(record.salts)
        assert record.digest == ledger[1].digest

"""The present state is reduced from the records, and nothing that stands in a file can make that fail unsaid."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.case.people import Person, Role
from journal.domain.evidence.checklist import ItemState
from journal.domain.state.state import Impossible, State
from tests.domain.ledgers import a_ledger, calls
from tests.domain.values import FIELDS, VALUES
from tests.truth.drawn_times import moments

SOMEBODY: dict[str, Any] = {"action": "person.added", "person": 1, "name": "An Invented", "note": "sister"}
MARK: dict[str, Any] = {"action": "item.marked", "entry": 1, "item": "rings", "state": "done"}
ACTS = [*calls(1), SOMEBODY, MARK, {"action": "entry.amended", "entry": 1, "place": "x"}]


def test_entries_people_and_marks_are_found_under_their_numbers() -> None:
    state = State(a_ledger(*calls(2), SOMEBODY, MARK))

    assert state.journal_id == "00ff"
    assert [state.entries[number].entry.account for number in (1, 2)] == ["It rang 1 times.", "It rang 2 times."]
    assert state.people[1].name == "An Invented"
    assert state.entries[1].marks["rings"].state is ItemState.DONE
    assert (state.next_entry, state.of(Person).next) == (3, 2)


def test_what_is_said_later_of_a_person_holds_and_the_rest_stays() -> None:
    state = State(
        a_ledger(
            SOMEBODY,
            {"action": "person.amended", "person": 1, "role": "family"},
            {"action": "person.amended", "person": 1, "note": None},
        )
    )

    assert (state.people[1].name, state.people[1].role, state.people[1].note) == ("An Invented", Role.FAMILY, "")


def test_an_act_that_only_another_version_knows_changes_nothing() -> None:
    state = State(a_ledger(*calls(1), {"action": "moon.observed", "entry": 1, "account": "Full."}))

    assert state.entries[1].entry.account == "It rang 1 times."


def test_entries_come_in_the_order_of_happening_and_not_of_writing() -> None:
    def at(number: int, start: str, offset: str = "+01:00") -> dict[str, Any]:
        return {
            "action": "entry.recorded",
            "entry": number,
            "happened": {"certainty": "exact", "start": start, "offset": offset},
        }

    state = State(
        a_ledger(
            at(1, "2026-11-02T10:00"),
            at(2, "2026-10-25T02:30", "+01:00"),
            at(3, "2026-10-25T02:30", "+02:00"),
            at(4, "2026-11-02T09:59"),
            {"action": "entry.recorded", "entry": 5, "offset": "+01:00"},
        )
    )

    assert [history.number for history in state.chronological()] == [3, 2, 4, 1, 5]


@pytest.mark.parametrize(
    "act",
    [
        {"action": "entry.amended", "entry": 9, "place": "x"},
        {"action": "entry.withdrawn", "entry": 9},
        {"action": "entry.recorded"},
        {"action": "entry.recorded", "entry": 1},
        {"action": "entry.recorded", "entry": -1},
        {"action": "entry.recorded", "entry": "2"},
        {"action": "entry.recorded", "entry": 2, "happened": {"certainty": "exact", "start": "yesterday"}},
        {"action": "entry.recorded", "entry": 2, "happened": {"certainty": "exact", "start": "2026-13-01"}},
        {"action": "entry.recorded", "entry": 2, "happened": {"certainty": "surely"}},
        {"action": "entry.recorded", "entry": 2, "happened": {"certainty": "day", "start": "2026-W47-6"}},
        {"action": "entry.recorded", "entry": 2, "happened": {"certainty": "day", "start": "9999-12-31"}},
        {"action": "entry.recorded", "entry": 2, "happened": {"certainty": "exact", "start": "2026-11-21T22:14+01:00"}},
        {"action": "entry.recorded", "entry": 2, "happened": {"certainty": "unknown", "offset": "+1:00"}},
        {"action": "entry.recorded", "entry": 2, "offset": "+99:99"},
        {"action": "entry.recorded", "entry": 2, "offset": "Brussels"},
        {"action": "item.marked", "entry": 9, "item": "rings", "state": "done"},
        {"action": "item.marked", "entry": 1, "item": 5, "state": "done"},
        {"action": "item.marked", "entry": 1, "item": "rings", "state": "perhaps"},
        {"action": "item.marked", "entry": [1], "item": "rings", "state": "done"},
        {"action": "person.amended", "person": 9, "name": "x"},
        {"action": "person.added", "person": 1, "name": "x"},
        {"action": "person.added", "person": 2},
        {"action": "person.added", "person": 0, "name": "x"},
        {"action": 5},
    ],
)
def test_what_cannot_be_is_said_and_leaves_the_state_as_it_was(act: dict[str, Any]) -> None:
    records = a_ledger(*calls(1), SOMEBODY, act)
    state = State(records[:-1])

    with pytest.raises(Impossible, match=r".+"):
        state.apply(records[-1])

    assert len(state.entries[1].versions) == 1
    assert list(state.entries) == list(state.people) == [1]
    assert state.entries[1].marks == {}


def test_records_that_cannot_be_understood_are_passed_over_and_named() -> None:
    records = a_ledger(*calls(1), {"action": "entry.recorded"}, {"action": "entry.amended", "entry": 1, "place": "x"})
    state = State()

    passed_over = state.apply_all(records)

    assert [record.seq for record in passed_over] == [3]
    assert state.entries[1].entry.place == "x"


@given(act=st.sampled_from(ACTS), name=st.sampled_from(["action", "entry", "person", "place", "state"]), value=VALUES)
def test_no_value_in_any_field_makes_reading_fail_unsaid(act: dict[str, Any], name: str, value: Any) -> None:
    state = State()

    state.apply_all(a_ledger(*ACTS, {**act, name: value}))

    for history in state.chronological():
        assert history.listed_on == date.fromisoformat(history.listed_on).isoformat()
        assert history.versions
        assert history.checklist


@given(FIELDS)
def test_no_body_makes_reading_fail_unsaid(fields: dict[str, Any]) -> None:
    state = State()

    state.apply_all(a_ledger(*ACTS, {"action": "entry.recorded", "entry": 2} | fields))

    assert all(history.entry is not None for history in state.entries.values())


@given(st.lists(st.tuples(st.integers(1, 4), moments()), max_size=8))
def test_an_order_that_was_asked_for_is_kept_as_entries_come_and_their_times_change(
    told: list[tuple[int, dict[str, Any]]],
) -> None:
    known: set[int] = set()
    acts: list[dict[str, Any]] = []
    for number, happened in told:
        acts.append({"action": f"entry.{'amended' if number in known else 'recorded'}", "entry": number})
        acts[-1]["happened"] = happened
        known.add(number)
    records, state = a_ledger(*acts), State()

    for at, record in enumerate(records, start=1):
        state.apply(record)
        fresh = State(records[:at])

        for kept, sorted_anew in ((state.chronological(), fresh.chronological()), (state.listed(), fresh.listed())):
            assert [one.number for one in kept] == [one.number for one in sorted_anew]

"""Undoing adds a correction that puts back what stood there before, however often it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.state.state import State
from journal.domain.state.undoing import inverse, to_undo
from tests.domain.ledgers import a_ledger

if TYPE_CHECKING:
    from journal.domain.ledger.record import Record

CALL: dict[str, Any] = {"action": "entry.recorded", "entry": 1, "kind": "call_missed", "account": "It rang."}


def amended(**fields: Any) -> dict[str, Any]:
    return {"action": "entry.amended", "entry": 1, **fields}


def marked(state: str, **fields: Any) -> dict[str, Any]:
    return {"action": "item.marked", "entry": 1, "item": "rings", "state": state, **fields}


def somebody(action: str, **fields: Any) -> dict[str, Any]:
    return {"action": f"person.{action}", "person": 1, **fields}


def undone(*acts: dict[str, Any], times: int = 1) -> tuple[list[Record], State]:
    """The ledger of these acts after so many undoings."""
    done = list(acts)
    for _ in range(times):
        records = a_ledger(*done)
        state = State(records)
        record = to_undo(records, state)[0]
        act, subject, fields = inverse(record, state)
        about = "person" if act.startswith("person.") else "entry"
        done.append({"action": act.value, about: subject, "undoes": record.seq, **fields})
    return a_ledger(*done), State(a_ledger(*done))


def test_a_recorded_entry_is_withdrawn_and_keeps_its_words() -> None:
    _, state = undone(CALL)

    assert state.entries[1].withdrawn
    assert state.entries[1].entry.account == "It rang."


def test_an_amendment_is_put_back_with_what_it_emptied_and_what_it_added() -> None:
    _, state = undone(CALL, amended(account=None, place="at home", kind="call_silent"))

    entry = state.entries[1].entry
    assert (entry.account, entry.place, entry.kind) == ("It rang.", "", "call_missed")
    assert len(state.entries[1].versions) == 3


def test_undoing_again_goes_one_step_further_back() -> None:
    steps = (CALL, amended(account="It rang twice."), amended(account="It rang three times."))

    accounts = [undone(*steps, times=times)[1].entries[1].entry.account for times in (1, 2)]

    assert accounts == ["It rang twice.", "It rang."]
    assert undone(*steps, times=3)[1].entries[1].withdrawn


def test_a_withdrawal_is_undone_by_reinstating() -> None:
    _, state = undone(CALL, {"action": "entry.withdrawn", "entry": 1})

    assert not state.entries[1].withdrawn


def test_a_reinstatement_is_undone_by_withdrawing() -> None:
    _, state = undone(CALL, {"action": "entry.withdrawn", "entry": 1}, {"action": "entry.reinstated", "entry": 1})

    assert state.entries[1].withdrawn


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (1, Mark(state=ItemState.DONE, note="nine", on="2026-11-21")),
        (2, Mark()),
    ],
)
def test_a_mark_goes_back_to_what_was_said_before_that_very_mark(times: int, expected: Mark) -> None:
    _, state = undone(
        CALL, marked("done", note="nine", on="2026-11-21"), marked("does_not_apply", note="no rings"), times=times
    )

    assert state.entries[1].marks["rings"] == expected


def test_a_person_added_is_withdrawn_and_still_named() -> None:
    _, state = undone(somebody("added", name="An Invented"))

    assert state.people[1].withdrawn
    assert state.people[1].name == "An Invented"


@pytest.mark.parametrize(("times", "note"), [(1, "sister"), (2, "")])
def test_what_was_said_of_a_person_goes_back_step_by_step(times: int, note: str) -> None:
    _, state = undone(
        somebody("added", name="An Invented"),
        somebody("amended", note="sister"),
        somebody("amended", note="cousin", role="family"),
        times=times,
    )

    assert state.people[1].note == note
    assert state.people[1].role == "witness"
    assert not state.people[1].withdrawn


def test_a_person_withdrawn_belongs_to_the_case_again() -> None:
    _, state = undone(somebody("added", name="An Invented"), somebody("withdrawn"))

    assert not state.people[1].withdrawn


def test_the_beginning_of_the_journal_cannot_be_undone() -> None:
    records = a_ledger()

    assert not to_undo(records, State(records))


def test_an_undoing_is_not_undone_by_undoing() -> None:
    records, state = undone(CALL)

    assert not to_undo(records, state)


def test_an_act_that_only_another_version_knows_is_passed_over() -> None:
    records = a_ledger(CALL, {"action": "moon.observed"})

    record = to_undo(records, State(records))[0]

    assert record.seq == 2

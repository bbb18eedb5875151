"""An entry through time: nothing that it ever said is lost, and what counts is what it says now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.ledger.actions import Action
from journal.domain.state.state import State
from tests.domain.ledgers import a_ledger

if TYPE_CHECKING:
    from journal.domain.entry.history import History

CALL: dict[str, Any] = {
    "action": "entry.recorded",
    "entry": 1,
    "kind": "call_missed",
    "account": "It rang.",
    "times": 3,
    "call.rings": 9,
    "offset": "+01:00",
}


def a_history(*later: dict[str, Any], first: dict[str, Any] = CALL) -> History:
    return State(a_ledger(first, *({"entry": 1, **act} for act in later))).entries[1]


def test_every_version_stays_readable_with_what_it_changed_and_why() -> None:
    history = a_history(
        {"action": "entry.amended", "account": "It rang often.", "call.rings": None, "reason": "Counted again."},
        {"action": "entry.withdrawn", "reason": "By mistake."},
    )

    first, second, third = history.versions

    assert (first.entry.account, first.entry.details) == ("It rang.", {"call.rings": 9})
    assert (second.entry.account, second.entry.details) == ("It rang often.", {})
    assert second.changed == ("account", "call.rings")
    assert (second.reason, third.reason) == ("Counted again.", "By mistake.")
    assert third.act is Action.ENTRY_WITHDRAWN
    assert third.entry == second.entry


def test_a_new_record_shows_in_the_versions_at_once() -> None:
    records = a_ledger(CALL, {"action": "entry.amended", "entry": 1, "account": "It rang often."})
    state = State(records[:2])
    assert state.entries[1].entry.account == "It rang."

    state.apply(records[2])

    assert state.entries[1].entry.account == "It rang often."
    assert state.entries[1].amended


def test_acts_are_counted_until_the_entry_is_withdrawn_and_again_when_it_is_reinstated() -> None:
    withdrawn, reinstated = {"action": "entry.withdrawn"}, {"action": "entry.reinstated"}

    assert a_history().acts == 3
    assert a_history(withdrawn).acts == 0
    assert a_history(withdrawn, reinstated).acts == 3


def test_how_many_times_goes_back_to_one_when_it_is_emptied() -> None:
    assert a_history({"action": "entry.amended", "times": None}).entry.times == 1


def test_an_entry_of_an_unknown_time_stands_under_the_local_day_of_its_writing() -> None:
    late = {**CALL, "offset": "+11:00"}

    assert a_history().listed_on == "2026-11-21"
    assert a_history(first=late).listed_on == "2026-11-22"


def test_a_time_that_is_none_is_left_out_and_the_rest_is_shown() -> None:
    until = {"certainty": "exact", "start": "2026-11-21T29:99"}

    history = a_history({"action": "entry.amended", "until": until, "place": "at home"})

    assert (history.entry.until, history.entry.place) == (None, "at home")


def test_a_value_that_only_another_version_knows_is_left_out_and_the_rest_is_shown() -> None:
    history = a_history({"action": "entry.amended", "identified_by": "gait", "place": "at home", "reason": 5})

    assert history.entry.identified_by is None
    assert (history.entry.place, history.entry.account) == ("at home", "It rang.")
    assert history.versions[-1].reason == "5"


def test_marks_keep_everything_that_was_said_of_an_item() -> None:
    def mark(state: str) -> dict[str, Any]:
        return {"action": "item.marked", "item": "rings", "state": state}

    history = a_history(mark("done"), mark("to_do"), mark("does_not_apply"))

    assert [said.state.value for said in history.marked["rings"].values()] == ["done", "to_do", "does_not_apply"]
    assert history.marks["rings"].state == "does_not_apply"

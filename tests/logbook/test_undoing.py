"""Undo and redo of a whole journal: saves go back and come again one by one, as in a list of them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from journal.domain.base.errors import Refused
from journal.domain.case.people import Person
from journal.domain.case.report import Report
from journal.domain.case.steps import StepMark
from journal.domain.entry.labels import DONE_AGAIN, UNDONE
from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.evidence.custody import Movement
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.state.state import State
from journal.domain.state.undoing import why
from tests.ui.builders import Clock, a_logbook, an_entry, salts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journal.logbook import Logbook


def rename(logbook: Logbook) -> object:
    return logbook.case.amend(Person(number=1, name=f"Named after {len(logbook._ledger.records)} records"))


def hand_over(logbook: Logbook) -> object:
    return logbook.case.hand_over(Report(number=0, handed_over=(1,)), [Movement(number=0, exhibit=1)])


DONE = Mark(state=ItemState.DONE, on="2026-11-21", note="nine")
ACTS: dict[str, Callable[[Logbook], object]] = {
    "record": lambda logbook: logbook.record(an_entry("One more.")),
    "amend": lambda logbook: logbook.amend(1, an_entry(f"Said {logbook.last}"), "remembered"),
    "withdraw": lambda logbook: logbook.withdraw(1, "twice"),
    "reinstate": lambda logbook: logbook.reinstate(1, "after all"),
    "mark": lambda logbook: logbook.mark(1, "rings_counted", DONE),
    "step": lambda logbook: logbook.case.mark_step("said_no", StepMark(state=ItemState.DONE)),
    "person": lambda logbook: logbook.case.add(Person(number=0, name="An Invented Neighbour")),
    "other name": rename,
    "no longer": lambda logbook: logbook.case.withdraw(Person, 1),
    "link": lambda logbook: logbook.exhibits.link(1, Target(entry=1)),
    "report": hand_over,
}


def standing(logbook: Logbook) -> object:
    """What counts: an entry that is withdrawn, a mark that says nothing, and one never made are the same."""
    state = logbook.state
    entries = [(one.number, one.entry, one.marks) for one in state.entries.values() if not one.withdrawn]
    return (
        [
            (number, entry, {item: mark for item, mark in marks.items() if mark != Mark()})
            for number, entry, marks in entries
        ],
        {sort: list(register.standing) for sort, register in state.registers.items()},
        state.people.get(1),
        {number: set(targets) for number, targets in state.links.items()},
        {step: mark for step, mark in state.steps.items() if mark != StepMark()},
    )


def begun(folder: Path) -> Logbook:
    logbook = a_logbook(folder, an_entry("The first."))
    logbook.exhibits.add(Exhibit(number=0, title="A ring"))
    return logbook


@given(
    names=some.lists(some.sampled_from(sorted(ACTS)), max_size=5),
    steps=some.lists(some.sampled_from(["undo", "redo"]), max_size=14),
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undo_and_redo_go_to_and_fro_between_the_saves(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], steps: list[str]
) -> None:
    logbook = begun(tmp_path_factory.mktemp("undo"))
    seen = [standing(logbook)]
    for name in names:
        with suppress(Refused):
            if ACTS[name](logbook):
                seen.append(standing(logbook))
    at = len(seen) - 1

    for step in steps:
        at = at - 1 if step == "undo" else at + 1
        if not 0 <= at < len(seen):
            break
        logbook.undo() if step == "undo" else logbook.undoing.redo()

        assert standing(logbook) == seen[at]
        assert standing(logbook) == standing_of_records(logbook)
    logbook.close()


def standing_of_records(logbook: Logbook) -> object:
    """What the file says when it is read anew."""
    from journal.logbook import Logbook as Book

    return standing(Book(logbook.path, clock=Clock(), salts=salts, read_only=True))


def test_what_was_saved_together_is_undone_and_done_again_together(tmp_path: Path) -> None:
    logbook = begun(tmp_path)
    ACTS["report"](logbook)
    before = len(logbook.state.of(Movement).standing)

    undone = logbook.undo()
    assert undone.count == 2
    assert not logbook.state.of(Report).standing
    assert not logbook.state.of(Movement).standing

    assert logbook.undoing.redo().count == 2
    assert len(logbook.state.of(Movement).standing) == before == 1
    assert len(logbook.state.of(Report).standing) == 1


def test_what_is_recorded_after_an_undo_ends_the_redo(tmp_path: Path) -> None:
    logbook = begun(tmp_path)
    logbook.withdraw(1, "twice")
    logbook.undo()
    logbook.record(an_entry("Something else."))

    with pytest.raises(Refused, match="nothing to do again"):
        logbook.undoing.redo()


def test_a_reason_comes_again_with_what_was_done_for_it(tmp_path: Path) -> None:
    logbook = begun(tmp_path)
    logbook.withdraw(1, "entered twice")
    logbook.undo()
    logbook.undoing.redo()

    assert logbook.state.entries[1].withdrawn
    assert logbook.state.entries[1].versions[-1].reason == "entered twice"


def test_an_undo_takes_over_no_reason_of_what_it_undoes(tmp_path: Path) -> None:
    logbook = begun(tmp_path)
    logbook.amend(1, an_entry("It rang twice."), "second call remembered")
    logbook.undo()
    undone = logbook.state.entries[1].versions[-1].reason
    logbook.undoing.redo()

    assert undone == ""
    assert logbook.state.entries[1].versions[-1].reason == "second call remembered"


def test_what_was_undone_and_done_again_is_told_apart_from_what_a_person_did(tmp_path: Path) -> None:
    logbook = begun(tmp_path)
    logbook.withdraw(1, "entered twice")
    logbook.undo()
    logbook.undoing.redo()
    logbook.undo()

    history = logbook.state.entries[1]
    assert [why(record, history) for record in history.records] == ["", "", UNDONE, DONE_AGAIN, UNDONE]


def test_an_older_session_and_another_thing_are_told_from_what_was_done_just_now(tmp_path: Path) -> None:
    begun(tmp_path).close()
    logbook = a_logbook(tmp_path)
    older = logbook.undoing.next
    assert older
    assert older.walks_on

    logbook.record(an_entry("Just now."))
    logbook.amend(2, an_entry("Just now, said better."), "")
    asked = []
    for _time in range(2):
        following = logbook.undoing.next
        assert following
        asked.append(following.walks_on)
        logbook.undo()

    assert asked == [False, False]
    last = logbook.undoing.next
    assert last
    assert last.walks_on


def test_a_version_before_this_one_reads_a_redo_as_what_it_says(tmp_path: Path) -> None:
    logbook = begun(tmp_path)
    logbook.amend(1, an_entry("Said better."), "remembered")
    logbook.undo()
    logbook.undoing.redo()

    assert State(logbook._ledger.records).entries[1].entry.account == "Said better."

"""The case through the logbook: reports, orders, movements, steps are records, amended, taken back and undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.domain.base.errors import Refused
from journal.domain.case.order import Order
from journal.domain.case.report import Receiver, Report
from journal.domain.case.steps import StepMark
from journal.domain.evidence.checklist import ItemState
from journal.domain.evidence.custody import Custodian, Movement
from journal.domain.evidence.exhibit import Exhibit
from tests.store.journals import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path


def test_a_report_is_kept_amended_and_put_back(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    entry = logbook.record(an_entry()).subject
    logbook.case.add(Report(number=0, receiver=Receiver.POLICE, reference="AN.00.000001/2026", entries=(entry,)))

    logbook.case.amend(replace(logbook.case.standing(Report)[0], reference="", office="Invented station"))

    amended = logbook.case.standing(Report)[0]
    logbook.undo()
    assert (amended.number, amended.reference, amended.office, amended.entries) == (1, "", "Invented station", (entry,))
    assert logbook.case.standing(Report)[0].reference == "AN.00.000001/2026"
    assert logbook.case.standing(Report)[0].office == ""
    logbook.close()


def test_everything_of_the_case_is_there_after_opening_again(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.exhibits.add(Exhibit(number=0, title="A letter", original_place="drawer"))
    logbook.case.add(Movement(number=0, exhibit=1, holder=Custodian.POLICE, place="Invented station", receipt="7"))
    logbook.case.add(Order(number=0, starts="2026-02-03", distance="100 m"))
    logbook.case.mark_step("said_no", StepMark(state=ItemState.DONE, note="registered", on="2026-02-03"))
    logbook.close()

    again = a_logbook(tmp_path / "journal.json")

    assert again.case.standing(Movement)[0].receipt == "7"
    assert again.case.standing(Order)[0].distance == "100 m"
    assert again.state.steps["said_no"].note == "registered"
    assert again.exhibits.standing[0].added_at
    assert again.verify().sound
    again.close()


def test_marking_a_step_replaces_what_was_said_and_undoing_brings_it_back(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.case.mark_step("said_no", StepMark(state=ItemState.DONE, note="by letter"))
    logbook.case.mark_step("said_no", StepMark(state=ItemState.TO_DO))

    logbook.undo()
    back = logbook.state.steps["said_no"]
    logbook.undo()

    assert (back.state, back.note) == (ItemState.DONE, "by letter")
    assert logbook.state.steps["said_no"] == StepMark()
    logbook.close()


def test_what_names_something_unknown_is_refused(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")

    with pytest.raises(Refused, match="no exhibit 4"):
        logbook.case.add(Movement(number=0, exhibit=4))
    with pytest.raises(Refused, match="no entry 9"):
        logbook.case.add(Report(number=0, entries=(9,)))
    with pytest.raises(Refused, match="no person 2"):
        logbook.case.add(Order(number=0, person=2))
    with pytest.raises(Refused, match="no report 1"):
        logbook.case.withdraw(Report, 1)

    assert logbook.last is not None
    assert logbook.last.seq == 1
    logbook.close()


def test_something_withdrawn_no_longer_counts_and_undoing_brings_it_back(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.case.add(Order(number=0, by="Invented court"))

    logbook.case.withdraw(Order, 1, "typed twice")
    gone = logbook.case.standing(Order)
    logbook.undo()

    assert gone == []
    assert logbook.case.standing(Order)[0].by == "Invented court"
    logbook.close()


def test_a_report_and_what_went_with_it_are_saved_at_once_or_not_at_all(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    logbook.exhibits.add(Exhibit(number=0, title="A letter"))
    given = Movement(number=0, exhibit=1, copy=1, holder=Custodian.POLICE, receipt="7")

    saved = logbook.case.hand_over(Report(number=0, handed_over=(1,)), [given, replace(given, copy=2)])
    with pytest.raises(Refused, match="no exhibit 4"):
        logbook.case.hand_over(Report(number=0), [replace(given, exhibit=4)])
    logbook.case.hand_over(replace(logbook.case.standing(Report)[0], office="Invented station"), [])

    assert saved.subject == 1
    assert [(one.number, one.copy) for one in logbook.case.standing(Movement)] == [(1, 1), (2, 2)]
    assert [one.office for one in logbook.case.standing(Report)] == ["Invented station"]
    logbook.close()

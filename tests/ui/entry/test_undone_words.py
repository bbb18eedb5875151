"""What an undo says: which thing it took back, for every act that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.case.order import Order
from journal.domain.case.people import Person
from journal.domain.case.report import Report
from journal.domain.case.steps import StepMark
from journal.domain.evidence.checklist import ItemState
from journal.domain.evidence.custody import Movement
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.state.undoing import UNDOABLE
from journal.ui.entry.undone_words import TOLD, undone_in_words
from tests.ui.builders import a_logbook, an_entry
from tests.ui.case_builders import a_case
from tests.ui.looking import opened, toasts

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.ledger.case_object import Numbered

THINGS = {
    "Exhibit": Exhibit(number=0, title="A ring"),
    "Movement": Movement(number=0, exhibit=1),
    "Report": Report(number=0),
    "Order": Order(number=0, parts=("contact",)),
    "Person": Person(number=0, name="An Invented Neighbour"),
}


def test_there_is_a_sentence_for_every_act_that_can_be_undone_and_for_no_other() -> None:
    assert set(TOLD) == UNDOABLE


@pytest.mark.parametrize("name", THINGS)
def test_what_was_added_changed_or_withdrawn_is_named(tmp_path: Path, name: str) -> None:
    logbook, thing = a_case(tmp_path), THINGS[name]
    sort: type[Numbered] = type(thing)
    number = logbook.case.add(thing).subject

    logbook.case.withdraw(sort, number, "entered twice")
    back = undone_in_words(logbook.undo(), logbook.state)
    taken = undone_in_words(logbook.undo(), logbook.state)

    assert back.startswith(f"Undone: {name.lower()} {number} counts again (record ")
    assert taken.startswith(f"Undone: {name.lower()} {number} is crossed out")


def test_a_link_is_named_with_both_its_ends(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)
    logbook.exhibits.link(1, Target(entry=2))

    taken = logbook.undo()
    logbook.exhibits.unlink(1, Target(entry=1))
    again = logbook.undo()

    said = undone_in_words(taken, logbook.state)
    assert said == f"Undone: exhibit 1 is no longer linked to entry 2, Missed call (record {taken.record})."
    said = undone_in_words(again, logbook.state)
    assert said == f"Undone: exhibit 1 is linked to entry 1, Missed call again (record {again.record})."


def test_a_step_is_named_by_its_label_harmlessly_where_only_a_newer_version_knows_it(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    logbook.case.mark_step("said_no", StepMark(state=ItemState.DONE))
    logbook.case.mark_step("{new}\x1b[2J", StepMark(state=ItemState.DONE))

    newer, known = (undone_in_words(logbook.undo(), logbook.state) for _time in range(2))

    assert newer.startswith("Undone: the mark on the step “{new}")
    assert "\x1b" not in newer
    assert "said" in known.lower()


@pytest.mark.parametrize("keys", [("u",), ("c", "u")], ids=str)
async def test_main_screen_and_case_say_the_same_of_it(tmp_path: Path, keys: tuple[str, ...]) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    logbook.case.add(THINGS["Report"])

    async with opened(logbook) as pilot:
        await pilot.press(*keys)

        assert toasts(pilot.app)[-1].startswith("Undone: report 1 is crossed out")

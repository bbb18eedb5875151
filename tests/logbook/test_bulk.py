"""Acts on several entries: one save each, one undo, and nothing said twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import Refused
from journal.domain.case.case_event import CaseEvent
from journal.domain.case.report import Report
from journal.domain.evidence.checklist import UNMARKED, ItemState, Mark
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.ledger.actions import Action
from journal.domain.state.mentions import MentionRole
from journal.logbook import Logbook
from tests.ui.builders import Clock, a_logbook, an_entry, salts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journal.domain.entry.history import History
    from journal.logbook.bulk import SavedTogether

ALL = (1, 2, 3)
DONE = Mark(state=ItemState.DONE, on="2026-11-22")


def four(folder: Path) -> Logbook:
    """Three calls and a letter; a report over the first, an exhibit of the first; the letter is withdrawn."""
    calls = (an_entry("One.", tags=("night",)), an_entry("Two."), an_entry("Three."))
    logbook = a_logbook(folder, *calls, an_entry("Lay there.", kind="letter"))
    logbook.withdraw(4, "a mistake")
    logbook.case.add(Report(number=0, entries=(1,)))
    logbook.bulk.new_event((2, 4), "The night")
    logbook.exhibits.add(Exhibit(number=0, title="call list"), Target(entry=1))
    return logbook


ACTS: dict[str, tuple[Callable[[Logbook], SavedTogether], int]] = {
    "tag": (lambda one: one.bulk.tag([3, 1, 2, 4], ["night"], "tag added"), 2),
    "who did it": (lambda one: one.bulk.name_person(ALL, 1, MentionRole.DID_IT, "heard the voice"), 3),
    "witness": (lambda one: one.bulk.name_person(ALL, 1, MentionRole.WITNESS, "she was there"), 3),
    "report": (lambda one: one.bulk.add_to_report(ALL, 1), 2),
    "event": (lambda one: one.bulk.add_to_event(ALL, 1), 2),
    "exhibit": (lambda one: one.bulk.link_exhibit(ALL, 1), 2),
    "mark": (lambda one: one.bulk.mark((1, 2, 3), _first_item(one), DONE), 3),
    "withdraw": (lambda one: one.bulk.withdraw((1, 2, 3, 4), "logged twice"), 3),
}


def _first_item(logbook: Logbook) -> str:
    return logbook.state.entries[1].checklist[0].item.id


def _marked(history: History) -> dict[str, Mark]:
    return {item: mark for item, mark in history.marks.items() if mark != UNMARKED}


def as_it_stands(logbook: Logbook) -> object:
    """Everything that an act on entries may change."""
    state = logbook.state
    entries = {number: (one.entry, one.withdrawn, _marked(one)) for number, one in state.entries.items()}
    return (
        entries,
        dict(state.of(Report).now),
        dict(state.of(CaseEvent).now),
        {one: {*targets} for one, targets in state.links.items()},
    )


@pytest.mark.parametrize("act", ACTS)
def test_an_act_on_several_entries_is_one_undo_and_one_redo(tmp_path: Path, act: str) -> None:
    logbook = four(tmp_path)
    run, count = ACTS[act]
    before = as_it_stands(logbook)

    assert run(logbook).count == count

    after = as_it_stands(logbook)
    assert after != before
    logbook.undo()
    assert as_it_stands(logbook) == before
    logbook.undoing.redo()
    assert as_it_stands(logbook) == after


@pytest.mark.parametrize("act", ACTS)
def test_what_holds_already_is_not_recorded_again(tmp_path: Path, act: str) -> None:
    logbook = four(tmp_path)
    run, _count = ACTS[act]
    run(logbook)
    last = logbook.last

    with pytest.raises(Refused):
        run(logbook)

    assert logbook.last == last


@pytest.mark.parametrize("act", ACTS)
def test_it_is_the_same_in_the_file(tmp_path: Path, act: str) -> None:
    logbook = four(tmp_path)
    ACTS[act][0](logbook)
    said = as_it_stands(logbook)
    logbook.close()

    again = Logbook(tmp_path / "journal.json", clock=Clock(), salts=salts)

    assert as_it_stands(again) == said
    assert again.verify().sound


def test_withdrawn_entries_stay_as_they_are(tmp_path: Path) -> None:
    logbook = four(tmp_path)

    logbook.bulk.withdraw((1, 4), "logged twice")

    assert len(logbook.state.entries[4].said) == 2
    assert logbook.state.entries[1].withdrawn


def test_a_mark_keeps_the_note_that_is_there(tmp_path: Path) -> None:
    logbook = four(tmp_path)
    item = _first_item(logbook)
    logbook.mark(2, item, Mark(note="asked the neighbour"))

    logbook.bulk.mark((1, 2), item, DONE)

    assert logbook.state.entries[2].marks[item].note == "asked the neighbour"
    assert logbook.state.entries[2].marks[item].state is ItemState.DONE


def test_only_one_record_says_that_a_report_covers_them(tmp_path: Path) -> None:
    logbook = four(tmp_path)
    before = logbook.last

    logbook.bulk.add_to_report(ALL, 1)

    assert before is not None
    assert logbook.last is not None
    assert logbook.last.seq == before.seq + 1
    assert logbook.last.fields()["action"] == Action.REPORT_AMENDED

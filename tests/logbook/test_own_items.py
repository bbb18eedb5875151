"""Items of the person's own through the logbook: recorded, marked, undone, and there after opening again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.evidence.checklist import ChecklistLine, ItemState, Mark
from journal.domain.overview.to_do import to_do
from tests.store.journals import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook


def own_items(logbook: Logbook, entry: int) -> list[ChecklistLine]:
    return [line for line in logbook.state.entries[entry].checklist if line.item.id.startswith("own.")]


def test_an_own_item_keeps_its_words_when_it_is_done_and_after_opening_again(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    entry = logbook.record(an_entry()).subject
    added = Mark(label="ask the baker")
    logbook.mark(entry, "own.1", added)

    logbook.mark(entry, "own.1", replace(added, state=ItemState.DONE, on="2026-11-22"))
    logbook.close()

    again = a_logbook(tmp_path / "journal.json")
    assert [(line.item.label, line.mark.state) for line in own_items(again, entry)] == [("ask the baker", "done")]
    assert again.verify().sound
    again.close()


def test_undoing_takes_an_own_item_off_the_list_and_puts_one_that_was_taken_off_back(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    entry = logbook.record(an_entry()).subject
    logbook.mark(entry, "own.1", Mark(label="ask the baker", note="Tuesday"))
    logbook.mark(entry, "own.1", Mark())
    taken_off = own_items(logbook, entry)

    logbook.undo()
    put_back = own_items(logbook, entry)
    logbook.undo()

    assert taken_off == []
    assert [(line.item.label, line.mark.note) for line in put_back] == [("ask the baker", "Tuesday")]
    assert own_items(logbook, entry) == []
    logbook.close()


def test_what_is_still_to_do_leaves_out_withdrawn_entries_and_holds_own_items(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    standing, withdrawn = logbook.record(an_entry()).subject, logbook.record(an_entry()).subject
    logbook.mark(standing, "own.1", Mark(label="ask the baker"))
    logbook.mark(standing, "rings_counted", Mark(state=ItemState.DONE))
    logbook.withdraw(withdrawn, "a mistake")

    found = [*to_do(logbook.state.chronological())]

    assert [one.history.number for one in found] == [standing]
    assert "own.1" in {item.id for item in found[0].items}
    assert "rings_counted" not in {item.id for item in found[0].items}
    logbook.close()

"""Several entries picked in a real terminal: tagged, put together as an event, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.case_event import CaseEvent
from journal.logbook import Logbook
from journal.store.copies.verification import verify
from tests.end_to_end.terminal import Terminal
from tests.ui.builders import a_logbook, evenings

if TYPE_CHECKING:
    from pathlib import Path

NAME = "The night at the station"


def test_picked_entries_are_tagged_and_one_event_and_u_takes_the_event_back(tmp_path: Path) -> None:
    a_logbook(tmp_path, *evenings(4)).close()
    path = tmp_path / "journal.json"

    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.wait_for("Evening 4", "4 acts in all")
        terminal.press("f4")
        terminal.wait_for("1 picked")
        terminal.press("down", "ctrl+t")
        terminal.wait_for("3 picked")
        terminal.press("f2")
        terminal.wait_for("3 picked entries", "Add a tag")
        terminal.press("enter")
        terminal.wait_for("Which tag?")
        terminal.press("night", "enter")
        terminal.wait_for("3 entries changed")
        terminal.press("f2")
        terminal.wait_for("Put them together as an event")
        terminal.press("down", "down", "down", "enter")
        terminal.wait_for("Which name should the event have?")
        terminal.press(NAME, "enter")
        terminal.wait_for("3 entries changed")
        terminal.press("5")
        terminal.wait_for("Events 1", NAME)
        terminal.press("u")
        terminal.wait_for("Events 0")
        terminal.press("ctrl+q")
        terminal.wait_for_end()

    assert verify(path).sound
    logbook = Logbook(path, read_only=True)
    assert [one.tags for one in logbook.state.entries.values()] == [(), *[("night",)] * 3]
    assert [(one.name, one.withdrawn) for one in logbook.state.of(CaseEvent).now.values()] == [(NAME, True)]
    logbook.close()

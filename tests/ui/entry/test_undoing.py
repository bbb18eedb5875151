"""Undo and redo on the screen: what goes back is said before it is another thing, and why stands in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.ui.dialogs.dialog import Confirm
from tests.ui.builders import a_logbook, an_entry
from tests.ui.case_builders import a_case
from tests.ui.looking import line_with, main_screen, opened, text, toasts

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_second_undo_of_another_thing_says_first_what_it_would_take_back(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    async with opened(logbook) as pilot:
        await pilot.press("plus", "u", "u")
        assert isinstance(pilot.app.screen, Confirm)
        assert "Undo this too?" in text(pilot.app)
        assert "The step “" in text(pilot.app)
        assert "was ticked or" in text(pilot.app)

        await pilot.press("escape")
        assert logbook.state.steps["said_no"].on
        await pilot.press("u", "f2")
        assert not logbook.state.steps["said_no"].on


async def test_what_an_earlier_session_recorded_is_not_undone_unasked(tmp_path: Path) -> None:
    a_logbook(tmp_path, an_entry("It rang.")).close()
    logbook = a_logbook(tmp_path)

    async with opened(logbook) as pilot:
        await pilot.press("u")
        assert "Entry 1 (21 Nov 2026 22:14 · Missed call) was recorded." in text(pilot.app)
        assert not logbook.state.entries[1].withdrawn

        await pilot.press("f2")
        assert logbook.state.entries[1].withdrawn


@pytest.mark.parametrize("key", ["U", "ctrl+y"])
async def test_an_undo_is_taken_back_by_a_redo_which_says_what_is_there_again(tmp_path: Path, key: str) -> None:
    logbook = a_logbook(tmp_path, an_entry("It rang."))

    async with opened(logbook) as pilot:
        await pilot.press("m", "enter", "u")
        assert logbook.state.entries[2].withdrawn
        await pilot.press(key)
        assert not logbook.state.entries[2].withdrawn
        assert toasts(pilot.app)[-1].startswith("Done again (record 6): Entry 2 (22 Nov 2026 15:03")

        await pilot.press(key)
        assert toasts(pilot.app)[-1] == "There is nothing to do again."


async def test_undone_is_said_where_nobody_gave_a_reason(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("It rang."))
    logbook.amend(1, an_entry("It rang twice."), "")

    async with opened(logbook) as pilot:
        await pilot.press("u")
        assert "Amended  undone" in text(pilot.app)
        await pilot.press("h")
        assert line_with(pilot.app, "Reason").split()[-2:] == ["undone", "│"]

        await pilot.press("escape", "U", "h")
        assert "done again after an undo" in text(pilot.app)
        await pilot.press("escape")
        assert main_screen(pilot).history

"""The list of what is still to do is narrowed by typing, and several items are set aside at once and undone as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.evidence.checklist import ItemState
from journal.ui.dialogs import beside
from journal.ui.evidence.still_to_do import StillToDo
from tests.ui.builders import a_logbook, an_entry, evenings
from tests.ui.looking import NARROW, line_with, lines, main_screen, opened, text, toasts
from tests.ui.one_screen import until

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from journal.logbook import Logbook


def set_aside(logbook: Logbook) -> int:
    """How many items do not apply."""
    marks = (mark for one in logbook.state.entries.values() for mark in one.marks.values())
    return sum(mark.state is ItemState.DOES_NOT_APPLY for mark in marks)


async def test_all_that_is_found_is_set_aside_at_once_after_a_question_and_undone_by_one_key(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, *evenings(5), an_entry("Under the door.", kind="letter", when="2026-10-01T08:05"))

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("t", *"rings", "f6")
        assert "5 picked · 5 of 26 open" in lines(pilot.app)[0]
        await pilot.press("f2")
        assert "5 items do not apply?" in text(pilot.app)
        await pilot.press("escape", "f2", "f2")

        assert set_aside(logbook) == 5
        assert isinstance(pilot.app.screen, StillToDo)
        assert "Nothing matches these words." in text(pilot.app)
        await pilot.press("escape", "u")
        assert set_aside(logbook) == 0
        assert main_screen(pilot).is_current


async def test_very_many_items_are_set_aside_beside_the_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "MANY", 3)
    logbook = a_logbook(tmp_path, *evenings(5))

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("t", "f6", "f2", "f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, StillToDo) and set_aside(logbook) > 0)

        assert "Nothing is to do on any evidence checklist." in text(pilot.app)
        await pilot.press("escape", "u")
        assert set_aside(logbook) == 0


async def test_a_narrowed_list_says_how_many_are_open_in_all_and_the_search_key_narrows_nothing(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("Under the door.", kind="letter", when="2026-10-01T08:05"))

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("t", "/")
        assert lines(pilot.app)[0].rstrip().endswith(" 6 open")

        await pilot.press(*"original")
        assert lines(pilot.app)[0].rstrip().endswith(" 2 of 6 open")


async def test_single_lines_are_picked_and_let_go_and_without_any_the_highlighted_one_counts(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, *evenings(3))

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("t", "f4", "f4", "up", "f4")
        assert "1 picked" in lines(pilot.app)[0]
        assert line_with(pilot.app, "✓")
        await pilot.press("f2", "f2")
        assert set_aside(logbook) == 1

        await pilot.press("f2")
        assert "1 item does not apply?" in text(pilot.app)
        await pilot.press("f2")
        assert set_aside(logbook) == 2


async def test_a_range_is_picked_and_let_go_from_the_line_that_was_picked_last(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, *evenings(4))

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("t", "ctrl+t")
        assert "Pick the first line with F4" in toasts(pilot.app)[-1]
        await pilot.press("down", "f4", "down", "down", "ctrl+t")
        assert "4 picked" in lines(pilot.app)[0]

        await pilot.press("up", "f4", "up", "up", "up", "ctrl+t")
        assert "1 picked" in lines(pilot.app)[0]
        assert set_aside(logbook) == 0


async def test_a_window_that_only_reads_offers_no_setting_aside(tmp_path: Path) -> None:
    a_logbook(tmp_path, an_entry()).close()
    logbook = a_logbook(tmp_path, read_only=True)

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("t", "f6", "f2")

        assert isinstance(pilot.app.screen, StillToDo)
        assert "does not apply" not in lines(pilot.app)[-1]

"""The entry beside the timeline is drawn once the cursor rests; no key acts on what is still drawn until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.entry.history import History
from journal.domain.entry.versions import versions_in
from journal.domain.evidence.checklist import ItemState
from journal.logbook import Logbook
from journal.ui.entry.history import HistoryScreen
from journal.ui.frame import debounce
from journal.ui.timeline.main import MainScreen
from journal.ui.timeline.timeline import Timeline
from tests.ui.builders import a_logbook, evenings
from tests.ui.evidence_screens import press
from tests.ui.looking import focus, opened, text
from tests.ui.one_screen import until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

DOWN_TO_7 = ("down", "j", "down")
"""From the latest of ten entries to the one with the number 7."""


def drawn(pilot: Pilot[None]) -> str:
    """The title of the entry that is drawn, whatever waits to be drawn."""
    screen = pilot.app.screen_stack[-1]
    assert isinstance(screen, MainScreen)
    return str(screen.entry_view.border_title)


@pytest.fixture
def never_at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the cursor rest for an hour before anything is drawn by itself."""
    for name in ("REST", "PAUSE"):
        monkeypatch.setattr(debounce, name, 3600)


def ten(folder: Path) -> Logbook:
    """Ten entries, one an evening."""
    return a_logbook(folder, *evenings(10))


async def test_the_entry_and_its_checklist_are_drawn_once_the_cursor_rests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("REST", "PAUSE"):
        monkeypatch.setattr(debounce, name, 0.001)

    async with opened(ten(tmp_path)) as pilot:
        await pilot.press(*DOWN_TO_7)

        await until(pilot, lambda: drawn(pilot) == "Entry 7")
        assert "entry 7 of 10" in text(pilot.app)


@pytest.mark.usefixtures("never_at_rest")
async def test_a_held_key_draws_the_line_under_the_cursor_and_no_entry(tmp_path: Path) -> None:
    async with opened(ten(tmp_path)) as pilot:
        await pilot.press(*DOWN_TO_7, "pageup", "pagedown", "end", "home", *DOWN_TO_7)

        assert drawn(pilot) == "Entry 10"
        assert pilot.app.screen.query_one(Timeline).number == 7


@pytest.mark.usefixtures("never_at_rest")
@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("e", "Amend entry 7"),
        ("w", "Cross out entry 7"),
        ("h", "Evening 7"),
        ("enter", "Entry 7"),
        ("tab tab", "Entry 7"),
    ],
)
async def test_a_key_acts_on_the_entry_under_the_cursor_and_not_on_the_one_still_drawn(
    tmp_path: Path, keys: str, words: str
) -> None:
    async with opened(ten(tmp_path)) as pilot:
        await pilot.press(*DOWN_TO_7)
        assert drawn(pilot) == "Entry 10"
        await press(pilot, *keys.split())

        if isinstance(pilot.app.screen, MainScreen):
            assert drawn(pilot) == words
        else:
            assert words in text(pilot.app)
        if isinstance(pilot.app.screen, HistoryScreen):
            assert "Evening 10" not in text(pilot.app)


@pytest.mark.usefixtures("never_at_rest")
@pytest.mark.parametrize("keys", ["tab tab space", "shift+tab space"])
async def test_an_item_is_ticked_of_the_entry_under_the_cursor(tmp_path: Path, keys: str) -> None:
    logbook = ten(tmp_path)

    async with opened(logbook) as pilot:
        await pilot.press(*DOWN_TO_7, *keys.split())

        await until(pilot, lambda: bool(logbook.state.entries[7].marks))
    assert [number for number, history in logbook.state.entries.items() if history.marks] == [7]
    assert {mark.state for mark in logbook.state.entries[7].marks.values()} == {ItemState.DONE}


@pytest.mark.usefixtures("never_at_rest")
async def test_a_click_into_a_pane_finds_the_entry_under_the_cursor(tmp_path: Path) -> None:
    async with opened(ten(tmp_path)) as pilot:
        await pilot.press(*DOWN_TO_7)
        await pilot.click("ChecklistPane")

        assert drawn(pilot) == "Entry 7"
        assert focus(pilot) is pilot.app.screen.query_one("ChecklistPane")


@pytest.mark.usefixtures("never_at_rest")
async def test_a_jump_from_another_pane_draws_the_entry_at_once(tmp_path: Path) -> None:
    async with opened(ten(tmp_path)) as pilot:
        await press(pilot, "tab", "g", *"18 november 2026", "enter")

        await until(pilot, lambda: isinstance(pilot.app.screen, MainScreen) and drawn(pilot) == "Entry 7")


async def test_the_pages_beside_the_one_in_sight_are_read_while_the_cursor_rests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(debounce, "REST", 0.001)
    written = a_logbook(tmp_path, *evenings(120))
    written.close()

    async with opened(Logbook(written.path)) as pilot:
        timeline = pilot.app.screen.query_one(Timeline)
        near, all_lines = timeline.lines[: 2 * timeline.page], timeline.lines
        await pilot.press("down")
        await until(pilot, lambda: all(one.is_decoded for one in near if isinstance(one, History)))

        far = [one for one in all_lines[3 * timeline.page :] if isinstance(one, History)]
        assert not any(one.is_decoded for one in far)
        assert all(one.versions == versions_in(one.records) for one in all_lines if isinstance(one, History))

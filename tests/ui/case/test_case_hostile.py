"""Stored words are drawn as they stand on the screens of the case: they neither act, nor vanish, nor end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.ui.evidence.custody import CustodyScreen
from tests.ui.builders import HOSTILE
from tests.ui.case_builders import a_hostile_case
from tests.ui.looking import NARROW, opened
from tests.ui.timeline.test_main_hostile import drawn

if TYPE_CHECKING:
    from pathlib import Path

WALK = (
    "c", "end", "tab", "end", "tab", "home", "e", "end", "escape",
    "2", "down", "r", "escape", "e", "f4", "escape",
    "3", "r", "escape", "e", "f4", "f2", "escape", "escape",
    "4", "r", "down", "enter", "escape", "escape", "e", "escape", "w", "escape", "escape",
    "r", "escape", "f8", "escape",
)  # fmt: skip


@pytest.mark.parametrize("words", ["".join(HOSTILE[:5]), "".join(HOSTILE[5:]), ""])
async def test_hostile_words_are_drawn_and_do_nothing(tmp_path: Path, words: str) -> None:
    logbook = a_hostile_case(tmp_path, words)
    async with opened(logbook, (160, 50)) as pilot:
        for key in WALK:
            await pilot.press(key)
            await pilot.pause()
            drawn(pilot.app)

        await pilot.app.push_screen(CustodyScreen(logbook, 1))
        for key in ("e", "f2", "f2", "escape", "g", "escape", "tab", "end", "escape"):
            await pilot.press(key)
            await pilot.pause()
            drawn(pilot.app)
        assert pilot.app.is_running
        assert pilot.app.return_code is None


@pytest.mark.parametrize("words", ["[/", "[@click=app.quit]x[/]", "[sic]", "$accent {name} %s {0} \\"])
async def test_what_looks_like_markup_stands_on_the_lines_of_the_case_as_it_was_written(
    tmp_path: Path, words: str
) -> None:
    async with opened(a_hostile_case(tmp_path, words), (200, 60)) as pilot:
        for section in "1234":
            await pilot.press("c" if section == "1" else section)
            await pilot.pause()
            assert drawn(pilot.app).count(words) >= 2


@pytest.mark.parametrize("size", [(1, 1), (5, 3), (30, 6), NARROW])
async def test_the_case_survives_any_size_of_terminal(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(a_hostile_case(tmp_path, "[/ "), NARROW) as pilot:
        await pilot.press("c")
        await pilot.pause()
        await pilot.resize_terminal(*size)
        for key in ("2", "down", "e", "tab", "escape", "3", "r", "escape", "4", "pagedown", "tab"):
            await pilot.press(key)
            await pilot.pause()
        await pilot.resize_terminal(120, 40)
        await pilot.pause()

        assert "4 Orders" in drawn(pilot.app)

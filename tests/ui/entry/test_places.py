"""What an entry names leads there, from anywhere, and escape leads back exactly to where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.evidence.exhibit import Target
from journal.ui.entry.read_entry import ReadEntry
from journal.ui.evidence.exhibit import ExhibitScreen
from journal.ui.lists.find_screen import FindScreen
from tests.ui.builders import SIZES
from tests.ui.case_builders import a_case
from tests.ui.looking import NARROW, WIDE, focus, lines, main_screen, opened, text

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


def title(pilot: Pilot[None]) -> str:
    """What the first line says."""
    return lines(pilot.app)[0].strip()


@pytest.mark.parametrize("size", SIZES)
async def test_enter_on_an_entry_lists_what_it_names_and_each_opens_and_leads_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(a_case(tmp_path), size) as pilot:
        await pilot.press("end", "enter", "enter")
        for at, words in enumerate(("unknown caller A", "An Invented", "Exhibit 1", "Nowhere district", "contact ban")):
            await pilot.press(*["down"] * bool(at), "enter")
            await pilot.pause()
            assert words in text(pilot.app), at

            await pilot.press("escape")
            assert isinstance(pilot.app.screen, FindScreen)
        await pilot.press("escape")
        assert focus(pilot) is main_screen(pilot).entry_view


async def test_what_is_the_only_thing_opens_at_once(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await pilot.press("enter", "enter")

        assert "Court of Nowhere" in text(pilot.app)
        await pilot.press("escape")
        assert focus(pilot) is main_screen(pilot).entry_view


@pytest.mark.parametrize(("words", "there"), [("Report 1", "Nowhere district"), ("Order 1", "Court of Nowhere")])
async def test_a_click_on_what_an_entry_names_leads_there(tmp_path: Path, words: str, there: str) -> None:
    async with opened(a_case(tmp_path), WIDE) as pilot:
        await pilot.press("end")
        row = next(at for at, line in enumerate(lines(pilot.app)) if words in line)
        await pilot.click(offset=(lines(pilot.app)[row].index(words) + 2, row))
        await pilot.pause()

        assert there in text(pilot.app)
        await pilot.press("escape")
        assert main_screen(pilot).timeline.number == 1


async def test_a_chain_of_links_is_walked_back_step_by_step(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), WIDE) as pilot:
        await pilot.press("l", *"letter", "enter", "tab", "enter")
        assert title(pilot) == "Entry 1"
        await pilot.press("r", *"report", "enter")
        assert "Nowhere district" in text(pilot.app)
        await pilot.press("r", *"covered", "enter")
        assert title(pilot) == "Entry 1"

        walked = []
        for _step in range(7):
            walked.append(type(pilot.app.screen).__name__)
            await pilot.press("escape")
        way = ["FindScreen", "ExhibitScreen", "ReadEntry", "FindScreen", "CaseScreen", "FindScreen", "ReadEntry"]
        assert walked == way[::-1]
        assert pilot.app.screen is main_screen(pilot)


async def test_a_list_is_as_it_was_left_and_tells_what_was_changed_from_there(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("l", *"letter", "enter")
        assert isinstance(pilot.app.screen, ExhibitScreen)
        logbook.exhibits.unlink(1, Target(entry=1))
        await pilot.press("escape")

        assert "letter" in lines(pilot.app)[1]
        assert "entry 1" not in text(pilot.app)


async def test_an_entry_is_shown_in_the_timeline_where_it_can_be_amended(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await pilot.press("l", "enter", "tab", "enter")
        assert isinstance(pilot.app.screen, ReadEntry)
        await pilot.press("t")

        main = main_screen(pilot)
        assert main.timeline.number == 1
        assert focus(pilot) is main.entry_view

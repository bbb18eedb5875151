"""A hand-over begins with the entries to which the timeline is narrowed, and says which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.ui.timeline.main import MainScreen
from tests.ui.handing_screens import a_case, choose, the_form
from tests.ui.looking import NARROW, opened, text
from tests.ui.one_screen import until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


async def filtered(pilot: Pilot[None], *keys: str) -> None:
    """Choose a filter with these keys."""
    await pilot.press("f", *keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, MainScreen) and bool(pilot.app.screen.in_force.picked))


async def test_the_hand_over_takes_the_entries_of_the_filter(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await filtered(pilot, *"missed call", "enter")
        await pilot.press("x")
        await pilot.pause()

        assert the_form(pilot).typed.words["entries"] == "found"
        assert the_form(pilot).ground.meeting("found") == (3, 1)
        assert "Missed call: 2 of 3 entries" in text(pilot.app).splitlines()[0]
        assert "what meets the filter: Missed call" in text(pilot.app)


async def test_the_first_line_of_a_hand_over_says_which_entries_and_never_silently_all(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await pilot.press("x")
        assert "all 3 entries" in text(pilot.app).splitlines()[0]
        await pilot.press("escape")
        await filtered(pilot, *"with evidence", "enter")
        await pilot.press("x")
        assert "With evidence: 0 of 3 entries" in text(pilot.app).splitlines()[0]

        await pilot.press("f2")
        await pilot.pause()

        assert "There is no such entry, so nothing would be shared." in " ".join(text(pilot.app).split())
        await choose(pilot, "entries", "all")
        assert "all 3 entries" in text(pilot.app).splitlines()[0]
        await choose(pilot, "entries", "some")
        assert "some of them" in text(pilot.app).splitlines()[0]
        await choose(pilot, "entries")
        assert "With evidence: 0 of 3 entries" in text(pilot.app).splitlines()[0]

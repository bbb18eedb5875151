"""A file that can no longer be read, as on a stick that was pulled out: the screen says so and stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.logbook import Logbook
from tests.ui.builders import a_logbook, evenings
from tests.ui.looking import opened, text, toasts

if TYPE_CHECKING:
    from pathlib import Path


async def test_entries_that_cannot_be_read_any_more_are_told_and_the_screen_stays(tmp_path: Path) -> None:
    made = a_logbook(tmp_path, *evenings(40))
    made.close()
    whole = made.path.read_bytes()
    logbook = Logbook(made.path)

    async with opened(logbook) as pilot:
        made.path.write_bytes(b"")
        await pilot.press("end")

        assert "This entry cannot be read just now." in text(pilot.app)
        await pilot.pause()
        assert any("put the disk back" in one for one in toasts(pilot.app))

        made.path.write_bytes(whole)
        await pilot.press("home", "end")

        assert "This entry cannot be read just now." not in text(pilot.app)
        assert "Entry 1 " in text(pilot.app)

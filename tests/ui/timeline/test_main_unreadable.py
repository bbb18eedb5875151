"""A file that can no longer be read, as on a stick that was pulled out: the screen says so and stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.logbook import Logbook
from journal.ui.timeline.main_keys import MAIN_KEYS
from tests.ui.builders import a_logbook, evenings
from tests.ui.looking import NARROW, opened, text, toasts

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


async def test_no_key_ends_the_program_while_the_file_cannot_be_read(tmp_path: Path) -> None:
    made = a_logbook(tmp_path, *evenings(60))
    made.close()
    logbook = Logbook(made.path)

    async with opened(logbook, NARROW) as pilot:
        made.path.write_bytes(b"")
        for command in MAIN_KEYS:
            await pilot.press("end", command.keys.partition(",")[0], "down", "enter", "escape", "escape", "escape")

            assert pilot.app.return_code is None, command.id
            assert pilot.app.is_running, command.id

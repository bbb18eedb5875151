"""Commands about protection: in the palette where somebody carries them out, without a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.ui.frame.live_keys import live_keys
from tests.ui.builders import a_logbook
from tests.ui.locking_app import LockingApp
from tests.ui.looking import lines, text

if TYPE_CHECKING:
    from pathlib import Path

KEYLESS = {"protect", "change_passphrase", "remove_protection"}


class ProtectingApp(LockingApp):
    """Carries out one of the commands without a key."""

    protected = False

    def action_protect(self) -> None:
        self.protected = True


async def test_a_command_without_a_key_is_offered_only_where_somebody_carries_it_out(tmp_path: Path) -> None:
    app = ProtectingApp(a_logbook(tmp_path))
    async with app.run_test() as pilot:
        await pilot.pause()

        assert {live.command.id for live in live_keys(app.screen)} & KEYLESS == {"protect"}
        assert "Set a passphrase" not in lines(app)[-1]


async def test_the_palette_shows_it_without_empty_brackets_and_runs_it(tmp_path: Path) -> None:
    app = ProtectingApp(a_logbook(tmp_path))
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p", *"passphrase")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "Set a passphrase" in text(app)
        assert "()" not in text(app)

        await pilot.press("enter")
        await pilot.pause()

        assert app.protected


async def test_a_covered_screen_offers_leaving_alone(tmp_path: Path) -> None:
    app = ProtectingApp(a_logbook(tmp_path))
    async with app.run_test() as pilot:
        await pilot.press("ctrl+l")
        await pilot.pause()

        assert [live.command.id for live in live_keys(app.screen)] == ["leave"]

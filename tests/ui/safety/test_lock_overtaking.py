"""A cover that comes while keys are still on their way: they are no words for it, and they are not lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Key

from journal.ui.safety.lock_screen import HiddenScreen, LockScreen
from tests.ui.builders import a_logbook, an_entry
from tests.ui.locking_app import a_door, locking, unlock
from tests.ui.looking import opened, text
from tests.ui.one_screen import until

if TYPE_CHECKING:
    from pathlib import Path


async def test_what_was_typed_just_before_the_cover_is_no_word_for_it_and_not_lost(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path, an_entry())) as pilot:
        for key in ("n", "tab", *"follow", "enter", *"Words", "ctrl+l"):
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: isinstance(pilot.app.screen, HiddenScreen))
        await pilot.pause()
        covered = isinstance(pilot.app.screen, HiddenScreen)

        await pilot.press("up")
        await until(pilot, lambda: "Followed" in text(pilot.app) and "Words" in text(pilot.app))

    assert covered


async def test_what_was_typed_just_before_is_no_passphrase_and_is_there_after_unlocking(tmp_path: Path) -> None:
    async with locking(a_logbook(tmp_path, an_entry()), a_door) as (pilot, app):
        for key in ("n", "tab", *"follow", "enter", *"Words", "ctrl+l"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: isinstance(app.screen, LockScreen))
        await pilot.pause()

        await unlock(pilot)
        covered = isinstance(app.screen, LockScreen)
        await until(pilot, lambda: "Followed" in text(app) and "Words" in text(app))

    assert not covered

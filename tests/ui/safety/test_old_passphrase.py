"""Who finds a journal open cannot change its passphrase or take it away: the present one is asked for first."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from journal.store.ledger.passphrase_protection import PassphraseProtection
from journal.ui.app import JournalApp
from journal.ui.dialogs.dialog import Confirm
from journal.ui.safety.old_passphrase import OldPassphrase
from journal.ui.safety.passphrase import NewPassphrase
from tests.store.little_work import with_little_work
from tests.ui.builders import a_logbook, an_entry
from tests.ui.evidence_screens import settled
from tests.ui.looking import text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

RIGHT = "four invented plain words"


async def enter(pilot: Pilot[None], words: str) -> None:
    """Type words, go on, and wait until they are tried."""
    await pilot.press(*words.replace(" ", "_"), "enter")
    await settled(pilot)


@asynccontextmanager
async def asked(tmp_path: Path, action: str) -> AsyncIterator[Pilot[None]]:
    """The question for the present passphrase, before this action."""
    logbook = a_logbook(tmp_path, an_entry())
    PassphraseProtection(logbook._ledger, wrap=with_little_work).protect(RIGHT.replace(" ", "_"))
    app = JournalApp(logbook)
    async with app.run_test() as pilot:
        await pilot.pause()
        getattr(app, action)()
        await pilot.pause()
        assert isinstance(app.screen, OldPassphrase)
        yield pilot
        assert logbook.protection.protected


ACTIONS = {"action_change_passphrase": NewPassphrase, "action_remove_protection": Confirm}


@pytest.mark.parametrize("action", ACTIONS)
async def test_who_knows_the_present_passphrase_goes_on(tmp_path: Path, action: str) -> None:
    async with asked(tmp_path, action) as pilot:
        await enter(pilot, RIGHT)

        assert isinstance(pilot.app.screen, ACTIONS[action])
        await pilot.press("escape")


@pytest.mark.parametrize("action", ACTIONS)
async def test_who_does_not_know_it_stays_there_and_nothing_is_changed(tmp_path: Path, action: str) -> None:
    async with asked(tmp_path, action) as pilot:
        await pilot.press("enter")
        assert "Please type the passphrase" in text(pilot.app)

        await enter(pilot, "something else")
        assert "This is not the passphrase. Nothing was changed" in " ".join(text(pilot.app).split())
        await enter(pilot, "and again")
        assert isinstance(pilot.app.screen, OldPassphrase)

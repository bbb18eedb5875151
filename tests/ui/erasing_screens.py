"""What the tests of erasing share: how it is begun, chosen and agreed to on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.ui.app import JournalApp
from journal.ui.lists.find_screen import FindScreen
from journal.ui.maintenance.erase import EraseScreen
from tests.ui.evidence_screens import settled
from tests.ui.one_screen import picture, type_words, until

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from journal.logbook import Logbook


def app_on(logbook: Logbook) -> JournalApp:
    return JournalApp(logbook)


async def wait_for(pilot: Pilot[None], screen: type[object]) -> None:
    """Wait until nothing is at work any more and a screen of this sort is in front."""
    await settled(pilot)
    await until(pilot, lambda: isinstance(pilot.app.screen, screen))
    await pilot.pause()


async def begin(pilot: Pilot[None]) -> None:
    """Give the command."""
    await pilot.pause()
    await pilot.app.run_action("erase_field")
    await wait_for(pilot, FindScreen)


async def choose(pilot: Pilot[None], words: str) -> None:
    """Narrow a list down to the line with these words, and take it."""
    await pilot.press(*words)
    await pilot.press("enter")
    await pilot.pause()


async def agree(pilot: Pilot[None], reason: str = "typed by mistake", word: str = "erase") -> None:
    await wait_for(pilot, EraseScreen)
    await type_words(pilot, reason)
    await pilot.press("enter")
    await type_words(pilot, word)
    await pilot.press("enter")


def flat(app: JournalApp) -> str:
    return " ".join(picture(app).split())

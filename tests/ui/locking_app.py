"""The real app with everything that covers its screens, and one with the key for leaving alone."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events

from journal.store.age.protection import WrongPassphrase
from journal.ui import app
from journal.ui.app import JournalApp
from journal.ui.frame.command import bindings
from journal.ui.frame.everywhere import Leave
from journal.ui.frame.neutral import may_be_given
from journal.ui.safety.leaving import keep_drafts
from journal.ui.safety.lock_screen import HiddenScreen, LockScreen
from journal.ui.safety.locking import LockActs, Locking
from tests.ui.builders import a_logbook, an_entry
from tests.ui.evidence_screens import settled
from tests.ui.looking import WIDE, text
from tests.ui.one_screen import OneScreen, Shown, type_words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.app import App
    from textual.binding import BindingType
    from textual.pilot import Pilot

    from journal.logbook import Logbook
    from journal.ui.safety.locking import Cover

RIGHT = "four invented plain words"
PRIVATE = "Secretword"
NEVER_DRAWN = (PRIVATE, "Timeline", "Journal", "acts", "An Invented", "Cross out", "All commands")


class PassingTime:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def a_door() -> Cover:
    """A cover that one passphrase opens, without any delay."""

    def attempt(typed: str) -> bool:
        if typed != RIGHT:
            raise WrongPassphrase("wrong")
        return True

    return LockScreen(attempt, lambda: 0)


class LockingApp(JournalApp):
    """The journal, with a cover of our choice and a clock that is moved by hand."""

    CSS_PATH = str(Path(app.__file__).parent / "frame" / "journal.tcss")

    def __init__(self, logbook: Logbook, cover: Callable[[], Cover] = HiddenScreen) -> None:
        super().__init__(logbook)
        self.time = PassingTime()
        keep = lambda: keep_drafts(reversed(self.screen_stack))  # noqa: E731 - as the app has it
        acts = LockActs(cover=cover, keep=keep, leave=self.action_leave)
        self.locking = Locking(self, acts, idle_seconds=180, now=self.time)


@asynccontextmanager
async def locking(
    logbook: Logbook, cover: Callable[[], Cover] = HiddenScreen, size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[Pilot[None], LockingApp]]:
    """The app on this journal, at rest."""
    locked = LockingApp(logbook, cover)
    async with locked.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        yield pilot, locked


class WithLeaving(OneScreen[Shown]):
    """Shows one screen, with the key that leaves from everywhere."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Leave)

    def __init__(self, screen: Shown) -> None:
        super().__init__(screen)
        self.left = False

    def check_action(self, action: str, _parameters: tuple[Any, ...]) -> bool | None:
        return may_be_given(self, action)

    def action_leave(self) -> None:
        self.left = True
        self.exit()


async def lose_focus(pilot: Pilot[None]) -> None:
    pilot.app.post_message(events.AppBlur())
    await pilot.pause()


async def regain_focus(pilot: Pilot[None]) -> None:
    pilot.app.post_message(events.AppFocus())
    await pilot.pause()


def private_logbook(folder: Path) -> Logbook:
    return a_logbook(folder, an_entry(PRIVATE * 3, place=PRIVATE, witnesses=(1,)))


def assert_covered(app: App[None]) -> None:
    shown = text(app)
    assert not [words for words in NEVER_DRAWN if words.lower() in shown.lower()], shown


async def unlock(pilot: Pilot[None], words: str = RIGHT) -> None:
    await type_words(pilot, words)
    await pilot.press("enter")
    await settled(pilot)

"""Asks for the passphrase, and shows a passer-by nothing but a field."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual import on
from textual.containers import Vertical, VerticalGroup
from textual.getters import query_one
from textual.widgets import Input, Static

from journal.domain.base.errors import JournalError
from journal.domain.text.words import N_, _, many
from journal.store.age.protection import Tampered, TooBusy, TooMuchWork, WrongPassphrase
from journal.ui.fields.text_fields import SecretLine
from journal.ui.frame.background import aside
from journal.ui.frame.command import bindings
from journal.ui.frame.key_footer import KeyFooter
from journal.ui.frame.neutral import NeutralScreen
from journal.ui.frame.text import own
from journal.ui.safety.commands import StopUnlocking
from journal.ui.safety.unlock_sizes import SAID_ROWS, WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.timer import Timer

Opened = TypeVar("Opened")

REFUSED: Mapping[type[JournalError], str] = {
    WrongPassphrase: N_("That is not right. Check capital letters and the keyboard, then try again."),
    TooBusy: N_("This cannot be checked right now. Please close other programs and try again."),
    TooMuchWork: N_("This takes more work than this computer can do. Please open it on a computer with more memory."),
    Tampered: N_("This cannot be opened, because a part of it is damaged. It was left as it is. Please use a copy."),
}
"""What is said of each trouble, marked, in words that name neither the program nor what is behind the screen."""
ONE_MOMENT = N_("One moment")
EXACT_SECONDS = 10
"""Above these the countdown goes in tens, so that a line that is read aloud does not change all the time."""


class UnlockScreen(NeutralScreen[Opened]):
    """A field for the passphrase or the recovery code; answers with what it opened, or None.

    The words of the screen name neither the program nor what is behind it.
    """

    DEFAULT_CSS = f"""
    UnlockScreen {{ align: center middle; }}
    UnlockScreen #door {{ width: {WIDTH}; max-width: 100%; height: auto; }}
    UnlockScreen #frame {{ height: auto; border: round $border; padding: 0 1; }}
    UnlockScreen #said {{ height: auto; min-height: {SAID_ROWS}; padding: 0 2; color: $quiet; }}
    UnlockScreen SecretLine, UnlockScreen SecretLine:focus {{ background: $field; background-tint: $field 0%; }}
    UnlockScreen KeyFooter {{ dock: bottom; }}
    """
    BINDINGS = bindings(StopUnlocking)
    AUTO_FOCUS = "SecretLine"

    line = query_one(SecretLine)
    said = query_one("#said", Static)

    def __init__(self, attempt: Callable[[str], Opened], waiting: Callable[[], float]) -> None:
        """Ask until something opens.

        `attempt` gets what was typed, runs in a thread, may take seconds and counts failures; it raises JournalError.
        `waiting` returns the seconds for which nothing may be tried now.
        """
        super().__init__()
        self._attempt, self._waiting = attempt, waiting
        self._why = ""
        self._at_work = False
        self._dots = 0
        self._seconds: Timer
        self._motion: Timer

    def compose(self) -> ComposeResult:
        """Make the field and the line below it."""
        with Vertical(id="door"):
            with VerticalGroup(id="frame"):
                yield SecretLine()
            yield Static(id="said")
        yield KeyFooter()

    def on_mount(self) -> None:
        """Take the keys, also where another window has the focus, and say how long to wait."""
        self.set_focus(self.line)
        self._seconds = self.set_interval(1, self._count_down, pause=True)
        self._motion = self.set_interval(0.5, self._move, pause=True)
        self._show_waiting()

    def action_stop_unlocking(self) -> None:
        """Empty the field; from an empty one, answer nothing."""
        if self.line.value:
            self.line.words = ""
        else:
            self.give_up()

    def give_up(self) -> None:
        """Answer nothing."""
        self.dismiss(None)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        typed = self.line.words
        if typed and not self._at_work and self._waiting() <= 0:
            self.line.words = ""
            self._begin_work()
            self.run_worker(self._try(typed), group="unlock")

    async def _try(self, typed: str) -> None:
        try:
            opened = await aside(partial(self._attempt, typed))
        except JournalError as trouble:
            why = REFUSED.get(type(trouble))
            self._refuse(_(why) if why else str(trouble))
        else:
            self._end_work()
            self.dismiss(opened)

    def _begin_work(self) -> None:
        self._at_work, self._dots = True, 0
        self._say(f"{_(ONE_MOMENT)} …")
        if self.app.animation_level != "none":
            self._motion.resume()

    def _end_work(self) -> None:
        self._at_work = False
        self._motion.pause()

    def _move(self) -> None:
        self._dots = self._dots % 3 + 1
        self._say(f"{_(ONE_MOMENT)} {'.' * self._dots}")

    def _refuse(self, why: str) -> None:
        self._end_work()
        self._why = why
        self._show_waiting()

    def _show_waiting(self) -> None:
        self._count_down()
        if self._waiting() > 0:
            self._seconds.resume()

    def _count_down(self) -> None:
        seconds = rounded(self._waiting())
        if seconds <= 0:
            self._seconds.pause()
        if self._at_work:
            return
        words = many("Possible again in {count} second.", "Possible again in {count} seconds.", seconds)
        self._say("\n".join(filter(None, [self._why, words.format(count=seconds) if seconds else ""])))

    def _say(self, words: str) -> None:
        self.said.update(own(words))


def rounded(seconds: float) -> int:
    """Return the seconds as they are counted down: whole ones, above ten only every tenth."""
    if seconds <= EXACT_SECONDS:
        return max(0, math.ceil(seconds))
    return math.ceil(seconds / 10) * 10


def failed_attempts(failed: int) -> str:
    """Return the sentence that is said after an unlocking: how often it was tried in vain since the last one."""
    if failed <= 0:
        return ""
    words = many(
        "Since the last visit {count} attempt to open this journal failed.",
        "Since the last visit {count} attempts to open this journal failed.",
        failed,
    )
    return words.format(count=failed)

"""The program on the screen: theme, first screen, help, palette, and a safe way out of everything."""

from __future__ import annotations

import asyncio
import gc
import signal
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual.app import App

from journal.domain.words import _
from journal.ui import leaving
from journal.ui.commands import everywhere, safety
from journal.ui.commands.command import bindings
from journal.ui.locking import LockActs, Locking
from journal.ui.screens.neutral import may_be_given
from journal.ui.silence import hush
from journal.ui.theme import CALM

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType
    from textual.command import Provider
    from textual.events import Event
    from textual.notifications import SeverityLevel

    from journal.logbook import Logbook
    from journal.ui.locking import Cover

HOUSE = Path(__file__).parent.parent
ENDING_SIGNALS = ("SIGHUP", "SIGTERM")
SECONDS_TO_END = 5


class JournalApp(App[None], inherit_bindings=False):
    """The journal in a terminal."""

    CSS_PATH = "journal.tcss"
    BINDINGS = bindings(
        everywhere.ShowHelp, everywhere.Leave, everywhere.OpenPalette, safety.LockNow, safety.LockAndStepOut
    )
    ENABLE_COMMAND_PALETTE = False
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = set()
    TITLE = "Journal"

    def __init__(self, logbook: Logbook) -> None:
        """Show an opened journal; it is closed when the program ends."""
        hush()
        super().__init__()
        self.features = frozenset()
        self.devtools = None
        self._logbook = logbook
        self._fault_told = False
        acts = LockActs(cover=self._cover, keep=self._keep_drafts, leave=self.action_leave)
        self.locking = Locking(self, acts, idle_seconds=logbook.settings.lock_after)
        """When everything is covered."""
        self.locking.curtain = logbook.settings.hide_without_focus
        self.register_theme(CALM)
        self.theme = CALM.name

    def on_mount(self) -> None:
        """Show the journal, and see to it that no way of ending loses a word."""
        from journal.ui.screens.main import MainScreen

        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _loop, _context: None)
        for name in ENDING_SIGNALS:
            if number := getattr(signal, name, None):
                with suppress(NotImplementedError, RuntimeError):
                    loop.add_signal_handler(number, self._ended_from_outside)
        self.push_screen(MainScreen(self._logbook))
        self.locking.start()
        self.call_after_refresh(_collect_from_now_on)

    async def on_event(self, event: Event) -> None:
        """Handle an event, unless it covered or uncovered the screen."""
        if not self.locking.takes(event):
            await super().on_event(event)

    def action_lock_now(self) -> None:
        """Cover everything."""
        self.locking.lock()

    def action_lock_and_step_out(self) -> None:
        """Cover everything and give the terminal back to the shell."""
        self.locking.step_out()

    def _cover(self) -> Cover:
        from journal.ui.screens.lock import HiddenScreen

        return HiddenScreen()

    def _keep_drafts(self) -> None:
        leaving.keep_drafts(reversed(self.screen_stack))

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing but leaving where a passer-by may look."""
        return may_be_given(self, action)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say one thing at a time, in the line above the keys; what was said before gives way."""
        self.clear_notifications()
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def action_leave(self) -> None:
        """Empty the screen, keep what was typed, end."""
        if self._driver is not None:
            leaving.blank(self._driver)
        self._begin_batch()
        try:
            leaving.keep_everything(reversed(self.screen_stack), self._logbook)
        finally:
            self.exit(return_code=0)

    def _ended_from_outside(self) -> None:
        # The terminal may be gone; a write to it must not keep the program, and the lock on the file, alive.
        if hasattr(signal, "alarm"):
            signal.alarm(SECONDS_TO_END)
        self.action_leave()

    def action_show_help(self) -> None:
        """Show what can be done here."""
        from journal.ui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_open_palette(self) -> None:
        """List the commands."""
        from textual.command import CommandPalette

        from journal.ui.palette import palette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(palette())

    def panic(self, *renderables: RenderableType) -> None:
        """End after a fault: keep what was typed, and print where it was and nothing of what is in the journal."""
        del renderables
        leaving.keep_everything(reversed(self.screen_stack), self._logbook)
        if not self._fault_told:
            self._fault_told = True
            self._exit_renderables.append(Text(_crash_words(self._exception)))
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        self.panic()


def _collect_from_now_on() -> None:
    """Set what was read at the start apart, so that the collector of unused memory need not look through it."""
    gc.freeze()
    gc.enable()


def _crash_words(error: BaseException | None) -> str:
    """Return what a person reads after a crash; the fault's own message may quote the journal, so it is left out."""
    told = _(
        "Journal stopped because of a fault of its own. What was saved is safe; what was being typed waits as a draft."
    )
    if error is None:
        return told
    frames: list[Any] = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if HOUSE in Path(one.filename).parents] or frames
    where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return told + "\n" + _("For a report of the fault: {name}, {where}").format(name=type(error).__name__, where=where)

"""The journal on the screen: its first screen, help, palette, and what covers it from other eyes."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from journal.ui import leaving
from journal.ui.commands import everywhere, safety
from journal.ui.commands.command import bindings
from journal.ui.locking import LockActs, Locking
from journal.ui.quiet import QuietApp

if TYPE_CHECKING:
    from textual.events import Event

    from journal.logbook import Logbook
    from journal.ui.locking import Cover


class JournalApp(QuietApp[None], inherit_bindings=False):
    """The journal in a terminal."""

    BINDINGS = bindings(
        everywhere.ShowHelp, everywhere.Leave, everywhere.OpenPalette, safety.LockNow, safety.LockAndStepOut
    )

    def __init__(self, logbook: Logbook) -> None:
        """Show an opened journal; it is closed when the program ends."""
        super().__init__()
        self._logbook = logbook
        acts = LockActs(cover=self._cover, keep=self._keep_drafts, leave=self.action_leave)
        self.locking = Locking(self, acts, idle_seconds=logbook.settings.lock_after)
        """When everything is covered."""
        self.locking.curtain = logbook.settings.hide_without_focus

    def on_mount(self) -> None:
        """Show the journal, and see to it that no way of ending loses a word."""
        from journal.ui.screens.main import MainScreen

        self.watch_for_the_end()
        self.push_screen(MainScreen(self._logbook))
        self.locking.start()
        self.call_after_refresh(_collect_from_now_on)

    def make_safe(self) -> None:
        """Keep every draft and close the journal."""
        leaving.keep_everything(reversed(self.screen_stack), self._logbook)

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


def _collect_from_now_on() -> None:
    """Set what was read at the start apart, so that the collector of unused memory need not look through it."""
    gc.freeze()
    gc.enable()

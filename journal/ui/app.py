"""The journal on the screen: its first screen, help, palette, and what covers it from other eyes."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from journal.ui import leaving, protecting
from journal.ui.commands import everywhere, safety
from journal.ui.commands.command import bindings
from journal.ui.locking import LockActs, Locking
from journal.ui.quiet import QuietApp

if TYPE_CHECKING:
    from textual.events import Event

    from journal.logbook import Logbook
    from journal.ui.locking import Cover
    from journal.ui.screens.main import MainScreen

PROTECTING = frozenset({safety.Protect.id, safety.ChangePassphrase.id, safety.RemoveProtection.id})


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

    def get_default_screen(self) -> MainScreen:
        """Begin with the journal."""
        from journal.ui.screens.main import MainScreen

        return MainScreen(self._logbook)

    def on_mount(self) -> None:
        """Show the journal, and see to it that no way of ending loses a word."""
        self.watch_for_the_end()
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

    def action_protect(self) -> None:
        """Set a passphrase."""
        protecting.set_passphrase(self, self._logbook.guard)

    def action_change_passphrase(self) -> None:
        """Set another passphrase."""
        protecting.set_passphrase(self, self._logbook.guard)

    def action_remove_protection(self) -> None:
        """Take the passphrase away, after asking."""
        protecting.take_away(self, self._logbook.guard)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing but leaving where a passer-by may look, and of the passphrase only what makes sense."""
        guard, read_only = self._logbook.guard, self._logbook.read_only
        sensible = action not in PROTECTING or protecting.offered(guard, action, read_only=read_only)
        return sensible and super().check_action(action, parameters)

    def _cover(self) -> Cover:
        from journal.ui.screens.lock import HiddenScreen, LockScreen

        if not self._logbook.guard.protected:
            return HiddenScreen()
        from journal.domain.clock import system_clock
        from journal.ui.door import Doorkeeper

        keeper = Doorkeeper(self._logbook.path, system_clock)
        return LockScreen(keeper.attempt, keeper.waiting)

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

"""The journal on the screen: its first screen, help, palette, and what covers it from other eyes."""

from __future__ import annotations

import gc
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on

from journal.domain.text.country import tell_by
from journal.domain.text.words import _
from journal.ui.case.commands import ShowHelpLines
from journal.ui.fields.pasting import say_not_taken
from journal.ui.frame import messages
from journal.ui.frame.command import Command, bindings
from journal.ui.frame.everywhere import EVERYWHERE
from journal.ui.frame.key_guard import came_by_chance
from journal.ui.frame.masking import cover_words
from journal.ui.frame.text import harmless
from journal.ui.maintenance.commands import BackUpJournal, BecomeJournal, CheckJournal, ChooseSettings
from journal.ui.maintenance.leads import LeadsToProof
from journal.ui.opening.arrival import Arrival
from journal.ui.opening.deferred_load import Rest
from journal.ui.overview.commands import PATTERN
from journal.ui.overview.leads import LeadsToPattern
from journal.ui.safety import leaving, protecting
from journal.ui.safety.commands import ChangePassphrase, Protect, RemoveProtection
from journal.ui.safety.locking import LockActs, Locking
from journal.ui.safety.name_masking import NameMasking
from journal.ui.safety.quiet_app import QuietApp

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path
    from typing import Any

    from textual.events import Event, Paste

    from journal.domain.base.errors import JournalError
    from journal.logbook import Logbook
    from journal.store.file.mutable_state import Settings
    from journal.ui.maintenance.flows import OpenNext
    from journal.ui.safety.doorkeeper import Doorkeeper
    from journal.ui.safety.locking import Cover
    from journal.ui.timeline.journal_screen import JournalScreen
    from journal.ui.timeline.main import MainScreen

PROTECTING = frozenset({Protect.id, ChangePassphrase.id, RemoveProtection.id})


class JournalApp(LeadsToPattern, LeadsToProof, QuietApp[None], inherit_bindings=False):
    """The journal in a terminal."""

    BINDINGS = bindings(*EVERYWHERE, ShowHelpLines, BackUpJournal, CheckJournal, ChooseSettings, *PATTERN)

    def __init__(self, journal: Logbook | Arrival, *, home: Path | None = None, said: str = "") -> None:
        """Show an opened journal or one that is being read, and begin with what is to be said.

        It is closed when the program ends. `home` is where a journal usually lies; without it, where this one lies.
        """
        super().__init__()
        tell_by(journal.zone, journal.settings.language, journal.settings.country)
        self._home, self._said = home or journal.path, said
        self._opened = None if isinstance(journal, Arrival) else journal
        self._rest = Rest(self, journal, self._take, self._fail) if isinstance(journal, Arrival) else None
        self.open_next: OpenNext | None = None
        """The journal to be opened after this one."""
        self.trouble: JournalError | None = None
        """Why the rest of a journal could not be read, where that is so."""
        acts = LockActs(
            cover=self._cover, keep=lambda: leaving.keep_drafts(reversed(self.screen_stack)), leave=self.action_leave
        )
        self.locking = Locking(self, acts, idle_seconds=journal.settings.lock_after)
        """When everything is covered."""
        self._names = NameMasking(self._opened, on=journal.settings.masked)
        self._follow(journal.settings)

    def get_default_screen(self) -> JournalScreen:
        """Begin with the journal, as far as it is read."""
        if self._rest:
            return self._rest.screen
        from journal.ui.timeline.main import MainScreen

        return MainScreen(self._logbook)

    def on_mount(self) -> None:
        """Show the journal, and see to it that no way of ending loses a word."""
        self.watch_for_the_end()
        self.locking.start()
        if self._said:
            self.call_after_refresh(self.notify, harmless(_(self._said)), markup=False, timeout=15)
        if self._rest:
            self._rest.begin()
        else:
            self._take(self._logbook)

    def make_safe(self) -> None:
        """Keep every draft and close the journal."""
        if self._opened:
            leaving.keep_everything(reversed(self.screen_stack), self._opened)

    async def on_event(self, event: Event) -> None:
        """Handle an event, unless it covered or uncovered the screen, or has to wait for all of the journal."""
        kept = self.locking.takes(event) or (self._rest and self._rest.keeps(event))
        if not kept and not came_by_chance(self, event):
            await super().on_event(event)

    def on_paste(self, event: Paste) -> None:
        """Say of files that were dropped where nothing takes them that they are not here."""
        say_not_taken(self, event)

    def _fail(self, trouble: JournalError) -> None:
        self.trouble = trouble
        self.exit()

    @property
    def _logbook(self) -> Logbook:
        """All of the journal; no key that needs it works before it is there."""
        assert self._opened  # noqa: S101 - what `Rest` sees to
        return self._opened

    def _take(self, logbook: Logbook) -> None:
        self._opened = self._names.logbook = logbook
        self.call_after_refresh(_collect_from_now_on)
        if logbook.copies.label:
            self.call_after_refresh(self.action_become_journal)

    def action_lock_now(self) -> None:
        """Cover everything."""
        self.locking.lock()

    def action_mask_names(self) -> None:
        """Mask names and numbers on the screen, or show them again."""
        self._names.toggle(self)

    def action_lock_and_step_out(self) -> None:
        """Cover everything and give the terminal back to the shell."""
        self.locking.step_out()

    def action_protect(self) -> None:
        """Set a passphrase."""
        self.run_worker(protecting.set_passphrase(self, self._logbook.protection))

    def action_change_passphrase(self) -> None:
        """Set another passphrase, after asking for the present one."""
        self.run_worker(protecting.change_passphrase(self, self._logbook.protection, self._doorkeeper))

    def action_remove_protection(self) -> None:
        """Take the passphrase away, after asking for it."""
        self.run_worker(protecting.take_away(self, self._logbook.protection, self._doorkeeper))

    async def action_choose_settings(self) -> None:
        """Ask what is to be set."""
        from journal.ui.maintenance.flows import choose_settings

        main = self.quiet_main()
        await main.run_flow(self._go_on_in(choose_settings(main, self._follow)))

    async def action_choose_keys(self) -> None:
        """List the commands with their keys, to be changed."""
        from journal.ui.maintenance.flows import choose_keys

        main = self.quiet_main()
        await main.run_flow(choose_keys(main, self._follow))

    async def action_erase_field(self) -> None:
        """Erase what one field says, for good, after showing what that means."""
        from journal.ui.maintenance.erasing import begin

        main = self.quiet_main()
        await main.run_flow(begin(main, main.history))

    def action_become_journal(self) -> None:
        """Offer to make the copy that is open the journal."""
        from journal.ui.maintenance.flows import offer_copy

        self.run_worker(self._go_on_in(offer_copy(self.quiet_main(), self._home)))

    async def _go_on_in(self, flow: Coroutine[Any, Any, OpenNext | None]) -> None:
        """Follow a flow, and end where it leads to a journal that is to be opened next."""
        if following := await flow:
            self.open_next = following
            self.exit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing but leaving where a passer-by may look, and otherwise what makes sense."""
        at_home = len(self.screen_stack) == 1
        return _makes_sense(self._opened, action, at_home=at_home) and super().check_action(action, parameters)

    def quiet_main(self) -> MainScreen:
        """Return the main screen, with nothing being said that would lie over what comes next."""
        from journal.ui.timeline.main import MainScreen

        self.clear_notifications()
        return next(screen for screen in self.screen_stack if isinstance(screen, MainScreen))

    def _follow(self, settings: Settings) -> None:
        self.locking.watch.limit_seconds, self.locking.curtain = settings.lock_after, settings.hide_without_focus
        self.wear(settings.theme)
        self.draw_signs(settings.signs)
        self.keep_still(still=settings.still)
        cover_words(settings.cover_words)
        self.follow_keys(settings.keys)
        if self._opened:
            tell_by(self._opened.zone, country=settings.country)

    def _cover(self) -> Cover:
        from journal.ui.safety.lock_screen import HiddenScreen, LockScreen

        if self._opened is None or not self._opened.protection.protected:
            return HiddenScreen()
        return LockScreen(self._doorkeeper.attempt, self._doorkeeper.waiting)

    @cached_property
    def _doorkeeper(self) -> Doorkeeper:
        """Who tries passphrases on the open journal; one for all that asks, so that asking anew shortens no wait."""
        return protecting.doorkeeper(self._logbook.path)

    @on(messages.Go)
    @on(messages.Follow)
    @on(messages.ListRelated)
    @on(messages.TypeOffPaper)
    def _show_place(self, event: messages.PlaceAsked) -> None:
        from journal.ui.case.navigation import show

        show(self, self._logbook, event)

    @on(messages.WordsAsked)
    def _offer_words(self, event: messages.WordsAsked) -> None:
        from journal.ui.forms.kept_words import offer_words

        offer_words(event.question, self._logbook)

    def action_show_help_lines(self) -> None:
        """Show where help is found."""
        from journal.ui.case.help_lines import HelpLinesScreen

        if not isinstance(self.screen, HelpLinesScreen):
            self.push_screen(HelpLinesScreen(self._logbook))


def _collect_from_now_on() -> None:
    """Set what was read at the start apart, so that the collector of unused memory need not look through it."""
    gc.freeze()
    gc.enable()


def _makes_sense(logbook: Logbook | None, action: str, *, at_home: bool) -> bool:
    """Tell whether an act on the whole journal can be done: on the main screen, and where it makes sense.

    None is a journal that is still being read: what it usually offers is offered, and waits.
    """
    command = Command.known.get(action)
    if logbook is None:
        return action not in PROTECTING and command is not BecomeJournal
    if action in PROTECTING and not protecting.offered(logbook.protection, action, read_only=logbook.read_only):
        return False
    if not command or not command.whole:
        return True
    refused = command.writes and logbook.read_only
    strange = command is BecomeJournal and not logbook.copies.label
    return at_home and not refused and not strange

"""What every app of the program has in common: it is calm, it tells nothing, and one key leaves it at once."""

from __future__ import annotations

import asyncio
import signal
import sys
import traceback
from contextlib import suppress
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from rich.text import Text
from textual.events import Event, Key, MouseDown, Paste
from textual.worker import WorkerFailed

from journal.domain.base.errors import JournalError
from journal.domain.text.harmless import harmless
from journal.domain.text.words import _
from journal.ui.frame.adaptable_app import AdaptableApp
from journal.ui.frame.calm_pump import CalmPump
from journal.ui.frame.command import Command, bindings
from journal.ui.frame.everywhere import Leave
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.live_keys import idle_commands
from journal.ui.frame.neutral import may_be_given
from journal.ui.frame.telling import tell
from journal.ui.safety import leaving
from journal.ui.safety.disable_devtools import hush
from journal.ui.terminal.early import ENDING_SIGNALS

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType
    from textual.await_complete import AwaitComplete
    from textual.command import Provider
    from textual.driver import Driver
    from textual.notifications import SeverityLevel
    from textual.screen import Screen

HOUSE = Path(__file__).parents[2]
SECONDS_TO_END = 5
SIGNS_A_SECOND = 10
"""How fast somebody reads who is upset; a message stays for as long as it takes to read it."""
SECONDS_TO_KEEP = 5
"""How long the program goes on taking in what was typed before the leaving key."""
FAILED = 1

Result = TypeVar("Result")


class QuietApp(CalmPump, AdaptableApp[Result], inherit_bindings=False):
    """An app that says what the last key did, prints nothing of what it holds, and can be left from everywhere."""

    CSS_PATH = str(HOUSE / "ui" / "frame" / "journal.tcss")
    BINDINGS = bindings(Leave)
    ENABLE_COMMAND_PALETTE = False
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = set()
    TITLE = "Journal"

    def __init__(self) -> None:
        """Silence what Textual would tell."""
        hush()
        super().__init__()
        self.features = frozenset()
        self.devtools = None
        self._fault_told = False
        self._copied = False
        self._just_said = False
        self.left = False
        """Whether it was left at once, so that nothing may be said on the emptied screen."""
        self._left_safely = False
        self._seen_since = 0.0

    def pop_screen(self) -> AwaitComplete:
        """Go back to the screen beneath, which has not been seen again before it is drawn."""
        popped = super().pop_screen()
        self._seen_since = inf
        self.screen.call_after_refresh(self._is_seen)
        return popped

    def _is_seen(self) -> None:
        if self._seen_since == inf:
            self._seen_since = Event().time

    def on_key(self, event: Key) -> None:
        """Say why a key can do nothing now.

        A key that records or decides does nothing where it was typed before what is in front could be seen.
        """
        screen = self.screen
        if event.time < self._seen_since and self._is_grave(event.key):
            event.prevent_default()
        elif isinstance(screen, Fitted) and (words := screen.why_idle(idle_commands(screen, event.key))):
            tell(self, words)

    def _is_grave(self, key: str) -> bool:
        active = self.screen.active_bindings.get(key)
        command = Command.known.get(active.binding.action) if active else None
        return command is not None and (command.writes or command.decides)

    def make_safe(self) -> None:
        """Keep what was typed and let go of what is open, before the program ends; must not fail."""

    def watch_for_the_end(self) -> None:
        """See to it that no way of being ended from outside loses a word; called once the app runs."""
        self.screen_change_signal.subscribe(self, self._follow_screens)
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _loop, _context: None)
        for name in ENDING_SIGNALS:
            if number := getattr(signal, name, None):
                with suppress(NotImplementedError, RuntimeError):
                    loop.add_signal_handler(number, self._ended_from_outside)

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
        """Say something in the lines above the keys, for as long as it takes to read it at least.

        What was said before the last key or click gives way.
        """
        if not self._just_said:
            self.clear_notifications()
        self._just_said = True
        longer = max(timeout or self.NOTIFICATION_TIMEOUT, len(message) / SIGNS_A_SECOND)
        super().notify(message, title=title, severity=severity, timeout=longer, markup=markup)

    def clear_notifications(self) -> None:
        """Say nothing any more; what was on its way to the screen is taken away too."""
        super().clear_notifications()
        if self.screen_stack:
            self.screen.query("ToastHolder").remove()

    def _follow_screens(self, _screen: Screen[Any]) -> None:
        """Say on another screen only what was said since the last key or click, and wait for none that is covered."""
        if not self._just_said:
            self.clear_notifications()
        if self._seen_since == inf:
            # What was gone back to is covered again, so that it is never drawn; no key was meant for it.
            self._is_seen()

    async def on_event(self, event: Event) -> None:
        """Handle an event; what is said after it belongs to it."""
        if isinstance(event, Key | MouseDown | Paste):
            self._just_said = False
        if isinstance(event, Paste):
            # Some terminals paste before they tell that they have the focus again; without it, no field takes words.
            self.app_focus = True
        await super().on_event(event)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what the person asked to copy; the terminal's clipboard is emptied again at the end."""
        self._copied = True
        super().copy_to_clipboard(text)

    def get_driver_class(self) -> type[Driver]:
        """Return the driver whose input cannot end the program; Textual's own where a system has no such terminal."""
        if sys.platform == "win32":
            return super().get_driver_class()
        from journal.ui.terminal.driver import TerminalDriver

        return TerminalDriver

    def prepare_to_leave(self) -> None:
        """Draw nothing any more, because the driver has emptied the screen, and end soon in any case."""
        self._begin_batch()
        asyncio.get_running_loop().call_later(SECONDS_TO_KEEP, self.action_leave)

    def action_leave(self) -> None:
        """Empty the screen, keep what was typed, end."""
        if self.left:
            return
        self.left = True
        if self._driver is not None:
            leaving.blank(self._driver)
        if self._copied:
            super().copy_to_clipboard("")
        self._begin_batch()
        try:
            self.make_safe()
            self._left_safely = True
        finally:
            self.exit(return_code=0)

    def end_without_terminal(self) -> None:
        """Keep what was typed and end, within five seconds whatever happens."""
        self._ended_from_outside()

    def action_say_how_to_leave(self) -> None:
        """Say how the program is left, where another program would end, save or find."""
        self.notify(_("Ctrl+Q is the quick exit, F1 shows the keys. What you recorded is already saved."), markup=False)

    def _ended_from_outside(self) -> None:
        if hasattr(signal, "alarm"):
            signal.alarm(SECONDS_TO_END)
        self.action_leave()

    def panic(self, *renderables: RenderableType) -> None:
        """End after a fault: keep what was typed, and print where it was and nothing of what is in the journal.

        Nothing is said once all is kept and the screen is emptied: what is still being made then, as the first screen
        of a start, misses what is already taken away.
        """
        del renderables
        if self._left_safely:
            self._return_code = 0
            self._close_messages_no_wait()
            return
        self.make_safe()
        if not self._fault_told:
            self._fault_told = True
            self._return_code = FAILED
            self._exit_renderables.append(Text(_crash_words(self._exception)))
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        """Tell a JournalError of a worker or of what was called later, as a pump does; end after any other."""
        trouble = error.error if isinstance(error, WorkerFailed) else error
        if isinstance(trouble, JournalError):
            tell(self, str(trouble), trouble=True)
        else:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self.panic()

    def action_show_help(self) -> None:
        """Show what can be done here."""
        from journal.ui.frame.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_open_palette(self) -> None:
        """List the commands."""
        from journal.ui.lists.palette import open_palette

        open_palette(self)


def _crash_words(error: BaseException | None) -> str:
    """Return what a person reads after a crash; the fault's own message may quote the journal, so it is left out.

    A JournalError is a sentence for the person, and no fault of the program.
    """
    if isinstance(error, JournalError):
        return harmless(str(error))
    told = _(
        "Journal closed because of a program error. What you saved is safe. What you were typing is kept as a draft."
    )
    if error is None:
        return told
    frames: list[Any] = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if HOUSE in Path(one.filename).parents] or frames
    where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return told + "\n" + _("To report this error: {name}, {where}").format(name=type(error).__name__, where=where)

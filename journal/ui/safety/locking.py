"""When everything is covered: by a key, after idle time, before the terminal is given away, without the focus."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from textual import events

from journal.ui.frame.neutral import Curtain, NeutralScreen, is_neutral
from journal.ui.safety.idle import IdleWatch, passing_time

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver
    from textual.screen import Screen
    from textual.widget import Widget

    Cover = NeutralScreen[Any]

SECONDS_BETWEEN_LOOKS = 1
_EMPTY = "\x1b[0m\x1b[2J\x1b[H"


class LockActs(Struct, frozen=True):
    """What the app does itself when it locks."""

    cover: Callable[[], Cover]
    """Makes the screen that covers everything."""
    keep: Callable[[], None]
    """Makes safe what was typed, once everything is covered; must not fail."""
    leave: Callable[[], None]
    """Ends the program; called when anything but an answer takes the cover away."""


class Locking:
    """Covers the screens of an app and uncovers them again; what is beneath stays as it was, and is not drawn.

    The app calls `start` once it runs, and asks `takes` about each event before it handles it.
    """

    def __init__(
        self, app: App[Any], acts: LockActs, *, idle_seconds: float = 0, now: Callable[[], float] = passing_time
    ) -> None:
        """Lock after so many idle seconds; 0 is never."""
        self._app, self._acts = app, acts
        self._cover: Cover | None = None
        self._covered_at = 0.0
        self._typed_before: list[events.Key] = []
        self._focused: Widget | None = None
        self.watch = IdleWatch(idle_seconds, self.lock, now=now)
        """Its limit may be changed at any time."""
        self.curtain = False
        """Whether the screen is empty while another window has the focus; may be changed at any time."""

    def start(self) -> None:
        """Begin to watch, and to lock before a stop that somebody else asks for."""
        self._app.set_interval(SECONDS_BETWEEN_LOOKS, self.watch.look)
        self._app.screen_change_signal.subscribe(self._app, self._screen_changed, immediate=True)
        if hasattr(signal, "SIGTSTP"):
            with suppress(NotImplementedError, RuntimeError):
                asyncio.get_running_loop().add_signal_handler(signal.SIGTSTP, self.step_out)

    @property
    def locked(self) -> bool:
        """Whether a cover lies over everything."""
        return self._cover is not None

    def lock(self) -> None:
        """Cover everything now, then keep what was typed; does nothing where nothing is open."""
        self._lift_curtain()
        if is_neutral(self._app):
            return
        # First of all: making the cover may read the file.
        self._empty_terminal()
        self._focused = self._app.focused or self._focused
        self._cover, self._covered_at = self._acts.cover(), events.Event().time
        self._app.clear_notifications()
        self._app.push_screen(self._cover, self._uncovered)
        self._acts.keep()

    def step_out(self) -> None:
        """Lock, and stop until the shell brings the program back; where a system has no such thing, only lock."""
        self.lock()
        driver = self._driver
        if driver is None or driver.is_headless or not driver.can_suspend or not hasattr(signal, "SIGSTOP"):
            return
        driver.suspend_application_mode()
        os.kill(os.getpid(), signal.SIGSTOP)
        self._app.refresh(layout=True)

    def takes(self, event: events.Event) -> bool:
        """Tell whether an event goes no further, because it covered or uncovered something."""
        if self._was_overtaken(event):
            return True
        if isinstance(event, events.AppBlur):
            self._focused = self._app.focused or self._focused
            self._draw_curtain()
        elif isinstance(event, events.AppFocus):
            self._lift_curtain()
        elif isinstance(event, events.InputEvent | events.Paste):
            return self._takes_input(event)
        return False

    def _was_overtaken(self, event: events.Event) -> bool:
        """Put a key aside that was typed before the cover came and is no word for it; it works once that is gone."""
        if not isinstance(event, events.Key) or self._cover is None or event.time >= self._covered_at:
            return False
        self._typed_before.append(events.Key(event.key, event.character))
        event.stop()
        return True

    def _takes_input(self, event: events.Event) -> bool:
        was_open = not is_neutral(self._app)
        if not self.watch.touched() and was_open:
            return True
        return isinstance(event, events.Key | events.MouseDown | events.Paste) and self._lift_curtain()

    def _draw_curtain(self) -> None:
        if self.curtain and not is_neutral(self._app):
            self._app.push_screen(Curtain())
            self._empty_terminal()

    def _lift_curtain(self) -> bool:
        top = self._app.screen_stack[-1]
        if isinstance(top, Curtain):
            top.dismiss()
            return True
        return False

    def _uncovered(self, _answer: object) -> None:
        self._cover = None
        focused, self._focused = self._focused, None
        if focused is not None and focused.is_attached and focused.screen is self._app.screen:
            self._app.screen.set_focus(focused)
        self._app.call_after_refresh(self._give_back)

    async def _give_back(self) -> None:
        """Let the keys work that were put aside, each on what the one before it opened."""
        if self._typed_before and self._cover is None:
            # It counts as typed now, on what is seen again: a key that records does nothing on what was not seen.
            kept = self._typed_before.pop(0)
            await self._app.on_event(events.Key(kept.key, kept.character))
            self._app.call_after_refresh(self._give_back)

    def _screen_changed(self, screen: Screen[Any]) -> None:
        if self._cover is not None and not self._cover.answered and screen is not self._cover:
            self._acts.leave()

    @property
    def _driver(self) -> Driver | None:
        return self._app._driver  # noqa: SLF001 - Textual has no public name for it

    def _empty_terminal(self) -> None:
        if self._driver is not None:
            self._driver.write(_EMPTY)
            self._driver.flush()

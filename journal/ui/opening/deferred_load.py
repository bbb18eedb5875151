"""Until all of a journal is read: what may be done with its newest entries, and the change to the main screen."""

from __future__ import annotations

from collections import deque
from functools import cached_property
from typing import TYPE_CHECKING

from textual import events

from journal.domain.base.errors import JournalError
from journal.ui.frame.everywhere import Leave, LockAndStepOut, LockNow
from journal.ui.frame.moving_commands import GoToTop, MoveDown, MoveUp, PageBack, PageOn
from journal.ui.frame.neutral import is_neutral
from journal.ui.opening.opening import OpeningScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from journal.logbook import Logbook
    from journal.ui.frame.command import Command
    from journal.ui.opening.arrival import Arrival

_AT_ONCE = (Leave, LockNow, LockAndStepOut)
SECONDS_BETWEEN_LOOKS = 0.1
_MOVING = (MoveUp, MoveDown, PageBack, PageOn, GoToTop)


class Rest:
    """The reading of the rest, and the keys that wait for it."""

    def __init__(
        self,
        app: App[None],
        arrival: Arrival,
        take: Callable[[Logbook], None],
        failed: Callable[[JournalError], None],
    ) -> None:
        """Call `take` with the journal when it is read, or `failed` with what went wrong."""
        self._app, self._arrival, self._take, self._failed = app, arrival, take, failed
        self._kept: deque[events.Key | events.Paste] = deque()
        self._waiting = True
        self._logbook: Logbook | None = None

    @cached_property
    def screen(self) -> OpeningScreen:
        """What is shown until then."""
        return OpeningScreen(self._arrival, self._go_over)

    def begin(self) -> None:
        """Read the rest beside the screen, once the screen is drawn."""
        self.screen.call_after_refresh(self._start)

    def _start(self) -> None:
        self._app.run_worker(self._read(), group="rest")

    def keeps(self, event: events.Event) -> bool:
        """Tell whether an event has to wait; what moves within the newest entries, covers or leaves has not."""
        if not self._waiting or not isinstance(event, events.Key | events.Paste):
            return False
        if isinstance(event, events.Key) and (event.is_forwarded or event.key in _keys(*_AT_ONCE)):
            # One that is forwarded was let through already, and is on its way to what has the focus.
            return False
        if is_neutral(self._app):
            return False
        moves = isinstance(event, events.Key) and event.key in _keys(*_MOVING)
        if moves and not self._kept and self._logbook is None:
            return False
        self._kept.append(event)
        return True

    async def _read(self) -> None:
        try:
            self._logbook = await self._arrival.logbook()
        except JournalError as trouble:
            self._failed(trouble)
        else:
            self._take(self._logbook)
            self._app.call_next(self._go_over)

    async def _go_over(self) -> None:
        """Change to the main screen; where something covers the newest entries, once it is gone."""
        if self._logbook and self._app.screen is self.screen:
            from journal.ui.timeline.main import MainScreen

            # The first screen of all lacks what Textual wants to take from a screen that makes way.
            self.screen._push_result_callback(self._app, None)  # noqa: SLF001 - Textual has no public way
            await self._app.switch_screen(MainScreen(self._logbook, self.screen.chosen, self._arrival.stretches))
            self._app.call_after_refresh(self._give_back)

    async def _give_back(self) -> None:
        """Let the keys work that waited, one after the other, each on what the one before it opened.

        While something covers the screen they go on waiting: they are words of the journal, and no passphrase.
        """
        if not self._kept:
            self._waiting = False
            return
        if is_neutral(self._app):
            self._app.set_timer(SECONDS_BETWEEN_LOOKS, self._give_back)
            return
        event = self._kept.popleft()
        # It waited for the screen that is in front now, and was not typed before it by mistake.
        event.time = events.Event().time
        self._waiting = False
        await self._app.on_event(event)
        self._waiting = True
        # The next one comes once this one was taken: what takes it may give the focus on, which the app does later.
        self._app.call_after_refresh(self._app.call_later, self._app.call_after_refresh, self._give_back)


def _keys(*commands: type[Command]) -> frozenset[str]:
    return frozenset(key for command in commands for key in command.keys_now())

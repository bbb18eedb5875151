"""Input queue: hands each key to the app once the one before has had its whole effect, so that a burst keeps its order.

Textual forwards a key to whatever has the focus when the app sees it; of `tab` and a letter that arrive together, the
letter would go to the field that the tab is about to leave.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import events

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App
    from textual.message import Message
    from textual.message_pump import MessagePump

LEAVING = "ctrl+q"
"""The name of the key that stands for both leaving keys."""
PATIENCE = 2.0
"""Seconds after which the next key is handed on although the one before is still at work."""
LAST = 100
"""So many events at most are still handed on before a leaving key; hands type no more ahead of the program."""


class Feeder:
    """A queue of input events, and the task that empties it; lives in the loop of the app."""

    def __init__(self, app: App[Any]) -> None:
        """Feed this app from now on."""
        self._app = app
        self._queue: asyncio.Queue[Message] = asyncio.Queue()
        self._leaving = False
        self._task = asyncio.get_running_loop().create_task(self._feed())

    def put(self, message: Message) -> None:
        """Add an event at the end, or drop it where it comes too late before a leaving key; called in the loop."""
        if not self._leaving or self._queue.qsize() < LAST or is_leaving(message):
            self._queue.put_nowait(message)

    def prepare_to_leave(self) -> None:
        """Drop what waits but for its beginning, and wait for the screen no longer, which is not drawn any more."""
        self._leaving = True
        waiting = [self._queue.get_nowait() for _ in range(self._queue.qsize())]
        for message in waiting[:LAST]:
            self._queue.put_nowait(message)

    def close(self) -> None:
        """Hand nothing on any more."""
        self._task.cancel()

    async def _feed(self) -> None:
        while True:
            message = await self._queue.get()
            goes_on = self._stays_in_a_field(message)
            way = self._way()
            self._app.post_message(message)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._settled(way, drawn=not (self._leaving or goes_on)), PATIENCE)

    def _stays_in_a_field(self, message: Message) -> bool:
        """Tell whether nothing comes of it but a letter in the field that has the focus, or a moved mouse."""
        focused = self._app.focused
        if isinstance(message, events.Key) and focused is not None:
            return focused.check_consume_key(message.key, message.character)
        return isinstance(message, events.MouseMove)

    def _way(self) -> list[MessagePump]:
        """Return whom a key passes, from the field that has the focus to the app."""
        return [*(self._app.focused or self._app.screen).ancestors_with_self]

    async def _settled(self, way: list[MessagePump], *, drawn: bool) -> None:
        """Wait until everybody on the way has dealt with what came, and the screen shows what came of it."""
        for pump in (self._app, *way):
            await _called(pump.call_later)
        if drawn:
            await _called(self._app.call_after_refresh)


def is_leaving(message: Message) -> bool:
    """Tell whether this is the key by which the driver tells that the program is left."""
    return isinstance(message, events.Key) and message.key == LEAVING


async def _called(later: Callable[..., bool]) -> None:
    """Wait until a callback that is given to `later` is called; at once where it is not taken."""
    done = asyncio.get_running_loop().create_future()

    def tell() -> None:
        if not done.done():
            done.set_result(None)

    if later(tell):
        await done

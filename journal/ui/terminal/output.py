"""Writer thread: what the app draws goes to the terminal in order, and a terminal that is gone holds nobody up."""

from __future__ import annotations

import os
from collections import deque
from threading import Condition, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_QUEUE = 30
"""Writes that may wait; a terminal that reads no faster slows the app down, as long as it is there."""
SECONDS_TO_FINISH = 2
"""How long the end of the program waits for a terminal that does not read."""


class Output:
    """Writes to a terminal from a thread of its own."""

    def __init__(self, descriptor: int, encode: Callable[[str], bytes], on_gone: Callable[[], None]) -> None:
        """Write to this descriptor; `on_gone` is called once, in the thread, when nothing can be written any more."""
        self._descriptor, self._encode, self._on_gone = descriptor, encode, on_gone
        self._waiting: deque[str] = deque()
        self._changed = Condition()
        self._muted = self._gone = self._stopped = False
        self._thread = Thread(target=self._run, name="terminal-output", daemon=True)

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def write(self, text: str) -> None:
        """Put something in the queue, and wait while that is full; dropped while muted or once the terminal is gone."""
        with self._changed:
            self._changed.wait_for(lambda: self._muted or self._gone or len(self._waiting) < LONGEST_QUEUE)
            if not self._muted and not self._gone:
                self._waiting.append(text)
                self._changed.notify_all()

    def blank(self, text: str) -> None:
        """Write this before all that waits, which is dropped, and nothing after it until `unmute`."""
        with self._changed:
            self._waiting.clear()
            self._waiting.append(text)
            self._muted = True
            self._changed.notify_all()

    def unmute(self) -> None:
        """Let writes through again."""
        with self._changed:
            self._muted = False

    def let_go(self) -> None:
        """Take the terminal for gone: nothing waits for it any more."""
        with self._changed:
            self._gone = True
            self._waiting.clear()
            self._changed.notify_all()

    def stop(self) -> None:
        """Write what waits and end the thread; a terminal that does not read is given two seconds."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        self._thread.join(SECONDS_TO_FINISH)

    def _run(self) -> None:
        while (text := self._next()) is not None:
            data = self._encode(text)
            try:
                while data:
                    data = data[os.write(self._descriptor, data) :]
            except OSError:
                self.let_go()
                self._on_gone()
                return

    def _next(self) -> str | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._stopped or self._gone)
            if not self._waiting:
                return None
            text = "".join(self._waiting)
            self._waiting.clear()
            self._changed.notify_all()
            return text

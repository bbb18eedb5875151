"""Watchdog for the terminal: ends the program when its window is closed, also while everything else is stuck."""

from __future__ import annotations

import os
import select
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS_TO_END = 5
"""How long the program may take to keep what was typed once its terminal is gone."""
FAILED = 1


class TerminalWatch:
    """Waits in a thread of its own, without polling, until the other side of a terminal is closed."""

    def __init__(self, descriptor: int, on_gone: Callable[[], None]) -> None:
        """Watch this descriptor; `on_gone` is called in the thread, and the process is ended five seconds later."""
        self._descriptor, self._on_gone = descriptor, on_gone
        self._inside, self._outside = os.pipe()
        self._thread = Thread(target=self._run, name="terminal-watch", daemon=True)

    def start(self) -> None:
        """Begin to watch; where a system cannot be asked about a terminal, nothing is watched."""
        if hasattr(select, "poll") and not hung_up(self._descriptor):
            self._thread.start()

    def stop(self) -> None:
        """Watch no longer, and let the process live."""
        os.close(self._outside)
        if self._thread.is_alive():
            self._thread.join()
        os.close(self._inside)

    def _run(self) -> None:
        waiting = select.poll()
        waiting.register(self._descriptor, 0)
        waiting.register(self._inside, 0)
        happened = dict(waiting.poll())
        if self._inside in happened:
            return
        self._on_gone()
        stopped = select.poll()
        stopped.register(self._inside, 0)
        if not stopped.poll(SECONDS_TO_END * 1000):
            os._exit(FAILED)


def hung_up(descriptor: int) -> bool:
    """Tell whether the other side of a terminal is closed, or whether that cannot be asked."""
    now = select.poll()
    now.register(descriptor, 0)
    return bool(now.poll(0))

"""Debouncing: work that is done once no more keys come for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message_pump import MessagePump
    from textual.timer import Timer

REST = 0.1
"""Seconds without a key after which what was put off is done; a held key repeats sooner."""

PAUSE = 0.25
"""Seconds without a letter after which somebody has stopped typing."""

BETWEEN_FRAMES = 1 / 120
"""Seconds between two slices of long work, in which keys are taken and the screen is drawn."""


class Debounce:
    """Debounced callback: runs once some time has passed since the last call of `restart`."""

    def __init__(self, owner: MessagePump, callback: Callable[[], None]) -> None:
        """The timer ends with its owner."""
        self._owner, self._callback = owner, callback
        self._timer: Timer | None = None

    def restart(self, seconds: float | None = None) -> None:
        """Wait from the beginning, for so many seconds or else for `REST`."""
        self.stop()
        self._timer = self._owner.set_timer(REST if seconds is None else seconds, self._run)

    def stop(self) -> bool:
        """Wait no longer; tell whether the callback was waited for."""
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.stop()
        return timer is not None

    def _run(self) -> None:
        self._timer = None
        self._callback()

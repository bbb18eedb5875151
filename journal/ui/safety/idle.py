"""Notices that nobody has done anything for a while."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def passing_time() -> float:
    """Return seconds from a clock that nobody sets, and that goes on while the computer sleeps."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
    return time.monotonic()


class IdleWatch:
    """Calls somebody after a time without a sign of life, and again after each further such time.

    It has no clockwork of its own: `look` is to be called every second or so.
    """

    def __init__(
        self, limit_seconds: float, on_idle: Callable[[], object], *, now: Callable[[], float] = passing_time
    ) -> None:
        """Watch from now on; a limit of 0 never calls anybody."""
        self.limit_seconds = limit_seconds
        """May be changed at any time; counts from the last sign of life."""
        self._on_idle = on_idle
        self._now = now
        self._last = now()

    def look(self) -> bool:
        """Call where the limit has passed; tell whether it has."""
        now = self._now()
        passed = self.limit_seconds > 0 and now - self._last >= self.limit_seconds
        if passed:
            self._last = now
            self._on_idle()
        return passed

    def touched(self) -> bool:
        """Take note of a sign of life; tell whether it came in time.

        One that comes too late, because the computer slept meanwhile, calls first.
        """
        late = self.look()
        self._last = self._now()
        return not late

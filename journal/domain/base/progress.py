"""Progress callback of slow operations."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], object]
"""Called with the bytes done and the total, in the thread that does the work."""


def nobody(_done: int, _whole: int) -> None:
    """Progress callback that does nothing."""

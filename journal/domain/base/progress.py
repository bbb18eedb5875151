"""How far slow work is, told by whoever does it to whoever wants to know."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], object]
"""Is told what is done and what that will be in the end, in bytes, in the thread that does the work."""


def nobody(_done: int, _whole: int) -> None:
    """Tell nobody."""

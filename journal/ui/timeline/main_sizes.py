"""The sizes from which the main screen is laid out, in cells and rows of the terminal."""

from __future__ import annotations

WIDE = 100
"""From so many columns on, the entry stands beside the timeline."""
SHORT, TALL = 10, 18
"""From so many rows on, the panes have borders; from so many, the weekly strip has its line."""
SHARE, SHARE_OF_THE_SIDE = 11, 9
"""How the timeline and what stands beside it share the width."""


def timeline_width(columns: int) -> int:
    """Return how many columns the timeline takes, with its border."""
    return columns if columns < WIDE else columns * SHARE // (SHARE + SHARE_OF_THE_SIDE)

"""Folders on this computer: mounted removable media, and completion of typed paths."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PLACES = ("/run/media/*", "/media/*", "/media", "/Volumes")
"""Glob patterns of mount points, the likeliest first; a star stands for the user."""


def sticks(places: Sequence[str] = PLACES) -> list[Path]:
    """Return the mount points of removable media that can be written; none where a system hides them."""
    return [path for place in places for path in _inside(place) if os.path.ismount(path) and os.access(path, os.W_OK)]


def completed(typed: str) -> str:
    """Complete a typed path to the end of the first folder that it may mean; "" where there is none.

    Reads the disk, so it may block for a while.
    """
    before, start = os.path.split(typed)
    if not before or not start:
        return ""
    try:
        with os.scandir(Path(before).expanduser()) as found:
            names = sorted(one.name for one in found if one.name.startswith(start) and one.is_dir())
    except (OSError, RuntimeError, ValueError):
        return ""
    return str(Path(before) / names[0]) + os.sep if names else ""


def _inside(place: str) -> Iterator[Path]:
    root = Path(place.removesuffix("/*"))
    try:
        found = sorted(root.glob("*/*" if place.endswith("/*") else "*"))
    except OSError:
        return
    yield from found

"""Folders on this computer: where sticks are, and how a path that is being typed goes on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PLACES = ("/run/media/*", "/media/*", "/media", "/Volumes")
"""Where systems show the sticks that are in, the likeliest first; a star stands for the person."""


def sticks(places: Sequence[str] = PLACES) -> list[Path]:
    """Return the folders of the sticks and disks that are in and can be written; none where a system hides them."""
    return [path for place in places for path in _inside(place) if os.path.ismount(path) and os.access(path, os.W_OK)]


def completed(typed: str) -> str:
    """Return a typed path up to the end of the first folder that it may mean; "" where there is none.

    Looks at the disk, so that it may take a while.
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

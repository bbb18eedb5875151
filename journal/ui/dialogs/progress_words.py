"""Progress of long work in words: a bar, how much is done and found, and about how long it still takes."""

from __future__ import annotations

from journal.domain.text.numbers import in_figures
from journal.domain.text.words import _, many, spoken

BAR = 40
"""Cells of the bar."""
_FIRST_SECONDS, _FIRST_PART = 2.0, 0.02
"""Seconds and part of the work after which it can be told how long the rest takes."""
_MINUTES_FROM = 90
"""Seconds from which on minutes are told."""


def seconds_left(done: int, whole: int, elapsed: float) -> int | None:
    """Return about how many seconds are left at the pace so far; None while that is too early to tell."""
    if not whole or elapsed < _FIRST_SECONDS or done < whole * _FIRST_PART:
        return None
    return round(elapsed * (whole - done) / done)


def progress_in_words(percent: int, found: int, left: int | None) -> str:
    """Render the bar, and below it what is known of the progress."""
    filled = BAR * min(percent, 100) // 100
    told = [_("{part} done").format(part=f"{percent} %")]
    if found:
        told.append(_("{count} found").format(count=in_figures(found, spoken())))
    if left is not None:
        told.append(_left(left))
    return "█" * filled + "░" * (BAR - filled) + "\n" + " · ".join(told)


def _left(seconds: int) -> str:
    if seconds < _MINUTES_FROM:
        return many("about {count} second left", "about {count} seconds left", seconds).format(count=seconds)
    minutes = round(seconds / 60)
    return many("about {count} minute left", "about {count} minutes left", minutes).format(count=minutes)

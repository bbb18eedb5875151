"""How long a person waits after wrong passphrases, so that trying one after another takes too long to be of use."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

LONGEST = 60
"""Seconds; never more, so that somebody else's attempts do not lock the owner out."""


def delay_after(failed: int) -> int:
    """Return the seconds to wait after so many failed attempts in a row: 0, 1, 2, 4, … and never more than 60."""
    return min(LONGEST, 1 << min(failed - 1, LONGEST)) if failed > 0 else 0


def still_to_wait(failed: int, last: datetime | None, now: datetime) -> timedelta:
    """Return how much of the delay is left; `last` is when the last attempt failed, None where that is not known.

    Where the clock was set back since, the whole delay is left, and no more than that.
    """
    whole = timedelta(seconds=delay_after(failed))
    passed = max(now - last, timedelta()) if last else timedelta()
    return max(whole - passed, timedelta())

"""Exponential backoff after failed passphrase attempts, against guessing by hand."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

LONGEST = 60
"""Maximum delay in seconds, so that another person's attempts do not lock the owner out."""


def delay_after(failed: int) -> int:
    """Return the delay in seconds after so many consecutive failures: 0, 1, 2, 4, … at most 60."""
    return min(LONGEST, 1 << min(failed - 1, LONGEST)) if failed > 0 else 0


def still_to_wait(failed: int, last: datetime | None, now: datetime) -> timedelta:
    """Return the remaining delay; `last` is the time of the last failure, None where it is unknown.

    Where the clock was set back since, the whole delay remains, and no more than that.
    """
    whole = timedelta(seconds=delay_after(failed))
    passed = max(now - last, timedelta()) if last else timedelta()
    return max(whole - passed, timedelta())

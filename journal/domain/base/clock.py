"""Where time and chance come from: both are handed in, so that tests and the demo can seed them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Gives the present moment, aware, in UTC."""

Salts = Callable[[], bytes]
"""Gives 16 fresh random bytes at each call."""


def system_clock() -> datetime:
    """Return what the computer's clock says now, in UTC."""
    return datetime.now(UTC)


def system_salts() -> bytes:
    """Return 16 bytes from the operating system's source of randomness."""
    import secrets

    return secrets.token_bytes(16)

"""Clock and randomness as injected callables, so that tests and the demo can seed them."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Returns the present time, aware, in UTC."""

Salts = Callable[[], bytes]
"""Returns 16 fresh random bytes on each call."""


def system_clock() -> datetime:
    """Return the computer's time, in UTC."""
    return datetime.now(UTC)


def system_salts() -> bytes:
    """Return 16 bytes from the operating system's cryptographic random generator."""
    return os.urandom(16)

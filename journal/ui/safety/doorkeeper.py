"""Attempts to open a protected journal: each wrong passphrase makes the next one wait longer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from journal.domain.ledger.attempt_delay import still_to_wait
from journal.store.age.protection import WrongPassphrase
from journal.store.ledger.unlocking import attempts_of, unlock_file

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.base.clock import Clock
    from journal.store.age.protection import Key


class Doorkeeper:
    """Tries what is typed on the journal at a path, and makes whoever types wrong wait longer each time."""

    def __init__(self, path: Path, clock: Clock) -> None:
        """Go on from the attempts that the file has counted."""
        self._path, self._clock = path, clock
        counted = attempts_of(path)
        self._failed = counted.failed
        self._last = datetime.fromisoformat(counted.last) if counted.last else None

    def attempt(self, typed: str) -> Key:
        """Return the key; takes seconds, and counts an attempt in vain. Raises as `unlock_file`."""
        try:
            key = unlock_file(self._path, typed, self._clock().astimezone(UTC))
        except WrongPassphrase:
            self._failed += 1
            self._last = self._clock()
            raise
        self._failed, self._last = 0, None
        return key

    def waiting(self) -> float:
        """Return the seconds for which nothing may be tried now."""
        return still_to_wait(self._failed, self._last, self._clock()).total_seconds()

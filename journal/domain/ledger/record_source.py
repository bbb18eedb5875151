"""Access to the records of a ledger by their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from journal.domain.ledger.record import Record


class RecordSource(Protocol):
    """Ledger whose records can be read again."""

    def numbered(self, number: int) -> Record:
        """Return the record of this number; raises Unreadable where it can no longer be read."""

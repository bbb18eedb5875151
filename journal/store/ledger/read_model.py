"""Read model: what is folded from the records of a ledger while they are read."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journal.domain.entry.partial_record import IndexedRecord
    from journal.domain.ledger.record import Record
    from journal.domain.ledger.record_source import RecordSource


class ReadModel(Protocol):
    """Model folded from records; both methods return the records that it cannot understand."""

    source: RecordSource | None
    """Where it reads records again that came partially decoded."""

    def replay(self, records: Iterable[Record | IndexedRecord]) -> Sequence[Record | IndexedRecord]:
        """Begin anew with these records; what raises while they are iterated changes nothing."""

    def apply_all(self, records: Iterable[Record | IndexedRecord]) -> Sequence[Record | IndexedRecord]:
        """Add these records."""


class NoModel:
    """Read model that holds nothing."""

    source: RecordSource | None = None

    def replay(self, records: Iterable[Record | IndexedRecord]) -> Sequence[Record | IndexedRecord]:
        """Iterate over the records, which is what reads them."""
        deque(records, maxlen=0)
        return ()

    apply_all = replay

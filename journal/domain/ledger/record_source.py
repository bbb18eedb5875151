"""Access to the records of a ledger by their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journal.domain.ledger.record import Record


class RecordSource(Protocol):
    """Ledger whose records can be read again."""

    def numbered(self, number: int) -> Record:
        """Return the record of this number; raises Unreadable where it can no longer be read."""

    def several(self, numbers: Sequence[int]) -> Iterator[Record]:
        """Yield the records of these numbers, in ascending order, faster than one by one; raises as `numbered`."""

    def bodies(self, numbers: Sequence[int]) -> Iterator[Mapping[str, Any]]:
        """Yield only the fields of these records, which is faster still; raises as `numbered`."""

"""The records of an open journal as a sequence; those that are not kept in memory are read again from the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar, overload

import msgspec
from msgspec import Struct

from journal.domain.base.errors import Unreadable
from journal.domain.ledger.record import Record
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from journal.store.file.places import PlacedRows
    from journal.store.ledger.storage import JournalStorage

Decoded = TypeVar("Decoded")


class _Fields(Struct, gc=False):
    """Record of which only the fields are decoded."""

    body: dict[str, Any]


_RECORD = msgspec.json.Decoder(Record)
_FIELDS = msgspec.json.Decoder(_Fields)
_GONE = N_(
    "What was written earlier cannot be read from the journal's file just now: the disk may be out, or another program "
    "wrote into the file. What you typed is safe, and nothing was changed; put the disk back, or open a copy."
)


class StoredRecords(Sequence[Record]):
    """Records of the ledger, the first of which may lie in the file only, each where its number says.

    Reading one of those raises Unreadable where the file no longer holds what was loaded. May be read from any thread.
    """

    def __init__(self, storage: JournalStorage) -> None:
        """Begin with none."""
        self._storage = storage
        self._first, self._kept = 0, list[Record]()

    def take(self, kept: Iterable[Record], first: int = 0) -> None:
        """Hold these records in memory; the first so many before them are in the file."""
        self._first, self._kept = first, list(kept)

    def take_rewritten(self, records: Sequence[Record]) -> None:
        """Hold all these records after the file was written anew with them, as many as possible only there."""
        placed = self._placed()
        first = min(len(placed) if placed else 0, max(len(records) - 1, 0))
        self.take(records[first:], first)

    def extend(self, added: Iterable[Record]) -> None:
        """Append records, which stay in memory."""
        self._kept.extend(added)

    def cut(self, count: int) -> None:
        """Drop what was appended beyond so many records."""
        del self._kept[count - self._first :]

    def numbered(self, number: int) -> Record:
        """Return the record of this number, in a ledger that lacks none."""
        return self[number - 1]

    def several(self, numbers: Sequence[int]) -> Iterator[Record]:
        """Yield the records of these numbers, in ascending order, in a ledger that lacks none."""
        there, placed = self._split(numbers)
        yield from _decoded(_RECORD.decode, placed)
        yield from map(self.numbered, numbers[there:])

    def bodies(self, numbers: Sequence[int]) -> Iterator[Mapping[str, Any]]:
        """Yield the fields of the records of these numbers, in ascending order, in a ledger that lacks none."""
        there, placed = self._split(numbers)
        yield from (one.body for one in _decoded(_FIELDS.decode, placed))
        yield from (self.numbered(number).fields() for number in numbers[there:])

    def _split(self, numbers: Sequence[int]) -> tuple[int, Iterator[bytes]]:
        """Return how many of these records are read from final lines of the file, and their rows."""
        placed = self._placed() if numbers and numbers[0] <= self._first else None
        if placed is None:
            return 0, iter(())
        there = bisect_right(numbers, min(len(placed), self._first))
        return there, placed.some([number - 1 for number in numbers[:there]])

    def __len__(self) -> int:
        """Return the number of records."""
        return self._first + len(self._kept)

    def __iter__(self) -> Iterator[Record]:
        """Yield all records; those in the file are read in pieces."""
        yield from map(_RECORD.decode, self._rows())
        yield from self._kept

    @overload
    def __getitem__(self, at: int) -> Record: ...
    @overload
    def __getitem__(self, at: slice) -> list[Record]: ...
    def __getitem__(self, at: int | slice) -> Record | list[Record]:
        """Return one of them, or some."""
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            if start >= self._first and step == 1:
                return self._kept[start - self._first : max(start, stop) - self._first]
            return list(self) if at == slice(None) else [self[one] for one in range(start, stop, step)]
        at = range(len(self))[at]
        return self._kept[at - self._first] if at >= self._first else self._read(at)

    def _read(self, at: int) -> Record:
        try:
            placed = self._placed()
            row = placed.row(at) if placed and at < len(placed) else self._recent(at)
            record = _RECORD.decode(row)
        except (OSError, ValueError, LookupError, RecursionError) as error:
            raise Unreadable(_(_GONE)) from error
        return record

    def _rows(self) -> Iterator[bytes]:
        """Yield the rows that are in the file only; a checkpoint may come in between."""
        at = 0
        while at < self._first:
            try:
                placed = self._placed()
                rows = placed.rows(at) if placed and at < len(placed) else [self._recent(at)]
            except (OSError, ValueError, LookupError) as error:
                raise Unreadable(_(_GONE)) from error
            rows = rows[: self._first - at]
            at += len(rows)
            yield from rows

    def _placed(self) -> PlacedRows | None:
        """Return what the file holds now in final lines; None where their places were not noted."""
        snapshot, held, codec = self._storage.committer.now()
        return snapshot.placed(held, codec)

    def _recent(self, at: int) -> bytes:
        """Return a row behind the final lines."""
        snapshot, _held, codec = self._storage.committer.now()
        return bytes(snapshot.recent[at - snapshot.blocks * codec.rows_per_line][1])


def _decoded(decode: Callable[[bytes], Decoded], rows: Iterable[bytes]) -> Iterator[Decoded]:
    """Yield what rows of the file are decoded to; raises Unreadable where one cannot be read."""
    try:
        yield from map(decode, rows)
    except (OSError, ValueError, LookupError, RecursionError) as error:
        raise Unreadable(_(_GONE)) from error

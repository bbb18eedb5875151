"""Reads the records of many entries in portions, several times faster than entry by entry."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

from journal.domain.entry.partial_record import IndexedRecord
from journal.domain.ledger.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from journal.domain.entry.history import History
    from journal.domain.ledger.record_source import RecordSource

    Fields = Mapping[str, Any]
    """Fields of a record, as stored."""

Part = TypeVar("Part")

PORTION = 512
"""Entries whose records are in memory at a time."""


def kept_of(record: Record | IndexedRecord) -> int | Record:
    """Return what is kept of a record: only its number where it was decoded partially."""
    return record.seq if isinstance(record, IndexedRecord) else record


def number_of(one: int | Record) -> int:
    """Return the number of a record that is kept, or of which only that is kept."""
    return one if isinstance(one, int) else one.seq


def versions_of(history: History) -> Sequence[int | Record]:
    """Return the records of an entry, those of its marks left out, or their numbers."""
    return history.said


def said_and_noted(history: History) -> Sequence[int | Record]:
    """Return what was said of an entry, and the present marks that hold a note, or the numbers of these records."""
    if not history.noted:
        return history.said
    marks = {item: one for item, _state, one in history.said_of_items}
    return *history.said, *(one for one in marks.values() if number_of(one) in history.noted)


def records_of(
    histories: Iterable[History], wanted: Callable[[History], Sequence[int | Record]] = versions_of
) -> Iterator[tuple[History, list[Record]]]:
    """Yield each entry with its records, or with those of them that are wanted; raises as `History.records`."""
    return _read(histories, wanted, lambda source, numbers: source.several(numbers), lambda record: record)


def fields_of(
    histories: Iterable[History], wanted: Callable[[History], Sequence[int | Record]] = versions_of
) -> Iterator[tuple[History, list[Fields]]]:
    """Yield the same with only the fields of each record, in half the time."""
    return _read(histories, wanted, lambda source, numbers: source.bodies(numbers), Record.fields)


def _read(
    histories: Iterable[History],
    wanted: Callable[[History], Sequence[int | Record]],
    several: Callable[[RecordSource, Sequence[int]], Iterable[Part]],
    part_of: Callable[[Record], Part],
) -> Iterator[tuple[History, list[Part]]]:
    left = iter(histories)
    while portion := [*islice(left, PORTION)]:
        kept = [wanted(history) for history in portion]
        numbers = sorted({one for one in chain.from_iterable(kept) if not isinstance(one, Record)})
        source = portion[0].source
        read = dict(zip(numbers, several(source, numbers), strict=True)) if source and numbers else {}
        for history, said in zip(portion, kept, strict=True):
            yield history, [part_of(one) if isinstance(one, Record) else read[one] for one in said]


def read_ahead(histories: Iterable[History]) -> None:
    """Decode the versions of those entries that are not decoded yet, in portions; raises as `History.records`."""
    for history, records in records_of(one for one in histories if not one.is_decoded):
        history.decode(records)


def said_now(said: Sequence[Fields]) -> Fields:
    """Return the fields of an entry as its records, of which these are the fields, leave them, as stored."""
    return said[0] if len(said) == 1 else dict(chain.from_iterable(one.items() for one in said))

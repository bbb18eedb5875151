"""Declared erasures: decodes and checks the `erases` lists, pairs of record number and field name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.ledger.actions import Action

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from journal.domain.ledger.record import Record

_DECLARES = frozenset({Action.FIELD_ERASED, Action.JOURNAL_RECOVERED})


def erased_by(fields: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """Yield the erasures that a record with these fields declares, as record number and field name.

    A recovery repeats the erasures declared before it, because the declaring records may be among the lost. Malformed
    pairs are skipped.
    """
    said = fields.get("erases") if fields.get("action") in _DECLARES else None
    for pair in said if isinstance(said, list) else []:
        match pair:
            case [int(number), str(name)]:
                yield number, name


def declared_erased(records: Iterable[Record]) -> dict[tuple[int, str], int]:
    """Return all declared erasures, each with the number of the last record that declares it."""
    declared: dict[tuple[int, str], int] = {}
    for record in records:
        declared |= dict.fromkeys(erased_by(record.fields()), record.seq)
    return declared


def not_erased(
    records: Iterable[tuple[Record, Collection[str] | None]], declared: Mapping[tuple[int, str], int]
) -> Iterator[int]:
    """Yield the numbers of records that still hold a field which a later record declares erased.

    Each record comes with the names of its fields; with None where its body holds all of them.
    """
    concerned = {number for number, _name in declared}
    for record, names in records:
        if record.seq in concerned:
            there = record.fields().keys() if names is None else names
            if any(declared.get((record.seq, name), 0) > record.seq for name in there):
                yield record.seq

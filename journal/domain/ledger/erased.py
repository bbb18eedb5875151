"""What records declare erased, and whether it is gone: pairs of a record's number and the name of a field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.ledger.acts import Act

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from journal.domain.ledger.record import Record

_DECLARES = frozenset({Act.FIELD_ERASED, Act.JOURNAL_RECOVERED})


def erased_by(fields: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """Yield what a record with these fields declares erased, by record number and name of the field.

    A recovery declares again what was erased before it, because the record that said so may be among the lost.
    """
    said = fields.get("erases") if fields.get("action") in _DECLARES else None
    for pair in said if isinstance(said, list) else []:
        match pair:
            case [int(number), str(name)]:
                yield number, name


def declared_erased(records: Iterable[Record]) -> dict[tuple[int, str], int]:
    """Return what is declared erased, each field with the number of the last record that says so."""
    declared: dict[tuple[int, str], int] = {}
    for record in records:
        declared |= dict.fromkeys(erased_by(record.fields()), record.seq)
    return declared


def not_erased(records: Collection[tuple[Record, Collection[str] | None]]) -> Iterator[int]:
    """Yield the numbers of the records in which a field stands that a later record declares erased.

    With each record come the names of its fields; None where it holds all of them itself.
    """
    declared = declared_erased(record for record, _names in records)
    concerned = {number for number, _name in declared}
    for record, names in records:
        if record.seq in concerned:
            there = record.fields().keys() if names is None else names
            if any(declared.get((record.seq, name), 0) > record.seq for name in there):
                yield record.seq

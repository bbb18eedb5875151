"""Integrity of the stored evidence: compares the evidence rows with the digests in the records.

A record with the fields `file` and `sha256` refers to a row and its digest. A recovery record lists the rows that were
lost, `missing_evidence`, and those whose record was lost, `unnamed_evidence`. A record that erases the bytes of an
exhibit lists their row in `erases_files`: of the rows that earlier records of that exhibit refer to, this one must be
gone, and no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.ledger.actions import Action
from journal.domain.ledger.chain import Fault, FaultKind
from journal.domain.ledger.salvage import evidence_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from journal.domain.ledger.record import Record


def evidence_faults(records: Sequence[Record], found: Mapping[str, str]) -> list[Fault]:
    """Return the faults; `found` maps each row to its digest, empty for one that cannot be read."""
    recoveries = [record for record in records if _said(record).get("action") == Action.JOURNAL_RECOVERED]
    lost, unnamed = (set(_numbers(recoveries, name)) for name in ("missing_evidence", "unnamed_evidence"))
    erased = erased_rows(records)
    faults, named = [], set()
    for record in records:
        for number, sha256 in _named(record):
            if (record.seq, number) in erased:
                continue
            named.add(str(number))
            if str(number) not in found:
                faults += [] if number in lost else [Fault(record.seq, FaultKind.EVIDENCE_MISSING)]
            elif found[str(number)] != sha256:
                faults.append(Fault(record.seq, FaultKind.EVIDENCE_CHANGED))
    strange = found.keys() - named - {str(number) for number in unnamed if found.get(str(number))}
    left = {(record, str(number)) for record, number in erased if str(number) in strange}
    faults += [Fault(record, FaultKind.EVIDENCE_NOT_ERASED) for record, _number in sorted(left)]
    return faults + [Fault(0, FaultKind.TABLE)] * bool(strange - {number for _record, number in left})


def erased_rows(records: Sequence[Record]) -> frozenset[tuple[int, int]]:
    """Return the references to rows that a later record erases, as the number of the referring record and the row."""
    erased: dict[tuple[object, int], int] = {}
    for record in records:
        said = _said(record)
        if said.get("action") == Action.EXHIBIT_ERASED:
            erased |= {(said.get("exhibit"), number): record.seq for number in _numbers([record], "erases_files")}
    return frozenset(
        (record.seq, number)
        for record in (records if erased else ())
        for number, _sha256 in _named(record)
        if record.seq < erased.get((_said(record).get("exhibit"), number), 0)
    )


def _named(record: Record) -> Iterable[tuple[int, str]]:
    try:
        return evidence_named([record]).items()
    except (ValueError, RecursionError):
        return ()


def _said(record: Record) -> Mapping[str, Any]:
    try:
        return record.fields()
    except (ValueError, RecursionError):
        return {}


def _numbers(records: Iterable[Record], name: str) -> Iterator[int]:
    for record in records:
        said = record.fields().get(name)
        yield from (number for number in (said if isinstance(said, list) else []) if isinstance(number, int))

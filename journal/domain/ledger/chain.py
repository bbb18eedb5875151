"""Hash chain verification: the rules that every record, and the sequence of all records, must satisfy.

Pure: no file is read. The rows come in file order, and the faults go out by record number. The field `erases` of an
erasure or a recovery lists pairs of record number and field name that were blackened on purpose; in any other action it
excuses nothing, and fields that cannot be erased are never excused. A field that is declared erased by a later record
and is there all the same is a fault of its own. The field `missing` of a recovery lists pairs of first and last number
of records that were lost before it: such a gap is no fault, and is reported with every check; so is `end_unknown`,
where the damaged file did not show how far it went.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.ledger.actions import Action
from journal.domain.ledger.erased import declared_erased, not_erased
from journal.domain.ledger.fixed_fields import is_fixed
from journal.domain.ledger.record import FIRST_PREVIOUS, Record
from journal.domain.ledger.record import faults as faults_within
from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_RECOVERED = Action.JOURNAL_RECOVERED.encode()


class FaultKind(LabelledEnum):
    """Kinds of faults that a check can find, by stable ids."""

    UNREADABLE = "unreadable", N_("record {record} is damaged and cannot be read")
    BLOCK = "block", N_("record {record} stands in a damaged block of the file and cannot be read")
    BLOCK_AT_END = "block_at_end", N_("the records from {record} on stand in a damaged block and cannot be read")
    DOUBLED_NAME = "doubled_name", N_("in record {record} a name stands twice")
    FIELDS = "fields", N_("in record {record} fields and salts do not belong together")
    BODY = "body", N_("in record {record} a field was changed")
    HEADER = "header", N_("in record {record} the number, the time or a digest was changed")
    ROW_KEY = "row_key", N_("record {record} stands in the place of another")
    ORDER = "order", N_("record {record} stands after a later one")
    DOUBLED_NUMBER = "doubled_number", N_("record {record} is there more than once")
    GAP = "gap", N_("record {record} is missing")
    LINK = "link", N_("record {record} does not follow record {before} as it stands now")
    NOT_BEGUN = "not_begun", N_("record {record} is not what should begin a journal, or begins one in the middle")
    DOUBLED_ENTRY = "doubled_entry", N_("record {record} uses the number of another entry")
    BLACKENED = "blackened", N_("in record {record} a field is missing that no later record erases")
    NOT_ERASED = "not_erased", N_("in record {record} a field stands that a later record says was erased")
    NO_HEAD = "no_head", N_("the note of how far the journal went at its last save is missing")
    END_MISSING = "end_missing", N_("record {record} is missing at the end")
    ADDED = "added", N_("record {record} was added after the last save")
    HEAD = "head", N_("record {record} is not the one that stood at the end when the journal was last saved")
    TABLE = "table", N_("the file holds a table or a row that does not belong to a journal")
    LOCK = "lock", N_("the row that says what sort of file this is was changed")
    EVIDENCE_MISSING = "evidence_missing", N_("the evidence that record {record} speaks of is missing")
    EVIDENCE_CHANGED = "evidence_changed", N_("the evidence that record {record} speaks of was changed")
    EVIDENCE_NOT_ERASED = (
        "evidence_not_erased",
        N_("the evidence that record {record} speaks of stands there, and a later record says that it was erased"),
    )
    TAIL = "tail", N_("the saves that lie beside the file do not go on where it ends")
    DAMAGED = "damaged", N_("a part of the file is damaged")


_OF_BLOCKS = frozenset({FaultKind.BLOCK, FaultKind.BLOCK_AT_END})
DAMAGE = _OF_BLOCKS | {FaultKind.DAMAGED}
"""Fault kinds for data that is there and cannot be decoded."""


class Fault(Struct, frozen=True, order=True):
    """One violation of the rules of the chain or of the file."""

    record: int
    """Number of the record concerned; 0 for the file as a whole."""
    kind: FaultKind
    through: int = 0
    """Last number concerned, where the fault covers a range of records; else 0."""

    def names(self, number: int) -> bool:
        """Return whether the fault concerns this record; a broken link concerns the records at both of its ends."""
        first = self.record - 1 if self.kind is FaultKind.LINK else self.record
        return first <= number <= max(self.record, self.through)

    def covers(self, other: Fault) -> bool:
        """Return whether this damaged block explains the other fault: missing records whose numbers lie within it."""
        within = self.record <= other.record and (other.through <= self.through or self.kind is FaultKind.BLOCK_AT_END)
        return self.kind in _OF_BLOCKS and other.kind in {FaultKind.GAP, FaultKind.END_MISSING} and within


class Loss(Struct, frozen=True, order=True):
    """A range of missing records that a later recovery record declares lost with a damaged file."""

    first: int
    through: int
    """Last number of the range; 0 where it is unknown whether any are missing."""
    declared_in: int
    """Number of the recovery record that declares it."""

    def explains(self, fault: Fault) -> bool:
        """Return whether the fault is a gap within the declared range."""
        return (
            fault.kind in {FaultKind.GAP, FaultKind.NOT_BEGUN}
            and self.first <= fault.record
            and max(fault.record, fault.through) <= self.through < self.declared_in
        )


class LedgerRow(Struct, frozen=True, gc=False):
    """One row of the ledger table in file order, decoded or not."""

    key: str
    """The row's key in the file, a decimal number where intact."""
    record: Record | None = None
    """The decoded record; None where the row cannot be decoded."""
    doubled: bool = False
    """Whether a JSON name occurs twice in the row."""
    block: bool = False
    """Whether the row stands for an unknown number of unreadable records: one sealed block, or damaged lines."""
    within: tuple[str, ...] | None = None
    """Cached result of `record.faults` for this record; None where it was not computed."""
    there: frozenset[str] | None = None
    """Field names present in the record, where it was loaded without its values; None where the values are there."""

    @property
    def number(self) -> int:
        """The record's number; where it cannot be decoded, the number in the row's key, or 0 if that is none."""
        if self.record:
            return self.record.seq
        return int(self.key) if self.key.isascii() and self.key.isdecimal() and len(self.key) < 16 else 0


class Head(Struct, frozen=True):
    """Head of the chain at the last save: the record count and the digest of the last record."""

    count: int = 0
    digest: str = ""


BEGINNING = Head(0, FIRST_PREVIOUS)  # what the first record links to


def quick_faults(lines: Sequence[LedgerRow], head: Head) -> list[Fault]:
    """Check numbers, links and the head without recomputing a digest; return the faults, sorted by record number.

    In O(n) with one pass where nothing is wrong.
    """
    if is_chain(lines, head):
        return []
    found = {*_rows(lines), *_numbers(lines), *_links(lines), *_end(lines, head)}
    blocks = set(_blocks(lines, head))
    told = {fault for fault in found if not any(block.covers(fault) for block in blocks)}
    return sorted({*_unexplained(told, _declared(lines)), *blocks})


def all_faults(lines: Sequence[LedgerRow], head: Head) -> list[Fault]:
    """Verify everything, digests included; return the faults, sorted by record number, empty for a sound ledger."""
    within = {
        Fault(line.record.seq, FaultKind(name))
        for line in lines
        if line.record
        for name in (faults_within(line.record) if line.within is None else line.within)
    }
    broken = {fault.record for fault in within if fault.kind is FaultKind.FIELDS}
    whole = [line for line in lines if line.record and line.record.seq not in broken]
    records = [line.record for line in whole if line.record]
    erased = declared_erased(records)
    left = not_erased(zip(records, (line.there for line in whole), strict=True), erased)
    acts = {*_acts(records, erased), *(Fault(number, FaultKind.NOT_ERASED) for number in left)}
    quick = quick_faults(lines, head)
    there = any(line.number == 1 for line in lines) or any(fault.covers(Fault(1, FaultKind.GAP)) for fault in quick)
    begun = set() if there else {Fault(1, FaultKind.NOT_BEGUN)}
    return sorted({*quick, *within, *acts, *_unexplained(begun, _declared(lines))})


def losses(lines: Sequence[LedgerRow]) -> list[Loss]:
    """Return the gaps in the ledger that a recovery declared, sorted, with those of unknown extent."""
    declared = _declared(lines)
    gaps = {fault for fault in (_numbers(lines) if declared else ()) if fault.kind is FaultKind.GAP}
    explained = {gap: loss for loss in declared for gap in gaps if loss.explains(gap)}
    gone = [Loss(gap.record, gap.through, loss.declared_in) for gap, loss in explained.items()]
    return sorted(gone + [loss for loss in declared if not loss.through])


def is_chain(lines: Iterable[LedgerRow], head: Head, after: Head = BEGINNING) -> bool:
    """Return whether the rows link from `after` to the head; from the beginning, that rules out every quick fault."""
    number, digest = after.count, after.digest
    for line in lines:
        number += 1
        record = line.record
        if record is None or record.seq != number or record.previous != digest:
            return False
        if line.doubled or line.key != str(number):
            return False
        digest = record.digest
    return number > 0 and Head(number, digest) == head


def _declared(lines: Iterable[LedgerRow]) -> list[Loss]:
    marked = (line.record for line in lines if line.record and _RECOVERED in bytes(line.record.body))
    return [loss for record in marked for loss in _losses_in(record)]


def _losses_in(record: Record) -> Iterator[Loss]:
    try:
        fields = record.fields()
    except (ValueError, RecursionError):
        return
    if fields.get("action") != Action.JOURNAL_RECOVERED:
        return
    if fields.get("end_unknown"):
        yield Loss(record.seq, 0, record.seq)
    said = fields.get("missing")
    for pair in said if isinstance(said, list) else []:
        match pair:
            case [int(first), int(through)]:
                yield Loss(first, through, record.seq)


def _unexplained(found: Iterable[Fault], declared: Sequence[Loss]) -> list[Fault]:
    return [fault for fault in found if not any(loss.explains(fault) for loss in declared)]


def _rows(lines: Iterable[LedgerRow]) -> Iterator[Fault]:
    for line in lines:
        if line.record is None:
            if not line.block:
                yield Fault(line.number, FaultKind.UNREADABLE)
        elif line.key != str(line.record.seq):
            yield Fault(line.number, FaultKind.ROW_KEY)
        if line.doubled:
            yield Fault(line.number, FaultKind.DOUBLED_NAME)


def _blocks(lines: Sequence[LedgerRow], head: Head) -> Iterator[Fault]:
    """Yield a fault for each unreadable block, its range derived from the numbers before and behind it."""
    last, waiting = 0, False
    for line in lines:
        if waiting and line.number:
            yield _block(last + 1, line.number - 1)
        waiting = line.block or (waiting and not line.number)
        last = max(last, line.number)
    if waiting:
        yield _block(last + 1, head.count) if head.count else Fault(last + 1, FaultKind.BLOCK_AT_END)


def _block(first: int, through: int) -> Fault:
    """Return the fault for a block of this range; an empty range means that the block does not belong there."""
    return Fault(first, FaultKind.BLOCK, through) if first <= through else Fault(0, FaultKind.TABLE)


def _numbers(lines: Sequence[LedgerRow]) -> Iterator[Fault]:
    numbers = [line.number for line in lines if not line.block]
    yield from (Fault(number, FaultKind.ORDER) for before, number in pairwise(numbers) if number < before)
    counted = Counter(numbers)
    yield from (Fault(number, FaultKind.DOUBLED_NUMBER) for number, times in counted.items() if times > 1)
    for before_number, number in pairwise([0, *sorted(counted)]):
        if number > before_number + 1:
            yield Fault(before_number + 1, FaultKind.GAP, through=number - 1)


def _links(lines: Iterable[LedgerRow]) -> Iterator[Fault]:
    records = [line.record for line in lines if line.record]
    known = {0, *(record.seq for record in records)}
    digests = {(0, FIRST_PREVIOUS), *((record.seq, record.digest) for record in records)}
    for record in records:
        if record.seq - 1 in known and (record.seq - 1, record.previous) not in digests:
            yield Fault(record.seq, FaultKind.LINK)


def _end(lines: Sequence[LedgerRow], head: Head) -> Iterator[Fault]:
    last = max((line.number for line in lines), default=0)
    if head.count < 1:
        yield Fault(0, FaultKind.NO_HEAD)
    elif head.count > last:
        yield Fault(last + 1, FaultKind.END_MISSING, through=head.count)
    elif head.count < last:
        yield Fault(head.count + 1, FaultKind.ADDED, through=last)
    at_head = [line.record.digest for line in lines if line.record and line.record.seq == head.count]
    if at_head and head.digest not in at_head:
        yield Fault(head.count, FaultKind.HEAD)


def _acts(records: Sequence[Record], erased: Mapping[tuple[int, str], int]) -> Iterator[Fault]:
    recorded: set[int] = set()
    for record in records:
        fields = record.fields()
        action, entry = fields.get("action"), fields.get("entry")
        if (record.seq == 1) != (action == Action.JOURNAL_BEGUN):
            yield Fault(record.seq, FaultKind.NOT_BEGUN)
        if action == Action.ENTRY_RECORDED and isinstance(entry, int):
            if entry in recorded:
                yield Fault(record.seq, FaultKind.DOUBLED_ENTRY)
            recorded.add(entry)
    for record in records:
        gone, fields = record.blackened, record.fields() if record.blackened else {}
        if any(is_fixed(fields, name) or erased.get((record.seq, name), 0) <= record.seq for name in gone):
            yield Fault(record.seq, FaultKind.BLACKENED)

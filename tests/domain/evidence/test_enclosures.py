"""Evidence that is missing is a fault, unless exactly this was erased later or declared lost by a recovery."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.evidence.exhibit import Exhibit, Form
from journal.domain.evidence.stored_files import evidence_faults
from journal.domain.ledger.chain import Fault, FaultKind
from journal.domain.state.state import State
from journal.domain.state.undoing import to_undo
from tests.domain.ledgers import BEGAN, a_ledger

if TYPE_CHECKING:
    from journal.domain.ledger.record import Record

ONE, OTHER = "1" * 64, "2" * 64


def added(number: int, *, file: int = 0, sha256: str = ONE) -> dict[str, Any]:
    return {"action": "exhibit.added", "exhibit": number, "file": file or number, "sha256": sha256, "title": "A photo"}


def erased(number: int, *files: int) -> dict[str, Any]:
    return {"action": "exhibit.erased", "exhibit": number, "erases_files": list(files), "reason": "attached by mistake"}


def missing(record: int) -> list[Fault]:
    return [Fault(record, FaultKind.EVIDENCE_MISSING)]


def exhibit(records: list[Record], number: int) -> Exhibit:
    return State(records).of(Exhibit).now[number]


def test_a_row_that_was_erased_later_is_no_fault_and_another_is() -> None:
    records = a_ledger(added(1), added(2, sha256=OTHER), erased(1, 1))

    assert evidence_faults(records, {"2": OTHER}) == []
    assert evidence_faults(records, {}) == missing(3)


def test_an_erasure_that_was_declared_before_counts_for_nothing() -> None:
    assert evidence_faults(a_ledger(erased(1, 1), added(1)), {}) == missing(3)


def test_an_erasure_of_one_exhibit_does_not_excuse_that_another_lost_the_same_row() -> None:
    records = a_ledger(added(1), added(2, file=1), erased(1, 1))

    assert evidence_faults(records, {}) == missing(3)
    assert evidence_faults(records, {"1": ONE}) == []


def test_a_row_that_was_erased_and_is_there_all_the_same_is_named() -> None:
    left = Fault(2, FaultKind.EVIDENCE_NOT_ERASED)

    records = a_ledger(added(1), erased(1, 1))

    assert evidence_faults(records, {"1": ONE}) == [left]
    assert evidence_faults(records, {"1": ONE, "7": OTHER}) == [left, Fault(0, FaultKind.TABLE)]


def test_an_act_of_another_sort_erases_no_evidence() -> None:
    act = {**erased(1, 1), "action": "exhibit.amended"}

    assert evidence_faults(a_ledger(added(1), act), {}) == missing(2)


def test_the_exhibit_stays_as_a_stub_that_says_when_its_file_went() -> None:
    stub = exhibit(a_ledger(added(1), erased(1, 1)), 1)

    assert (stub.form, stub.title, stub.sha256) == (Form.ERASED, "A photo", ONE)
    assert stub.erased_at == "2026-11-21T21:18:03Z"
    assert BEGAN.minute == 16


def test_a_stub_stays_one_when_it_is_amended_or_withdrawn_and_withdrawn_when_it_was() -> None:
    amended = {"action": "exhibit.amended", "exhibit": 1, "title": "Something else"}
    withdrawn = {"action": "exhibit.withdrawn", "exhibit": 1}

    assert exhibit(a_ledger(added(1), erased(1, 1), amended), 1).form is Form.ERASED
    assert exhibit(a_ledger(added(1), withdrawn, erased(1, 1)), 1).withdrawn
    assert exhibit(a_ledger(added(1), erased(1, 1), withdrawn), 1).erased_at


def test_nothing_from_before_an_erasure_is_undone() -> None:
    records = a_ledger(added(1), erased(1, 1))

    assert not to_undo(records, State(records))

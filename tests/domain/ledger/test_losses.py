"""Gaps that a recovery declared: visible wherever a check is told, and no more explained than was declared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.ledger.chain import Fault, FaultKind, Loss, all_faults, losses, quick_faults
from journal.domain.ledger.record import groups_of_four
from journal.domain.ledger.verdict import Verdict
from journal.domain.state.state import State
from journal.domain.text.words import Words
from tests.domain.ledgers import a_ledger, calls, head, lines

if TYPE_CHECKING:
    from journal.domain.ledger.record import Record

ENGLISH = Words()


def a_recovered_ledger(*lost: int, missing: list[list[Any]], more: int = 0) -> list[Record]:
    """Ten records of which some are gone, and an eleventh that declares what it declares."""
    declaration = {"action": "journal.recovered", "missing": missing}
    records = a_ledger(*calls(9), declaration, *calls(9 + more)[9:])
    return [record for record in records if record.seq not in lost]


def a_verdict(records: list[Record]) -> Verdict:
    return Verdict(
        journal_id="00ff",
        first=records[0].written,
        last=records[-1].written,
        digests=tuple(record.digest for record in records),
        numbers=tuple(record.seq for record in records),
        faults=tuple(all_faults(lines(records), head(records))),
        lost=tuple(losses(lines(records))),
    )


@pytest.mark.parametrize(
    ("lost", "missing"),
    [((4,), [[4, 4]]), ((4, 5, 6), [[4, 6]]), ((2, 5, 6), [[2, 2], [5, 6]]), ((1, 2), [[1, 2]]), ((9, 10), [[9, 10]])],
)
def test_a_declared_gap_is_no_fault_and_is_told(lost: tuple[int, ...], missing: list[list[Any]]) -> None:
    records = a_recovered_ledger(*lost, missing=missing)

    assert all_faults(lines(records), head(records)) == []
    assert quick_faults(lines(records), head(records)) == []
    assert losses(lines(records)) == [Loss(first, through, 11) for first, through in missing]


@pytest.mark.parametrize(
    ("lost", "missing", "fault"),
    [
        ((4, 5), [[4, 4]], Fault(4, FaultKind.GAP, through=5)),
        ((4,), [[5, 5]], Fault(4, FaultKind.GAP, through=4)),
        ((4,), [], Fault(4, FaultKind.GAP, through=4)),
        ((4,), [["4", "4"]], Fault(4, FaultKind.GAP, through=4)),
        ((4,), [[4]], Fault(4, FaultKind.GAP, through=4)),
    ],
)
def test_what_was_not_declared_stays_a_fault(lost: tuple[int, ...], missing: list[list[Any]], fault: Fault) -> None:
    records = a_recovered_ledger(*lost, missing=missing)

    assert fault in all_faults(lines(records), head(records))
    assert losses(lines(records)) == []


def test_only_a_later_record_can_declare_a_gap() -> None:
    records = a_recovered_ledger(13, missing=[[13, 13]], more=4)

    assert Fault(13, FaultKind.GAP, through=13) in all_faults(lines(records), head(records))


def test_another_act_declares_nothing() -> None:
    act = {"action": "entry.recorded", "entry": 1, "account": "journal.recovered", "missing": [[2, 2]]}
    records = a_ledger(*calls(2)[1:], act)

    assert Fault(2, FaultKind.GAP, through=2) in all_faults(lines([records[0], records[2]]), head(records))


def test_a_declared_number_that_is_there_is_not_told_as_lost() -> None:
    records = a_recovered_ledger(4, missing=[[4, 4], [6, 7]])

    assert losses(lines(records)) == [Loss(4, 4, 11)]


def test_the_sentence_tells_of_the_loss_and_of_no_fault() -> None:
    verdict = a_verdict(a_recovered_ledger(3, 5, 6, missing=[[3, 3], [5, 6]]))

    said = verdict.sentence(ENGLISH)

    assert verdict.sound
    assert "everything that is left agrees" in said
    assert "record 3 is missing: it could not be saved from a damaged file, as record 11 says" in said
    assert "records 5 to 6 are missing: they could not be saved from a damaged file, as record 11 says" in said


def test_the_sentence_tells_of_a_loss_beside_faults() -> None:
    verdict = a_verdict([record for record in a_recovered_ledger(3, missing=[[3, 3]]) if record.seq != 7])

    said = verdict.sentence(ENGLISH)

    assert not verdict.sound
    assert "record 7 is missing; record 3 is missing: it could not be saved" in said


def test_an_end_of_which_nobody_knows_how_far_it_went_is_told() -> None:
    ledger = a_ledger(*calls(3), {"action": "journal.recovered", "end_unknown": True}, *calls(4)[3:])
    verdict = a_verdict(ledger)

    before, after = (verdict.holding(ledger[at].digest) for at in (3, 5))

    assert verdict.sound
    assert "more records may be missing before record 5" in verdict.sentence(ENGLISH)
    assert before.sound
    assert not after.sound


def test_a_head_from_after_a_loss_does_not_vouch_for_what_is_lost() -> None:
    records = a_recovered_ledger(4, missing=[[4, 4]])
    verdict = a_verdict(records)

    before, after = (verdict.holding(groups_of_four(records[at].digest)) for at in (2, 5))

    assert before.sound
    assert not after.sound
    assert "Record 7 has this digest, but records before it are missing" in after.sentence(ENGLISH)


def test_records_that_build_on_lost_ones_are_passed_over_in_a_recovered_journal() -> None:
    amended = {"action": "entry.amended", "entry": 1, "reason": "It was so.", "place": "garden"}
    recovered = {"action": "journal.recovered", "missing": [[2, 2]]}
    records = a_ledger(*calls(2), amended, recovered)
    left = [record for record in records if record.seq != 2]

    assert [record.seq for record in State().apply_all(left[:-1])] == [4]
    state = State()
    assert state.apply_all(left) == []
    assert list(state.entries) == [2]

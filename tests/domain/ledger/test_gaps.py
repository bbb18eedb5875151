"""What was erased on purpose, or lost from a damaged file, is told with every check that otherwise finds no fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.ledger.chain import FaultKind, all_faults
from journal.domain.ledger.gaps import Gap, gaps
from journal.domain.ledger.record import blacken
from journal.domain.text.words import Words
from tests.domain.ledgers import a_ledger, calls, head, lines

if TYPE_CHECKING:
    from journal.domain.ledger.record import Record

WORDS = Words()
EXHIBIT = {"action": "exhibit.added", "exhibit": 3, "file": 7, "sha256": "0" * 64}


def erased(records: list[Record], *places: tuple[int, str]) -> list[Record]:
    return [blacken(one, frozenset(name for seq, name in places if seq == one.seq)) for one in records]


def clauses(found: tuple[Gap, ...]) -> list[str]:
    return [clause for gap in found for clause in gap.in_words(WORDS)]


def test_erased_fields_are_counted_with_the_record_that_says_so() -> None:
    records = a_ledger(*calls(3), {"action": "field.erased", "erases": [[3, "account"], [2, "account"]]})

    found = gaps(erased(records, (3, "account"), (2, "account")), [])

    assert clauses(found) == [
        "2 fields of records 2 to 3 were erased on purpose, as record 5 of 2026-11-21 21:20 UTC says"
    ]


def test_what_is_declared_and_still_there_is_no_gap() -> None:
    records = a_ledger(*calls(3), {"action": "field.erased", "erases": [[3, "account"]]})

    assert gaps(records, []) == ()


def test_erased_and_lost_evidence_is_told() -> None:
    records = a_ledger(
        EXHIBIT,
        {"action": "exhibit.erased", "exhibit": 3, "erases_files": [7]},
        {"action": "journal.recovered", "missing": [], "missing_evidence": [8], "unnamed_evidence": [9]},
    )

    assert clauses(gaps(records, ["9"])) == [
        "the file of exhibit 3 was erased on purpose, as record 3 of 2026-11-21 21:18 UTC says",
        "evidence row 8 could not be saved from a damaged file, as record 4 of 2026-11-21 21:19 UTC says",
        "no record that is left speaks of evidence row 9, as record 4 of 2026-11-21 21:19 UTC says",
    ]


def test_only_what_stood_there_then_is_gone_since() -> None:
    records = a_ledger(*calls(3), EXHIBIT, {"action": "exhibit.erased", "exhibit": 3, "erases_files": [7]})
    [gap] = gaps(records, [])

    assert gap.up_to(4).empty
    assert gap.up_to(5).exhibits == ((3, 5),)
    assert gap.up_to(6).empty


ACTS: tuple[dict[str, Any], ...] = (
    {"action": "zzz.unknown"},
    {"action": "entry.recorded", "entry": 9},
    {"action": "exhibit.linked", "exhibit": 3},
    {"action": "exhibit.erased", "exhibit": 3},
    {"action": "journal.begun"},
)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: str(act["action"]))
def test_an_act_that_is_no_erasure_excuses_nothing(act: dict[str, Any]) -> None:
    records = a_ledger(*calls(3), act | {"erases": [[3, "account"]]})
    gone = erased(records, (3, "account"))

    faults = all_faults(lines(gone), head(gone))

    assert (3, FaultKind.BLACKENED) in [(fault.record, fault.kind) for fault in faults]
    assert not any(gap.fields for gap in gaps(gone, []))


@pytest.mark.parametrize("name", ["action", "entry", "kind"])
def test_a_field_that_can_never_be_erased_is_never_excused(name: str) -> None:
    records = a_ledger(*calls(3), {"action": "field.erased", "erases": [[3, name]]})
    gone = erased(records, (3, name))

    faults = all_faults(lines(gone), head(gone))

    assert [(fault.record, fault.kind) for fault in faults] == [(3, FaultKind.BLACKENED)]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: str(act["action"]))
def test_an_act_that_is_no_recovery_excuses_no_gap(act: dict[str, Any]) -> None:
    records = a_ledger(*calls(4), act | {"missing": [[3, 3]]})
    left = [record for record in records if record.seq != 3]

    assert FaultKind.GAP in {fault.kind for fault in all_faults(lines(left), head(records))}

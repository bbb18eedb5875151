"""What a check says, word for word: what it compared, each fault, and what is gone, once and several times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from journal.domain.ledger.chain import Fault, FaultKind, Loss
from journal.domain.ledger.gaps import Gap
from journal.domain.ledger.verdict import Verdict, fault_in_words, faults_in_words, loss_in_words
from journal.domain.text.words import Words

WORDS = Words()
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
CHECK = Verdict(
    journal_id="00ff",
    first=NOON,
    last=NOON + timedelta(minutes=5),
    digests=("0" * 64,) * 6,
    numbers=(1, 2, 3, 4, 5, 6),
    faults=(),
)
AGREES = (
    ": each was compared with its own digest, with the record before it, and with the count and the digest kept at the "
    "last save, and "
)
BETWEEN = "6 records, written from 2026-11-22 12:00 UTC to 2026-11-22 12:05 UTC"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ({}, ""),
        ({"clock_back": (3,)}, " (the computer's clock ran backwards 1 time, at record 3)"),
        ({"clock_back": (3, 4, 6)}, " (the computer's clock ran backwards 3 times, at records 3 to 4, 6)"),
        ({"evidence": 1}, ", with 1 piece of evidence"),
        ({"evidence": 2}, ", with 2 pieces of evidence"),
        ({"beside": 1}, " (1 save still beside the file)"),
        ({"beside": 2}, " (2 saves still beside the file)"),
        ({"evidence": 2, "beside": 1}, ", with 2 pieces of evidence (1 save still beside the file)"),
    ],
)
def test_a_check_says_what_it_compared(found: dict[str, Any], said: str) -> None:
    assert replace(CHECK, **found).sentence(WORDS) == f"{BETWEEN}{said}{AGREES}everything agrees."


def test_a_check_without_a_time_says_so_and_tells_faults_before_losses_and_what_is_gone() -> None:
    lost, gone = Loss(2, 2, 5), Gap(declared_in=6, at="2026-11-22T12:05:00Z", exhibits=((4, 3),))
    sound = replace(CHECK, first=None, last=None, lost=(lost,), gaps=(gone,))
    told = (
        "record 2 is missing: it could not be saved from a damaged file, as record 5 says; "
        "the file of exhibit 4 was erased on purpose, as record 6 of 2026-11-22 12:05 UTC says."
    )

    faulty = replace(sound, faults=(Fault(3, FaultKind.BODY),))

    assert sound.sentence(WORDS) == f"6 records, written from ? to ?{AGREES}everything that is left agrees; {told}"
    assert faulty.sentence(WORDS) == (
        f"6 records, written from ? to ?{AGREES}not everything agrees: in record 3 a field was changed; {told}"
    )


@pytest.mark.parametrize(
    ("kind", "one", "several"),
    [
        (FaultKind.LINK, "record 7 does not follow record 6 as it stands now", None),
        (FaultKind.NOT_ERASED, "in record 7 a field stands that a later record says was erased", None),
        (
            FaultKind.EVIDENCE_NOT_ERASED,
            "the evidence that record 7 speaks of stands there, and a later record says that it was erased",
            None,
        ),
        (FaultKind.GAP, "record 7 is missing", "records 7 to 9 are missing"),
        (FaultKind.END_MISSING, "record 7 is missing at the end", "records 7 to 9 are missing at the end"),
        (
            FaultKind.ADDED,
            "record 7 was added after the last save",
            "records 7 to 9 were added after the last save",
        ),
        (
            FaultKind.BLOCK,
            "record 7 stands in a damaged block of the file and cannot be read",
            "records 7 to 9 stand in a damaged block of the file and cannot be read",
        ),
    ],
)
def test_a_fault_names_its_records(kind: FaultKind, one: str, several: str | None) -> None:
    assert fault_in_words(Fault(7, kind), WORDS) == fault_in_words(Fault(7, kind, 7), WORDS) == one
    assert fault_in_words(Fault(7, kind, 9), WORDS) == (several or one)


@pytest.mark.parametrize(("count", "more"), [(5, []), (6, ["1 more"]), (8, ["3 more"])])
def test_five_faults_are_named_and_the_others_counted(count: int, more: list[str]) -> None:
    faults = [Fault(number, FaultKind.BODY) for number in range(1, count + 1)]

    named = [f"in record {number} a field was changed" for number in range(1, 6)]
    assert faults_in_words(faults, WORDS) == named + more


@pytest.mark.parametrize(
    ("loss", "said"),
    [
        (Loss(2, 2, 5), "record 2 is missing: it could not be saved from a damaged file, as record 5 says"),
        (Loss(2, 4, 5), "records 2 to 4 are missing: they could not be saved from a damaged file, as record 5 says"),
        (
            Loss(5, 0, 5),
            "more records may be missing before record 5, which says that the damaged file no longer told how far it "
            "went",
        ),
    ],
)
def test_a_loss_names_its_records(loss: Loss, said: str) -> None:
    assert loss_in_words(loss, WORDS) == said


WHEN = "as record 6 of 2026-11-22 12:05 UTC says"
BY = "could not be saved from a damaged file"


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        ({"fields": frozenset({(2, "place")})}, f"1 field of record 2 was erased on purpose, {WHEN}"),
        (
            {"fields": frozenset({(2, "place"), (2, "account"), (4, "place")})},
            f"3 fields of records 2, 4 were erased on purpose, {WHEN}",
        ),
        ({"exhibits": ((4, 2),)}, f"the file of exhibit 4 was erased on purpose, {WHEN}"),
        ({"exhibits": ((4, 2), (5, 3))}, f"the files of exhibits 4 to 5 were erased on purpose, {WHEN}"),
        ({"evidence": ((4, 2),)}, f"evidence row 4 {BY}, {WHEN}"),
        ({"evidence": ((4, 2), (5, 3))}, f"evidence rows 4 to 5 {BY}, {WHEN}"),
        ({"unnamed": (4,)}, f"no record that is left speaks of evidence row 4, {WHEN}"),
        ({"unnamed": (4, 7)}, f"no record that is left speaks of evidence rows 4, 7, {WHEN}"),
    ],
)
def test_what_is_gone_is_named_with_the_record_that_says_so(gone: dict[str, Any], said: str) -> None:
    gap = Gap(declared_in=6, at="2026-11-22T12:05:00Z", **gone)

    assert [*gap.in_words(WORDS)] == [said]


def test_only_what_stood_at_a_record_is_gone_since() -> None:
    gap = Gap(
        declared_in=6,
        at="2026-11-22T12:05:00Z",
        fields=frozenset({(2, "place"), (4, "place")}),
        exhibits=((1, 2), (2, 4)),
        evidence=((1, 2), (2, 4)),
    )

    left = gap.up_to(2)

    assert (left.fields, left.exhibits, left.evidence) == (frozenset({(2, "place")}), ((1, 2),), ((1, 2),))
    assert gap.up_to(5) == gap
    assert gap.up_to(6).empty

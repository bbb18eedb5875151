"""What a check found is said in one sentence that promises nothing beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import Refused
from journal.domain.ledger.chain import Fault, FaultKind, all_faults
from journal.domain.ledger.verdict import LIMIT, Verdict, fault_in_words
from journal.domain.text.words import Words
from tests.domain.ledgers import a_ledger, calls, head, lines

if TYPE_CHECKING:
    from journal.domain.ledger.record import Record

WORDS = Words()


def verdict_on(records: list[Record], *, of: list[Record] | None = None) -> Verdict:
    """The verdict on these records in the file of a ledger that was saved as `of`."""
    return Verdict(
        journal_id="00ff",
        first=records[0].written,
        last=records[-1].written,
        digests=tuple(record.digest for record in records),
        numbers=tuple(record.seq for record in records),
        faults=tuple(all_faults(lines(records), head(of or records))),
    )


def test_the_sentence_says_what_was_compared_with_what() -> None:
    verdict = verdict_on(a_ledger(*calls(9)))

    sentence = verdict.sentence(WORDS)

    assert verdict.sound
    assert sentence.startswith("10 records, written from 2026-11-21 21:16 UTC to 2026-11-21 21:25 UTC: ")
    assert "with its own digest, with the record before it, and with the count" in sentence
    assert sentence.endswith("and everything agrees.")
    assert sentence.count(". ") == 0


def test_one_record_is_said_in_the_singular() -> None:
    assert verdict_on(a_ledger()).sentence(WORDS).startswith("1 record, written 2026-11-21 21:16 UTC: ")


def test_the_sentence_names_the_records_that_do_not_agree() -> None:
    records = a_ledger(*calls(9))

    sentence = verdict_on([*records[:4], *records[6:]], of=records).sentence(WORDS)

    assert sentence.endswith("and not everything agrees: records 5 to 6 are missing.")


def test_the_sentence_stays_short_where_much_is_wrong_and_the_faults_keep_all() -> None:
    records = a_ledger(*calls(40))

    verdict = verdict_on(records[::2], of=records)

    assert len(verdict.faults) == 20
    assert verdict.sentence(WORDS).endswith("; record 10 is missing; 15 more.")


@pytest.mark.parametrize("kind", list(FaultKind))
@pytest.mark.parametrize("through", [0, 9])
def test_every_fault_has_words(kind: FaultKind, through: int) -> None:
    clause = fault_in_words(Fault(7, kind, through), WORDS)

    assert clause
    assert "{" not in clause
    assert not clause.endswith(".")


def test_the_limit_is_said_in_words() -> None:
    assert "not true time" in LIMIT


def test_the_head_is_shown_whole() -> None:
    verdict = verdict_on(a_ledger(*calls(2)))

    assert verdict.head_in_groups.replace(" ", "") == verdict.head
    assert len(verdict.head_in_groups.split()) == 16


@pytest.mark.parametrize(
    "written",
    [
        "{head}",
        "{groups}",
        "  {groups} \n",
        "{upper}",
        "{hyphens}",
    ],
)
def test_a_head_is_recognised_however_it_was_written_down(written: str) -> None:
    verdict = verdict_on(a_ledger(*calls(9)))
    groups = verdict.head_in_groups
    typed = written.format(head=verdict.head, groups=groups, upper=groups.upper(), hyphens=groups.replace(" ", "-"))

    held = verdict.holding(typed)

    assert (held.record, held.since, held.sound) == (10, 0, True)


def test_an_earlier_head_says_how_many_records_came_since() -> None:
    records = a_ledger(*calls(9))

    held = verdict_on(records).holding(records[6].digest)

    assert held.sound
    assert held.sentence(WORDS) == (
        "Record 7 has this digest: everything up to there stands as it did when the digest was given, "
        "and 3 records came since."
    )


def test_a_head_that_nothing_has_is_said_so() -> None:
    held = verdict_on(a_ledger(*calls(9))).holding("0" * 64)

    assert not held.sound
    assert held.sentence(WORDS).startswith("No record has this digest")


def test_a_head_after_a_fault_does_not_vouch_for_what_lies_before_it() -> None:
    records = a_ledger(*calls(9))
    verdict = verdict_on([*records[:3], *records[4:]], of=records)

    before, after = verdict.holding(records[2].digest), verdict.holding(records[8].digest)

    assert before.sound
    assert not after.sound
    assert after.record == 9
    assert "not everything agrees" in after.sentence(WORDS)


def test_a_changed_end_leaves_what_was_vouched_for_before_it() -> None:
    records = a_ledger(*calls(9))

    assert verdict_on(records[:8], of=records).holding(records[7].digest).sound


@pytest.mark.parametrize("typed", ["", "abcd", "g" * 64, "0" * 63, "0" * 65, "\N{ARABIC-INDIC DIGIT ZERO}" * 64])
def test_what_is_no_head_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(Refused, match="16 groups of four"):
        verdict_on(a_ledger()).holding(typed)


def test_the_same_file_twice_holds_the_same() -> None:
    verdict = verdict_on(a_ledger(*calls(4)))

    comparison = verdict.against(verdict)

    assert comparison.sound
    assert comparison.sentence(WORDS) == "Both files hold the same 5 records."


def test_a_copy_made_earlier_is_an_earlier_state() -> None:
    records = a_ledger(*calls(9))

    comparison = verdict_on(records).against(verdict_on(records[:6]))

    assert comparison.sound
    assert "The copy is an earlier state of this file: its 6 records stand here unchanged, and 4 came" in (
        comparison.sentence(WORDS)
    )


def test_a_copy_that_holds_more_shows_that_the_file_is_the_old_one() -> None:
    records = a_ledger(*calls(9))

    comparison = verdict_on(records[:6]).against(verdict_on(records))

    assert not comparison.sound
    assert "This file is an earlier state of the copy" in comparison.sentence(WORDS)


def test_two_files_that_went_their_own_ways_part_at_a_number() -> None:
    records = a_ledger(*calls(9))
    other = a_ledger(*calls(9)[:4], {"action": "x"})

    comparison = verdict_on(records).against(verdict_on(other))

    assert not comparison.sound
    assert comparison.sentence(WORDS) == (
        "Both files hold the same records up to number 5; after that they part: 5 stand only here, 1 only in the copy."
    )


def test_another_journal_is_not_compared() -> None:
    ours, theirs = verdict_on(a_ledger()), verdict_on(a_ledger(seed=2))
    strangers = Verdict(
        journal_id="other", first=None, last=None, digests=theirs.digests, numbers=theirs.numbers, faults=()
    )

    comparison = ours.against(strangers)

    assert not comparison.sound
    assert "not of this journal" in comparison.sentence(WORDS)


def test_a_copy_that_does_not_agree_with_itself_proves_nothing() -> None:
    records = a_ledger(*calls(9))

    comparison = verdict_on(records).against(verdict_on(records[:6], of=records))

    assert not comparison.sound
    assert "not everything agrees" in comparison.sentence(WORDS)

"""Which records belong together: sound ones that follow each other, the longest row first, nothing invented."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw
from msgspec.structs import replace

from journal.domain.ledger.chain import Head
from journal.domain.ledger.record import blacken
from journal.domain.ledger.salvage import blackened_fields, consistent, evidence_named, in_words, ranges
from journal.domain.text.words import Words
from tests.domain.ledgers import a_ledger, calls, head

LEDGER = a_ledger(*calls(9))
OTHER = a_ledger(*calls(9), seed=2)
PARTED = [*LEDGER[:4], *a_ledger(*calls(3), *calls(8)[5:])[4:]]


@given(st.permutations(LEDGER * 2))
def test_the_order_in_which_records_are_found_does_not_matter(found: list[object]) -> None:
    assert consistent(LEDGER * 2, None) == consistent(found, None)  # type: ignore[arg-type]


@given(st.sets(st.integers(0, 9), min_size=1))
def test_what_is_left_stays_and_what_is_gone_is_named(there: set[int]) -> None:
    saved = consistent([LEDGER[at] for at in there], head(LEDGER))

    assert [record.seq - 1 for record in saved.records] == sorted(there)
    gone = {number for first, through in saved.missing for number in range(first, through + 1)}
    assert gone == set(range(1, 11)) - {at + 1 for at in there}
    assert saved.left_out == ()


@given(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_of_two_journals_neighbours_never_come_from_both(ours: set[int], theirs: set[int]) -> None:
    saved = consistent([LEDGER[at] for at in ours] + [OTHER[at] for at in theirs], None)

    for before, after in zip(saved.records, saved.records[1:], strict=False):
        assert after.seq > before.seq + 1 or after.previous == before.digest
    told = {record.seq for record in saved.records} | set(saved.left_out)
    assert told == {at + 1 for at in ours | theirs}


def test_of_two_states_the_longer_goes_on_and_the_other_is_named() -> None:
    saved = consistent([*PARTED, *LEDGER], None)

    assert saved.records == tuple(LEDGER)
    assert saved.left_out == tuple(range(5, len(PARTED) + 1))


def test_a_record_whose_digests_do_not_hold_is_not_saved() -> None:
    changed = replace(LEDGER[4], body=Raw(bytes(LEDGER[4].body).replace(b"rang", b"sang")))

    saved = consistent([*LEDGER[:4], changed, *LEDGER[5:]], head(LEDGER))

    assert saved.missing == [(5, 5)]


def test_the_note_of_the_last_save_is_believed_only_where_no_record_speaks_against_it() -> None:
    beyond = Head(12, "ab" * 32)

    assert consistent(LEDGER, beyond).end == beyond
    assert consistent(LEDGER, Head(12, LEDGER[-1].digest)).end == head(LEDGER)
    assert consistent(LEDGER, Head(12, "ab")).end == head(LEDGER)
    assert consistent(LEDGER, Head(3, "ab" * 32)).end == head(LEDGER)
    assert consistent([], None).end == Head()


def test_numbers_are_told_as_ranges() -> None:
    found = ranges([8, 2, 5, 6, 7, 2])

    assert found == [(2, 2), (5, 8)]
    assert in_words(found, Words()) == "2, 5 to 8"


def test_what_was_erased_before_is_said_again() -> None:
    erased = [LEDGER[0], blacken(LEDGER[1], frozenset({"account", "kind"})), LEDGER[2]]

    assert blackened_fields(erased) == [[2, "account"], [2, "kind"]]
    assert consistent(erased, None).records == tuple(erased)


def test_only_whole_digests_name_evidence() -> None:
    digest = "ab" * 32
    acts: list[dict[str, Any]] = [
        {"action": "exhibit.added", "file": 3, "sha256": digest},
        {"file": 0, "sha256": digest},
        {"file": 4},
    ]

    assert evidence_named(a_ledger(*acts, {"file": "5", "sha256": digest}, {"file": 6, "sha256": "x"})) == {3: digest}

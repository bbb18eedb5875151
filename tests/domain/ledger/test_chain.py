"""The rules of the bound book: no leaf torn out, put in, moved or written over without being named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.domain.ledger.chain import Fault, FaultKind, Head, LedgerRow, all_faults, quick_faults
from journal.domain.ledger.record import Record, blacken, seal
from tests.domain.ledgers import BEGAN, BEGUN, a_ledger, calls, head, lines

if TYPE_CHECKING:
    from collections.abc import Callable

K = FaultKind


def test_a_ledger_as_it_was_written_has_no_fault() -> None:
    records = a_ledger(*calls(9))

    assert all_faults(lines(records), head(records)) == []


def removed(rows: list[LedgerRow]) -> list[LedgerRow]:
    return rows[:4] + rows[5:]


def three_removed(rows: list[LedgerRow]) -> list[LedgerRow]:
    return rows[:4] + rows[7:]


def cut_off(rows: list[LedgerRow]) -> list[LedgerRow]:
    return rows[:-1]


def three_cut_off(rows: list[LedgerRow]) -> list[LedgerRow]:
    return rows[:-3]


def first_removed(rows: list[LedgerRow]) -> list[LedgerRow]:
    return rows[1:]


def swapped_with_their_keys(rows: list[LedgerRow]) -> list[LedgerRow]:
    return [*rows[:4], rows[5], rows[4], *rows[6:]]


def swapped_under_their_keys(rows: list[LedgerRow]) -> list[LedgerRow]:
    return [*rows[:4], replace(rows[5], key="5"), replace(rows[4], key="6"), *rows[6:]]


def closed_up(rows: list[LedgerRow]) -> list[LedgerRow]:
    later = [LedgerRow(str(at), replace(row.record, seq=at)) for at, row in enumerate(rows[5:], start=5) if row.record]
    return rows[:4] + later


def doubled(rows: list[LedgerRow]) -> list[LedgerRow]:
    return [*rows[:5], rows[4], *rows[5:]]


def unreadable(rows: list[LedgerRow]) -> list[LedgerRow]:
    return [*rows[:4], LedgerRow("5", None), *rows[5:]]


def in_a_block(first: int, through: int) -> Callable[[list[LedgerRow]], list[LedgerRow]]:
    """Seal some records together and damage them."""

    def damage(rows: list[LedgerRow]) -> list[LedgerRow]:
        return [*rows[: first - 1], LedgerRow("", None, block=True), *rows[through:]]

    damage.__name__ = f"block_{first}_{through}"
    return damage


def two_blocks_side_by_side(rows: list[LedgerRow]) -> list[LedgerRow]:
    return [*rows[:3], LedgerRow("", None, block=True), LedgerRow("", None, block=True), *rows[8:]]


def with_a_block_too_many(rows: list[LedgerRow]) -> list[LedgerRow]:
    return [*rows[:3], LedgerRow("", None, block=True), *rows[3:]]


def with_a_name_twice(rows: list[LedgerRow]) -> list[LedgerRow]:
    return [*rows[:4], replace(rows[4], doubled=True), *rows[5:]]


def forged_at_the_end(rows: list[LedgerRow]) -> list[LedgerRow]:
    last = rows[-1].record
    assert last
    forged = seal(11, {"action": "x"}, recorded_at=BEGAN, previous=last.digest, salts=lambda: bytes(16))
    return [*rows, LedgerRow("11", forged)]


def remade(at: int) -> Callable[[list[LedgerRow]], list[LedgerRow]]:
    """Write one record anew, with all its own digests right."""

    def remake(rows: list[LedgerRow]) -> list[LedgerRow]:
        old = rows[at - 1].record
        assert old
        new = seal(at, old.fields() | {"place": "x"}, recorded_at=BEGAN, previous=old.previous, salts=lambda: bytes(16))
        return [*rows[: at - 1], LedgerRow(str(at), new), *rows[at:]]

    return remake


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (removed, {Fault(5, K.GAP, through=5)}),
        (three_removed, {Fault(5, K.GAP, through=7)}),
        (cut_off, {Fault(10, K.END_MISSING, through=10)}),
        (three_cut_off, {Fault(8, K.END_MISSING, through=10)}),
        (first_removed, {Fault(1, K.GAP, through=1), Fault(1, K.NOT_BEGUN)}),
        (swapped_with_their_keys, {Fault(5, K.ORDER)}),
        (swapped_under_their_keys, {Fault(5, K.ORDER), Fault(5, K.ROW_KEY), Fault(6, K.ROW_KEY)}),
        (doubled, {Fault(5, K.DOUBLED_NUMBER), Fault(5, K.DOUBLED_ENTRY)}),
        (unreadable, {Fault(5, K.UNREADABLE)}),
        (in_a_block(1, 3), {Fault(1, K.BLOCK, through=3)}),
        (in_a_block(5, 7), {Fault(5, K.BLOCK, through=7)}),
        (in_a_block(5, 5), {Fault(5, K.BLOCK, through=5)}),
        (in_a_block(8, 10), {Fault(8, K.BLOCK, through=10)}),
        (in_a_block(1, 10), {Fault(1, K.BLOCK, through=10)}),
        (two_blocks_side_by_side, {Fault(4, K.BLOCK, through=8)}),
        (with_a_block_too_many, {Fault(0, K.TABLE)}),
        (with_a_name_twice, {Fault(5, K.DOUBLED_NAME)}),
        (forged_at_the_end, {Fault(11, K.ADDED, through=11)}),
        (remade(5), {Fault(6, K.LINK)}),
        (remade(10), {Fault(10, K.HEAD)}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_done_to_the_row_of_records_is_named(
    change: Callable[[list[LedgerRow]], list[LedgerRow]], expected: set[Fault]
) -> None:
    records = a_ledger(*calls(9))

    found = all_faults(change(lines(records)), head(records))

    assert set(found) == expected


def test_where_nobody_knows_how_far_it_went_a_block_at_the_end_has_no_last_number() -> None:
    rows = in_a_block(8, 10)(lines(a_ledger(*calls(9))))

    assert set(all_faults(rows, Head())) == {Fault(0, K.NO_HEAD), Fault(8, K.BLOCK_AT_END)}


def test_a_gap_that_was_closed_by_numbering_anew_is_named() -> None:
    records = a_ledger(*calls(9))

    found = all_faults(closed_up(lines(records)), head(records))

    assert Fault(5, K.HEADER) in found
    assert Fault(5, K.LINK) in found
    assert Fault(10, K.END_MISSING, through=10) in found


def test_the_quick_look_sees_numbers_links_and_the_end_but_not_the_words() -> None:
    records = a_ledger(*calls(9))
    other = replace(records[4], body=a_ledger(*calls(8), {"action": "y"})[9].body)
    changed = lines([*records[:4], other, *records[5:]])

    assert quick_faults(changed, head(records)) == []
    assert Fault(5, K.FIELDS) in all_faults(changed, head(records))
    assert quick_faults(removed(lines(records)), head(records)) == [Fault(5, K.GAP, through=5)]


def test_a_broken_link_points_at_both_of_its_ends() -> None:
    fault = Fault(6, K.LINK)

    assert [number for number in range(10) if fault.names(number)] == [5, 6]


def test_a_gap_points_at_every_record_in_it() -> None:
    fault = Fault(5, K.GAP, through=7)

    assert [number for number in range(10) if fault.names(number)] == [5, 6, 7]


@pytest.mark.parametrize("journal_head", [Head(), Head(0, "00"), Head(-1, "00")])
def test_a_journal_that_does_not_say_how_far_it_went_is_named(journal_head: Head) -> None:
    records = a_ledger(*calls(2))

    assert all_faults(lines(records), journal_head) == [Fault(0, K.NO_HEAD)]


def test_a_ledger_without_any_record_is_named() -> None:
    found = all_faults([], Head(3, "00"))

    assert found == [Fault(1, K.END_MISSING, through=3), Fault(1, K.NOT_BEGUN)]


def test_the_first_record_must_begin_the_journal_and_no_other_may() -> None:
    records = a_ledger(BEGUN)
    otherwise = [seal(1, {"action": "x"}, recorded_at=BEGAN, salts=lambda: bytes(16))]

    assert all_faults(lines(records), head(records)) == [Fault(2, K.NOT_BEGUN)]
    assert all_faults(lines(otherwise), head(otherwise)) == [Fault(1, K.NOT_BEGUN)]


def test_two_entries_under_one_number_are_named() -> None:
    records = a_ledger(*calls(2), *calls(1))

    assert all_faults(lines(records), head(records)) == [Fault(4, K.DOUBLED_ENTRY)]


def black(records: list[Record], number: int, name: str) -> list[LedgerRow]:
    return lines([blacken(one, frozenset({name})) if one.seq == number else one for one in records])


def test_a_blackened_field_that_nothing_erases_is_named() -> None:
    records = a_ledger(*calls(3))

    assert all_faults(black(records, 3, "account"), head(records)) == [Fault(3, K.BLACKENED)]


def test_a_blackened_field_that_a_later_record_erases_is_no_fault() -> None:
    records = a_ledger(*calls(3), {"action": "field.erased", "erases": [[3, "account"]]})

    assert all_faults(black(records, 3, "account"), head(records)) == []


@pytest.mark.parametrize("erases", [[[3, "place"]], [[1, "account"]], [3], "account", None, [[True, "account"]]])
def test_erasing_one_field_excuses_no_other(erases: object) -> None:
    records = a_ledger(*calls(3), {"action": "field.erased", "erases": erases})

    assert all_faults(black(records, 3, "account"), head(records)) == [Fault(3, K.BLACKENED)]


def test_an_earlier_record_cannot_erase_a_later_one() -> None:
    records = a_ledger({"action": "field.erased", "erases": [[3, "account"]]}, *calls(3))

    assert all_faults(black(records, 3, "account"), head(records)) == [Fault(3, K.BLACKENED)]


@pytest.mark.parametrize("name", ["account", "kind"])
@pytest.mark.parametrize("action", ["field.erased", "journal.recovered"])
def test_a_field_that_a_later_record_says_was_erased_and_that_stands_there_is_named(action: str, name: str) -> None:
    records = a_ledger(*calls(3), {"action": action, "erases": [[3, name], [3, "place"], [4, "account"]]})

    assert all_faults(lines(records), head(records)) == [Fault(3, K.NOT_ERASED), Fault(4, K.NOT_ERASED)]


@pytest.mark.parametrize("erases", [[[4, "account"]], [[5, "reason"]], [[3, "place"]], [[99, "account"]]])
def test_what_is_not_there_or_came_later_cannot_stand_against_an_erasure(erases: object) -> None:
    act = {"action": "field.erased", "erases": erases, "reason": "a name"}
    records = a_ledger(*calls(2), act, *calls(5)[2:])

    assert not {fault.kind for fault in all_faults(lines(records), head(records))} & {K.NOT_ERASED}


@pytest.mark.parametrize("key", ["", "x", "-5", "5.0", "\N{ARABIC-INDIC DIGIT FIVE}", "9" * 30])
def test_a_row_whose_key_is_no_number_is_named_all_the_same(key: str) -> None:
    records = a_ledger(*calls(9))
    rows = lines(records)
    rows[4] = LedgerRow(key, None)

    found = all_faults(rows, head(records))

    assert Fault(5, K.GAP, through=5) in found
    assert any(fault.kind is K.UNREADABLE for fault in found)

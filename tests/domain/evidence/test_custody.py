"""Custody: originals stay or leave against a receipt, and every piece is found where it last went."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.case import case_labels
from journal.domain.evidence.custody import (
    AUTHORITIES,
    ORIGINAL,
    Caution,
    Custodian,
    Movement,
    in_order,
    keeps_copy,
    next_copy,
    warnings,
    where_is,
)
from journal.domain.evidence.exhibit import Exhibit
from journal.domain.forms.field_labels import LABELS
from journal.domain.ledger.case_object import OF_THE_RECORD
from journal.domain.time.moment import UNKNOWN, Certainty, Moment

LETTER = Exhibit(number=7, title="A letter", original_place="drawer")
PHOTO = Exhibit(number=8, file=1, sha256="0" * 64)


def day(text: str) -> Moment:
    return Moment(Certainty.DAY, start=text)


def at(text: str) -> Moment:
    return Moment(Certainty.EXACT, start=text)


def moved(number: int = 1, **said: Any) -> Movement:
    return Movement(number=number, exhibit=LETTER.number, **said)


MOVEMENTS = st.lists(
    st.builds(
        Movement,
        number=st.integers(1, 50),
        exhibit=st.sampled_from([7, 7, 7, 8]),
        copy=st.integers(0, 3),
        place=st.text(max_size=5),
        holder=st.sampled_from(Custodian),
        on=st.dates().map(lambda one: day(one.isoformat())) | st.just(UNKNOWN),
        receipt=st.text(max_size=3),
        withdrawn=st.booleans(),
    ),
    unique_by=lambda one: one.number,
)


@pytest.mark.parametrize("holder", sorted(AUTHORITIES))
def test_police_and_court_get_an_original_against_a_receipt_while_a_copy_is_kept(holder: Custodian) -> None:
    bare = moved(holder=holder)
    against_receipt = moved(holder=holder, receipt="NW.00.000000/2026")

    assert warnings(bare) == (Caution.RECEIPT_ASKED, Caution.COPY_ASKED)
    assert warnings(against_receipt) == (Caution.COPY_ASKED,)
    assert warnings(against_receipt, copy_kept=True) == ()


@pytest.mark.parametrize("holder", sorted(AUTHORITIES))
def test_police_and_court_are_asked_for_a_receipt_of_a_copy_too(holder: Custodian) -> None:
    assert warnings(moved(holder=holder, copy=1)) == (Caution.RECEIPT_ASKED,)
    assert warnings(moved(holder=holder, copy=1, receipt="12")) == ()


@pytest.mark.parametrize("holder", [Custodian.LAWYER, Custodian.TRUSTED, Custodian.OTHER])
def test_an_original_to_anybody_else_is_warned_about_and_a_copy_is_not(holder: Custodian) -> None:
    assert warnings(moved(holder=holder), copy_kept=True) == (Caution.ORIGINAL_LEAVES,)
    assert warnings(moved(holder=holder, copy=1)) == ()


@pytest.mark.parametrize("holder", [Custodian.SELF, Custodian.NOBODY])
def test_what_comes_back_moves_within_the_house_or_is_lost_needs_no_warning(holder: Custodian) -> None:
    assert warnings(moved(holder=holder)) == ()


def test_an_original_that_never_moved_is_where_it_was_when_it_was_added() -> None:
    (original,) = where_is(LETTER, [])

    assert (original.copy, original.holder, original.place) == (ORIGINAL, None, "drawer")


def test_the_original_and_each_copy_are_where_they_last_went() -> None:
    movements = [
        moved(1, copy=1, place="at home", on=day("2026-03-01")),
        moved(2, holder=Custodian.POLICE, place="Nowhere district", receipt="12", on=day("2026-03-02")),
        moved(3, copy=2, holder=Custodian.LAWYER, receiver="Ms Example", on=day("2026-03-05")),
        moved(4, copy=1, holder=Custodian.TRUSTED, place="my sister", on=day("2026-04-01")),
    ]

    found = where_is(LETTER, movements)

    assert [(one.copy, one.holder, one.place or one.receiver, one.receipt) for one in found] == [
        (0, Custodian.POLICE, "Nowhere district", "12"),
        (1, Custodian.TRUSTED, "my sister", ""),
        (2, Custodian.LAWYER, "Ms Example", ""),
    ]


def test_a_movement_written_down_late_takes_its_place_by_its_day() -> None:
    back = moved(1, place="drawer", on=day("2026-05-01"))
    written_later = moved(2, holder=Custodian.POLICE, on=day("2026-03-01"))

    assert in_order(7, [back, written_later]) == (written_later, back)
    assert where_is(LETTER, [back, written_later])[0].holder is Custodian.SELF


def test_a_movement_without_a_day_follows_the_one_recorded_before_it() -> None:
    first, unknown = moved(1, on=day("2026-03-01")), moved(2, place="somewhere")
    later = moved(3, on=day("2026-03-02"))

    assert in_order(7, [later, unknown, first]) == (first, unknown, later)


def test_withdrawn_movements_and_those_of_other_exhibits_move_nothing() -> None:
    mistaken = moved(1, holder=Custodian.OTHER, withdrawn=True)
    other = Movement(number=2, exhibit=8, holder=Custodian.OTHER)

    assert where_is(LETTER, [mistaken, other]) == where_is(LETTER, [])


def test_a_copy_is_kept_by_the_journal_itself_or_by_a_copy_within_reach() -> None:
    given_away = moved(1, copy=1, holder=Custodian.LAWYER)
    at_home = moved(2, copy=2, place="at home")

    assert keeps_copy(PHOTO, [])
    assert not keeps_copy(LETTER, [])
    assert not keeps_copy(LETTER, [given_away])
    assert keeps_copy(LETTER, [given_away, at_home])


def test_the_numbers_of_copies_are_never_handed_out_again() -> None:
    assert next_copy(7, []) == 1
    assert next_copy(7, [moved(1, copy=1, withdrawn=True), Movement(number=2, exhibit=8, copy=5)]) == 2


@given(MOVEMENTS)
def test_every_piece_is_named_once_and_stands_where_its_last_movement_says(movements: list[Movement]) -> None:
    standing = in_order(7, movements)

    found = where_is(LETTER, movements)

    unmoved: list[tuple[Custodian | None, str, str]] = [(None, "drawer", "")]
    assert [one.copy for one in found] == sorted({ORIGINAL} | {one.copy for one in standing})
    for piece in found:
        last = [one for one in standing if one.copy == piece.copy][-1:]
        assert [(piece.holder, piece.place, piece.receipt)] == (
            [(one.holder, one.place, one.receipt) for one in last] or unmoved
        )


@given(MOVEMENTS, st.randoms())
def test_the_order_in_which_movements_are_handed_in_does_not_matter(movements: list[Movement], chance: Any) -> None:
    shuffled = list(movements)
    chance.shuffle(shuffled)

    assert in_order(7, shuffled) == in_order(7, movements)


@given(MOVEMENTS)
def test_a_movement_comes_back_from_the_fields_of_a_record(movements: list[Movement]) -> None:
    for movement in movements:
        written = msgspec.json.decode(msgspec.json.encode(movement.fields()))

        assert Movement.from_fields(movement.number, written) == msgspec.structs.replace(movement, withdrawn=False)


def test_every_field_every_holder_and_every_caution_has_a_label() -> None:
    assert set(LABELS["movement"]) == set(Movement.__struct_fields__) - set(OF_THE_RECORD)
    assert set(case_labels.HOLDERS) == set(Custodian)
    assert set(case_labels.CAUTIONS) == set(Caution)


@pytest.mark.parametrize(
    ("first", "second", "holder"),
    [
        (at("2026-10-20T10:00"), Moment(Certainty.DAY, start="2026-10-20"), Custodian.SELF),
        (Moment(Certainty.DAY, start="2026-10-20"), at("2026-10-20T10:00"), Custodian.SELF),
        (Moment(Certainty.DAY, start="2026-10-20"), at("2026-10-19T23:59"), Custodian.POLICE),
        (at("2026-10-20T10:00"), at("2026-10-20T10:00"), Custodian.SELF),
        (at("2026-10-20T10:00"), at("2026-10-20T09:59"), Custodian.POLICE),
        (at("2026-10-20T10:00"), Moment(Certainty.BETWEEN, start="2026-10-01", end="2026-10-31"), Custodian.SELF),
        (Moment(Certainty.DAY, start="2026-10-20"), Moment(Certainty.DAY, start="2026-10-19"), Custodian.POLICE),
        (at("2026-10-20T10:00"), UNKNOWN, Custodian.SELF),
    ],
)
def test_what_was_recorded_last_holds_where_the_times_do_not_decide(
    first: Moment, second: Moment, holder: Custodian
) -> None:
    gone = Movement(number=1, exhibit=7, holder=Custodian.POLICE, on=first)
    back = Movement(number=2, exhibit=7, holder=Custodian.SELF, on=second)

    assert where_is(LETTER, [gone, back])[0].holder is holder


MIXED = st.one_of(
    st.integers(1, 5).map(lambda one: day(f"2026-10-0{one}")),
    st.builds(lambda one, hour: at(f"2026-10-0{one}T{hour:02}:00"), st.integers(1, 5), st.integers(0, 23)),
    st.just(UNKNOWN),
    st.just(Moment(Certainty.BETWEEN, start="2026-10-02", end="2026-10-04")),
)


@given(st.lists(MIXED, max_size=6).map(lambda whens: [moved(n, on=when) for n, when in enumerate(whens, 1)]))
def test_the_order_of_movements_never_contradicts_their_times(movements: list[Movement]) -> None:
    standing = in_order(7, movements)

    for at, one in enumerate(standing):
        for later in standing[at + 1 :]:
            begins, ends = one.on.earliest, later.on.latest
            assert begins is None or ends is None or begins <= ends

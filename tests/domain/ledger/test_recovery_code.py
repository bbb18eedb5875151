"""The recovery code: read as it was drawn however it is typed, and every likely slip found before it is tried."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.ledger.recovery_code import SIGNS, draw, grouped, read

codes = st.binary(min_size=28, max_size=28).map(lambda drawn: draw(lambda _count: drawn))
places = st.integers(0, 29)
signs = st.sampled_from(SIGNS)


def bare(code: str) -> str:
    return code.replace("-", "")


def with_sign(code: str, at: int, sign: str) -> str:
    return code[:at] + sign + code[at + 1 :]


@given(codes)
def test_a_code_stands_in_six_groups_of_five_signs_and_is_read_as_it_was_drawn(code: str) -> None:
    assert re.fullmatch(rf"[{SIGNS}]{{5}}(-[{SIGNS}]{{5}}){{5}}", code)
    assert read(code) == code


def test_every_random_byte_reaches_the_code_and_every_sign_comes_from_as_many_bytes() -> None:
    asked: list[int] = []

    def randomness(count: int) -> bytes:
        asked.append(count)
        return bytes(range(count))

    code = draw(randomness)
    first_signs = Counter(draw(bytes([first]).__mul__)[0] for first in range(256))

    assert asked == [28]
    assert bare(code).startswith(SIGNS[:28])
    assert set(first_signs) == set(SIGNS)
    assert set(first_signs.values()) == {8}


@given(codes, st.sampled_from([" ", "", "-", " - ", "\t", "\u2013", "."]), st.integers(1, 30))
def test_a_code_is_understood_in_small_letters_and_with_any_or_no_gaps(code: str, gap: str, size: int) -> None:
    in_other_groups = gap.join(bare(code)[at : at + size] for at in range(0, 30, size))

    assert read(in_other_groups.lower()) == code
    assert read(f"  {in_other_groups}\n") == code


@given(codes)
def test_letters_that_look_like_signs_of_the_code_are_taken_for_them(code: str) -> None:
    as_misread = code.translate(str.maketrans("10V", "IOU"))

    assert read(as_misread) == code
    assert read(as_misread.lower()) == code
    assert read(code.replace("1", "l")) == code


@given(codes)
def test_each_single_wrong_sign_is_found(code: str) -> None:
    wrong = [with_sign(bare(code), at, sign) for at in range(30) for sign in SIGNS if sign != bare(code)[at]]

    assert len(wrong) == 30 * 31
    assert not [typed for typed in wrong if read(typed)]


@given(codes, places, places, signs, signs)
def test_two_wrong_signs_are_found(code: str, at: int, other: int, sign: str, other_sign: str) -> None:
    typed = with_sign(with_sign(bare(code), at, sign), other, other_sign)

    assert (read(typed) is None) == (typed != bare(code))


@given(codes, places, places)
def test_two_signs_that_changed_places_are_found(code: str, at: int, other: int) -> None:
    typed = with_sign(with_sign(bare(code), at, bare(code)[other]), other, bare(code)[at])

    assert (read(typed) is None) == (typed != bare(code))


@given(codes, places, signs)
def test_a_sign_too_few_or_too_many_is_found(code: str, at: int, sign: str) -> None:
    assert read(bare(code)[:at] + bare(code)[at + 1 :]) is None
    assert read(bare(code)[:at] + sign + bare(code)[at:]) is None


@pytest.mark.parametrize("typed", ["", "an invented passphrase", "\u00e9" * 30, "\uff11" * 30, "\N{PILE OF POO}" * 30])
def test_what_cannot_be_a_code_is_not_read_as_one(typed: str) -> None:
    assert read(typed) is None


@given(st.text())
def test_whatever_is_typed_gets_an_answer(typed: str) -> None:
    answer = read(typed)

    assert answer is None or read(answer) == answer


def test_signs_are_grouped_by_five() -> None:
    assert grouped("0123456789AB") == "01234-56789-AB"

"""Telephone numbers: one number in all its spellings, and nothing that is none."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneMetadata

from journal.domain.case.telephone import key, normalised, same_number

MOBILE = "+32470000142"
SPELLINGS = (
    "0470000142",
    "0470 00 01 42",
    "0470/00.01.42",
    "0470-000-142",
    "(0470) 00 01 42",
    "+32470000142",
    "+32 470 00 01 42",
    "+32 (0)470 00 01 42",
    "+32-470-00-01-42",
    "0032470000142",
    "0032 470/00 01 42",
    "tel:+32470000142",
    "\u202a+32 470 00 01 42\u202c",
    "+32\u00a0470\u202f00\u201101\u201142",
    "\uff10\uff14\uff17\uff10 00 01 42",
)
BETWEEN_DIGITS = st.sampled_from(["", "", " ", ".", "/", "-", "  ", "\u00a0", "\u2011", "\u200e"])


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_of_a_number_is_that_number(spelling: str) -> None:
    assert normalised(spelling, "BE") == MOBILE
    assert same_number(spelling, MOBILE, "BE")


@given(st.sampled_from(["0", "+32", "0032", "+32(0)"]), st.integers(460_000_000, 499_999_999), st.data())
def test_signs_between_the_digits_change_nothing(begins: str, digits: int, data: st.DataObject) -> None:
    spelling = begins + "".join(digit + data.draw(BETWEEN_DIGITS) for digit in str(digits))

    assert normalised(spelling, "BE") == f"+32{digits}"


def test_the_region_says_which_country_is_meant_where_none_is_written() -> None:
    assert normalised("06 00 00 01 42", "NL") == "+31600000142"
    assert normalised("0470 00 01 42", "NL") != normalised("0470 00 01 42", "BE")
    assert normalised("0032 470 00 01 42", "NL") == MOBILE
    assert normalised("+32 470 00 01 42", "NL") == MOBILE


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "anoniem",
        "withheld",
        "Max Madeup",
        "22:14",
        "0470 00 01 42 or 0470 00 01 43",
        "call 0470 00 01 42",
        "0470 00 01 42 x",
        "+",
        "++32470000142",
        "+32470000142+",
        "8850",
        "112",
        "1" * 60,
        "max@madeup.invalid",
    ],
)
def test_text_that_is_no_whole_number_is_none(text: str) -> None:
    assert normalised(text, "BE") == ""


@given(st.text())
def test_any_text_is_read_without_complaint_and_a_number_stays_itself_when_read_again(text: str) -> None:
    once = normalised(text, "BE")

    assert once == "" or (once.startswith("+") and once[1:].isdecimal())
    assert normalised(once, "NL") == once


@pytest.mark.parametrize("region", ["", "??", "be", "ZZ"])
def test_an_unknown_region_leaves_only_numbers_that_name_their_country(region: str) -> None:
    assert normalised("0470 00 01 42", region) == ""
    assert normalised("+32 470 00 01 42", region) == MOBILE


def test_a_short_number_of_a_service_is_no_whole_number_in_any_country() -> None:
    kinds = ("toll_free", "premium_rate", "emergency", "short_code", "standard_rate", "carrier_specific")
    examples = [
        (kind.example_number, region)
        for region in phonenumbers.SUPPORTED_SHORT_REGIONS
        for name in kinds
        if (kind := getattr(PhoneMetadata.short_metadata_for_region(region), name)) and kind.example_number
    ]

    assert len(examples) > 500
    assert not {example: told for example in examples if (told := normalised(*example))}


@pytest.mark.parametrize("region", ["AT", "BE", "DE", "ES", "FR", "GB", "IE", "IT", "LU", "NL", "PL", "PT"])
@pytest.mark.parametrize("number", ["112", "116 000", "116 006", "116 016", "116 111", "116-123"])
def test_the_help_lines_of_europe_are_short_numbers(number: str, region: str) -> None:
    assert normalised(number, region) == ""
    assert same_number(number, number.replace(" ", ""), region)


def test_numbers_outside_every_plan_are_compared_by_their_digits() -> None:
    assert same_number("+00 555 0142", "+00-555-0142", "BE")
    assert same_number("8850", "88 50", "BE")
    assert not same_number("8850", "8851", "BE")
    assert not same_number("+00 555 0142", "+00 555 0167", "BE")


def test_what_is_no_number_equals_nothing_not_even_itself() -> None:
    assert not same_number("", "", "BE")
    assert not same_number("withheld", "withheld", "BE")
    assert key("withheld", "BE") == ""


@given(st.integers(460_000_000, 499_999_999), st.integers(460_000_000, 499_999_999))
def test_two_numbers_are_the_same_only_when_their_digits_are(one: int, other: int) -> None:
    assert same_number(f"0{one}", f"+32 {other}", "BE") is (one == other)

"""Somebody is recognised by a number, an address, an account, a plate or a name, however it is written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.case.identifiers import PeopleMarks, account, email_address, known_as, marks_of, plate
from journal.domain.case.people import Person, Role

MAX, CALLER = 1, 2


def stalker(number: int = MAX, name: str = "Max Madeup", **marks: Any) -> Person:
    return Person(number=number, name=name, role=Role.STALKER, **marks)


def marks(*people: Person) -> PeopleMarks:
    return marks_of(people, "BE")


def known(text: str) -> tuple[int, ...]:
    return known_as(
        text,
        marks(
            stalker(
                also_known_as=("Maxke",),
                telephone_numbers=("0470 00 01 42", "+00 555 0142"),
                email_addresses=("Max@Madeup.invalid",),
                accounts=("@not.max.at.all", "https://www.social.invalid/max_madeup_00/"),
                plates=("0-XXX-000",),
            )
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "+32 470 00 01 42",
        "0032470000142",
        "+00-555-01-42",
        "max@madeup.invalid",
        "MAX@MADEUP.INVALID",
        "Somebody Else <max@madeup.invalid>",
        '"Madeup, Max" <max@madeup.invalid>',
        "mailto:max@madeup.invalid?subject=hello",
        "not.max.at.all",
        "@Not.Max.At.All",
        "social.invalid/max_madeup_00",
        "http://social.invalid/max_madeup_00",
        "0XXX000",
        "0 xxx 000",
        "max madeup",
        "MAXKE",
        " Max  Madeup ",
    ],
)
def test_a_mark_in_any_spelling_is_recognised(text: str) -> None:
    assert known(text) == (MAX,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "@",
        "-",
        "+32 470 00 01 43",
        "max@elsewhere.invalid",
        "notmax@madeup.invalid",
        "not.max.at",
        "0-XXX-001",
        "Max",
        "Max Madeup called",
        "withheld",
    ],
)
def test_what_is_nobodys_mark_is_nobodys(text: str) -> None:
    assert known(text) == ()


@given(st.text())
def test_any_text_is_compared_without_complaint(text: str) -> None:
    assert set(known(text)) <= {MAX}


@given(st.text())
def test_every_mark_recognises_its_own_owner_unless_nothing_is_left_of_it(text: str) -> None:
    with_account = marks(stalker(accounts=(text,)))

    assert known_as(text, with_account) == ((MAX,) if account(text) or text.strip().casefold() == "max madeup" else ())


def test_a_mark_of_two_people_names_both() -> None:
    shared = ("+00 555 0142",)
    both = marks(stalker(CALLER, "unknown caller A", telephone_numbers=shared), stalker(telephone_numbers=shared))

    assert known_as("+00 555 0142", both) == (MAX, CALLER)


def test_somebody_who_was_withdrawn_is_not_recognised() -> None:
    gone = marks(stalker(telephone_numbers=("+00 555 0142",), withdrawn=True))

    assert known_as("+00 555 0142", gone) == ()


def test_empty_marks_recognise_nobody() -> None:
    empty = marks(
        stalker(telephone_numbers=("", "withheld"), email_addresses=("",), accounts=("", "@"), plates=("", "-"))
    )

    assert known_as("", empty) == known_as("-", empty) == known_as("@", empty) == ()


@pytest.mark.parametrize("spelling", ["1-ABC-234", "1ABC234", "1 abc 234", "1.Abc.234", "\uff11ABC234"])
def test_a_plate_has_one_spelling(spelling: str) -> None:
    assert plate(spelling) == "1ABC234"


@pytest.mark.parametrize(
    "text", ["", "Max", "@social", "a@b@c", "one@nowhere.invalid, two@nowhere.invalid", "<>", "a b@c.invalid"]
)
def test_text_that_is_not_one_address_is_none(text: str) -> None:
    assert email_address(text) == ""


@given(st.text())
def test_the_one_spelling_of_anything_is_its_own_one_spelling(text: str) -> None:
    assert plate(plate(text)) == plate(text)
    assert email_address(email_address(text)) == email_address(text)

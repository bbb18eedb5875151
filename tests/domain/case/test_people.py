"""People of the case: what is known of them, and who around the person was told."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.case.case_labels import ASKED_TO, WILLING
from journal.domain.case.people import AskedTo, Person, Role, Willing, circles_without
from journal.domain.forms.field_labels import LABELS
from journal.domain.forms.people import HELPER, STALKER
from journal.domain.kinds.fields import CIRCLES
from journal.domain.ledger.case_object import OF_THE_RECORD, changed

TEXTS = st.lists(st.text(), max_size=3).map(tuple)
PEOPLE = st.builds(
    Person,
    number=st.integers(1, 9999),
    name=st.text(),
    role=st.sampled_from(Role),
    note=st.text(),
    contact=st.text(),
    circle=st.sampled_from(["", *(circle.id for circle in CIRCLES)]),
    informed_on=st.dates().map(lambda day: day.isoformat()) | st.just(""),
    asked_to=st.lists(st.sampled_from(AskedTo), unique=True).map(tuple),
    willing_to_testify=st.none() | st.sampled_from(Willing),
    has_private_number=st.booleans(),
    also_known_as=TEXTS,
    telephone_numbers=TEXTS,
    email_addresses=TEXTS,
    accounts=TEXTS,
    vehicles=TEXTS,
    plates=TEXTS,
    description=st.text(),
)


def person(number: int = 3, name: str = "An Invented", **said: Any) -> Person:
    return Person(number=number, name=name, **said)


@given(PEOPLE)
def test_a_person_comes_back_from_the_fields_of_a_record(someone: Person) -> None:
    written = msgspec.json.encode(someone.fields())

    assert Person.from_fields(someone.number, msgspec.json.decode(written)) == someone


@given(PEOPLE, PEOPLE)
def test_the_changed_fields_turn_the_old_person_into_the_new_one(old: Person, new: Person) -> None:
    new = msgspec.structs.replace(new, number=old.number)

    difference = changed(old, new)

    assert Person.from_fields(old.number, old.fields() | difference) == new
    assert bool(difference) is (old != new)


def test_a_person_of_an_earlier_version_stays_readable() -> None:
    written = {"action": "person.added", "offset": "+01:00", "person": 3, "name": "An Invented", "role": "family"}

    assert Person.from_fields(3, written) == person(role=Role.FAMILY)


def test_what_a_newer_version_wrote_is_passed_over() -> None:
    assert Person.from_fields(3, {"name": "An Invented", "shoe_size": 38}) == person()


def test_a_known_field_with_something_impossible_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        Person.from_fields(3, {"name": "An Invented", "plates": "0-XXX-000"})


def test_the_circles_in_which_nobody_was_told_are_known() -> None:
    people = [person(1, circle="family", informed_on="2026-01-01"), person(2, circle="work")]

    missing = circles_without(people)

    assert missing == ("friends", "neighbours", "work", "school", "club", "care")


def test_every_field_and_every_answer_has_a_label() -> None:
    asked = {name for name in Person.__struct_fields__ if name not in OF_THE_RECORD}

    assert set(LABELS["person"]) == asked
    assert {one.name for one in (*STALKER, *HELPER)} == asked - {"name", "role", "note"}
    assert set(ASKED_TO) == set(AskedTo)
    assert set(WILLING) == set(Willing)

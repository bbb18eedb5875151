"""Exhibits: what they are, what is known of their files, and what they are linked to."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.case import case_labels
from journal.domain.evidence.exhibit import (
    CarriedBy,
    Exhibit,
    FileTime,
    Form,
    Obtained,
    Target,
    exhibits_by_entry,
    exhibits_of,
    exhibits_of_entry,
    files_by_entry,
)
from journal.domain.forms.field_labels import LABELS
from journal.domain.ledger.case_object import OF_THE_RECORD, changed
from journal.domain.time.moment import Certainty, Moment

DIGEST = "0" * 64
TAKEN = FileTime(CarriedBy.TAKEN, Moment(Certainty.EXACT, start="2026-11-21T22:14:05", offset="+01:00"))

TIMES = st.builds(
    FileTime,
    st.sampled_from(CarriedBy),
    st.datetimes().map(lambda when: Moment(Certainty.EXACT, start=when.replace(microsecond=0).isoformat())),
)
EXHIBITS = st.builds(
    Exhibit,
    number=st.integers(1, 9999),
    title=st.text(),
    obtained=st.none() | st.sampled_from(Obtained),
    obtained_how=st.text(),
    from_person=st.integers(0, 99),
    from_whom=st.text(),
    original_place=st.text(),
    file=st.integers(0, 99),
    sha256=st.sampled_from(["", DIGEST]),
    size=st.integers(0, 2**40),
    file_name=st.text(),
    media_type=st.text(),
    file_times=st.lists(TIMES, max_size=3).map(tuple),
    seconds=st.integers(0, 99999),
    has_location=st.booleans(),
    lies_at=st.text(),
    note=st.text(),
)


@given(EXHIBITS)
def test_an_exhibit_comes_back_from_the_fields_of_a_record(exhibit: Exhibit) -> None:
    written = msgspec.json.encode(exhibit.fields())

    assert Exhibit.from_fields(exhibit.number, msgspec.json.decode(written)) == exhibit


@given(EXHIBITS, EXHIBITS)
def test_the_changed_fields_turn_the_old_exhibit_into_the_new_one(old: Exhibit, new: Exhibit) -> None:
    new = msgspec.structs.replace(new, number=old.number)

    assert Exhibit.from_fields(old.number, old.fields() | changed(old, new)) == new


def test_number_time_of_adding_and_withdrawal_are_no_fields_of_the_record() -> None:
    exhibit = Exhibit(number=7, title="A card", withdrawn=True, added_at="2026-11-21T21:14:05Z")

    assert exhibit.fields() == {"title": "A card"}


def test_every_fact_of_a_file_is_a_field_of_its_own_so_that_one_can_be_blackened() -> None:
    photo = Exhibit(number=1, file=4, sha256=DIGEST, size=10, file_name="a.jpg", file_times=(TAKEN,), has_location=True)

    assert set(photo.fields()) == {"file", "sha256", "size", "file_name", "file_times", "has_location"}


@pytest.mark.parametrize(
    ("exhibit", "form"),
    [
        (Exhibit(number=1, file=4, sha256=DIGEST), Form.FILE),
        (Exhibit(number=1, sha256=DIGEST, lies_at="on the stick"), Form.FINGERPRINT),
        (Exhibit(number=1, title="A letter"), Form.THING),
    ],
)
def test_an_exhibit_is_a_file_a_fingerprint_or_a_thing(exhibit: Exhibit, form: Form) -> None:
    assert exhibit.form is form


def test_a_target_comes_back_from_a_record_and_other_fields_are_passed_over() -> None:
    target = Target(entry=12, item="photo_detail")

    assert Target.from_fields({"action": "exhibit.linked", "exhibit": 3} | target.fields()) == target


def test_exhibits_are_found_by_what_they_are_linked_to() -> None:
    links = {
        3: {Target(entry=12, item="photo_detail")},
        2: {Target(entry=12), Target(report=1)},
        4: {Target(step="said_no")},
    }

    assert exhibits_of(Target(entry=12), links) == (2,)
    assert exhibits_of(Target(entry=12, item="photo_detail"), links) == (3,)
    assert exhibits_of(Target(step="said_no"), links) == (4,)
    assert exhibits_of(Target(report=2), links) == ()
    assert exhibits_of_entry(12, links) == (2, 3)


def test_every_field_and_every_answer_has_a_label() -> None:
    assert set(LABELS["exhibit"]) == set(Exhibit.__struct_fields__) - set(OF_THE_RECORD)
    assert set(case_labels.FORMS) == set(Form)
    assert set(case_labels.OBTAINED) == set(Obtained)
    assert set(case_labels.CARRIED_BY) == set(CarriedBy)


TARGETS = st.builds(Target, entry=st.integers(0, 3), item=st.sampled_from(["", "photo"]))


@given(st.dictionaries(st.integers(1, 9), st.lists(TARGETS, max_size=4).map(tuple), max_size=5))
def test_the_exhibits_of_all_entries_are_those_of_each(links: dict[int, tuple[Target, ...]]) -> None:
    found = {entry: numbers for entry in range(1, 4) if (numbers := exhibits_of_entry(entry, links))}

    assert exhibits_by_entry(links) == found
    assert files_by_entry(links) == {entry: len(numbers) for entry, numbers in found.items()}

"""The catalogue as a whole: stable ids, one meaning per id, and strangers received politely."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain import kinds
from journal.domain.entry.entry import COMMON_FIELDS
from journal.domain.kinds.catalogue import Field, Group, Item, Kind, Option, Shape
from journal.domain.text.normalisation import normalise

ALL_FIELDS = [field for kind in kinds.KINDS for field in kind.fields]
ALL_ITEMS = [item for kind in kinds.KINDS for item in kind.checklist]

IDS = {
    Group.COMMUNICATION: (
        "call_answered call_missed call_silent voicemail sms chat email letter gift social_media contact_through_others"
    ),
    Group.PHYSICAL: ("followed waited_for watched tracker threat assault sexual_assault break_in animal_harmed"),
    Group.PROPERTY: "damage theft",
    Group.SERVICES: "ordered_in_your_name cancelled_in_your_name",
    Group.TECHNICAL: "device_accessed",
    Group.TALK: "proposal false_accusation intimate_images",
    Group.ORDER: "order_broken",
    Group.OWN_STEP: "said_no reported_to_police told_somebody asked_supplier_or_operator other_step",
    Group.OTHER: "other",
}


def of_kind(kind: Kind) -> str:
    return kind.id


def test_every_kind_stands_once_in_its_group_and_the_groups_stand_in_order() -> None:
    expected = [(group, kind_id) for group in Group for kind_id in IDS[group].split()]

    assert [(kind.group, kind.id) for kind in kinds.KINDS] == expected


def test_the_ids_of_kinds_items_and_choices_are_plain_words() -> None:
    ids = {kind.id for kind in kinds.KINDS} | {item.id for item in ALL_ITEMS}
    ids |= {choice.id for field in ALL_FIELDS for choice in field.choices}

    assert len(ids) > 100
    assert not [one for one in ids if not re.fullmatch(r"[a-z_]+", one)]


def test_the_id_of_a_field_names_its_family_and_never_repeats_a_field_that_every_entry_has() -> None:
    ids = {field.id for field in ALL_FIELDS}

    assert not [one for one in ids if not re.fullmatch(r"[a-z_]+\.[a-z_]+", one)]
    assert not [one for one in ids if one.split(".")[1] in COMMON_FIELDS]


def test_the_same_id_means_the_same_field_everywhere() -> None:
    definitions = set(ALL_FIELDS)

    assert len({field.id for field in definitions}) == len(definitions)


def test_the_same_id_means_the_same_checklist_item_everywhere() -> None:
    definitions = set(ALL_ITEMS)

    assert len({item.id for item in definitions}) == len(definitions)
    assert len({item.label for item in definitions}) == len(definitions)


def test_no_two_kinds_have_labels_that_look_alike() -> None:
    labels = Counter(normalise(kind.label) for kind in kinds.KINDS)

    assert not [label for label, count in labels.items() if count > 1]


@pytest.mark.parametrize("kind", kinds.KINDS, ids=of_kind)
def test_a_kind_asks_a_few_different_fields_and_three_to_seven_different_items(kind: Kind) -> None:
    fields, items = [field.id for field in kind.fields], [item.id for item in kind.checklist]

    assert len(set(fields)) == len(fields) > 0
    assert len([field for field in kind.fields if not field.rare]) <= 7
    assert len({field.label for field in kind.fields}) == len(fields)
    assert len(set(items)) == len(items)
    assert 3 <= len(items) <= 7


def test_exactly_the_fields_that_offer_a_choice_have_choices_with_ids_of_their_own() -> None:
    for field in ALL_FIELDS:
        ids = [choice.id for choice in field.choices]

        assert len(set(ids)) == len(ids), field.id
        assert (len(ids) >= 2) is (field.shape is Shape.CHOICE), field.id


def test_exactly_the_kinds_of_communication_may_stand_for_several_acts() -> None:
    repeatable = {kind.id for kind in kinds.KINDS if kind.repeatable}

    assert repeatable == set(IDS[Group.COMMUNICATION].split())


def test_exactly_the_steps_of_the_person_are_no_acts_of_the_stalker() -> None:
    own = {kind.id for kind in kinds.KINDS if kind.own_step}

    assert own == set(IDS[Group.OWN_STEP].split())


@pytest.mark.parametrize("kind", kinds.KINDS, ids=of_kind)
def test_a_kind_its_fields_and_its_items_are_found_by_their_ids(kind: Kind) -> None:
    assert kinds.kind(kind.id) is kind
    assert all(kinds.field(field.id) == field for field in kind.fields)
    assert all(kinds.item(item.id) == item for item in kind.checklist)


@given(st.text().map(lambda text: f"newer:{text}"))
def test_what_a_newer_version_wrote_is_shown_by_its_id_and_never_refused(unknown: str) -> None:
    kind = kinds.kind(unknown)

    assert kind == Kind(unknown, unknown)
    assert not kind.own_step
    assert kinds.item(unknown) == Item(unknown, unknown)
    assert kinds.field(unknown) is None


def test_a_choice_is_shown_by_its_label_and_an_unknown_one_by_its_id() -> None:
    field = Field("call.sort", "Sort", Shape.CHOICE, (Option("landline", "fixed line"), Option("mobile", "mobile")))

    assert field.label_of("mobile") == "mobile"
    assert field.label_of("landline") == "fixed line"
    assert field.label_of("satellite") == "satellite"


def test_every_group_has_a_name_of_its_own() -> None:
    names = {kinds.group_label(group) for group in Group}

    assert len(names) == len(Group)
    assert all(names)

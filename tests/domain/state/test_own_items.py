"""Items of the person's own, what is still to do over the case, and what a file may be the proof of."""

from __future__ import annotations

import pytest

from journal.domain import kinds
from journal.domain.evidence.checklist import ChecklistLine, ItemState, Mark, lines, next_own
from journal.domain.evidence.checklist_matching import open_items
from journal.domain.evidence.exhibit import Target, files_by_entry, items_proved
from journal.domain.kinds.catalogue import Item
from journal.domain.kinds.evidence_types import ANYTHING, THING
from journal.domain.text.words import Words

OWN = {"own.1": Mark(label="ask the baker"), "own.2": Mark(label="", state=ItemState.DONE)}


def test_an_item_of_ones_own_stands_below_those_of_the_kind_and_without_its_words_it_is_gone() -> None:
    checklist = lines("call_missed", OWN)

    assert [line.item.id for line in checklist if line.item.id.startswith("own.")] == ["own.1"]
    assert checklist[-1].label(Words()) == "ask the baker"
    assert checklist[-1].mark.state is ItemState.TO_DO


def test_an_item_of_an_earlier_kind_that_was_marked_keeps_its_name() -> None:
    checklist = lines("sms", {"rings_counted": Mark(state=ItemState.DONE)})

    assert (checklist[-1].item.id, checklist[-1].label(Words())) == ("rings_counted", "number of rings counted")


def test_the_words_of_an_own_item_are_never_translated() -> None:
    line = ChecklistLine(Item("own.1", "Kind"), Mark(label="Kind"))

    assert line.label(Words("nl")) == "Kind"


@pytest.mark.parametrize(
    ("marked", "following"),
    [
        ([], "own.1"),
        (["rings_counted", "own.1", "own.2"], "own.3"),
        (["own.x", "own.", "own.10"], "own.11"),
    ],
)
def test_the_number_of_an_own_item_is_not_given_again(marked: list[str], following: str) -> None:
    assert next_own(marked) == following


SORTS = [*ANYTHING, "application/x-unknown", "image/png", "audio/wav", "message/rfc822"]
CHECKLISTS = [kind.id for kind in kinds.KINDS]


def offered(kind: str, sort: str, **marks: Mark) -> list[str]:
    return [line.item.id for line in open_items(lines(kind, marks), [sort])]


@pytest.mark.parametrize(
    ("kind", "sort", "expected"),
    [
        ("call_missed", "image/png", ["call_list_photographed"]),
        ("voicemail", "audio/wav", ["recording_saved"]),
        ("call_missed", "video/mp4", []),
        ("letter", THING, ["original_kept", "envelope_kept"]),
        ("email", "message/rfc822", ["email_saved"]),
    ],
)
def test_only_what_such_evidence_can_show_is_offered(kind: str, sort: str, expected: list[str]) -> None:
    assert offered(kind, sort) == expected


@pytest.mark.parametrize("sort", SORTS)
def test_what_nothing_attached_can_show_is_never_offered(sort: str) -> None:
    proved = {line.item.id for kind in CHECKLISTS for line in lines(kind, {}) if line.item.proved_by}

    assert {item for kind in CHECKLISTS for item in offered(kind, sort)} <= proved
    assert not {"copy_elsewhere", "not_answered", "who_saw_noted", "left_as_found"} & proved


def test_a_file_of_a_sort_that_no_item_names_may_show_whatever_a_file_can() -> None:
    for kind in CHECKLISTS:
        by_a_file = {line.item.id for line in lines(kind, {}) if any(one != THING for one in line.item.proved_by)}

        assert set(offered(kind, "application/x-unknown")) == by_a_file


def test_an_item_of_ones_own_may_be_shown_by_anything_and_stands_last() -> None:
    own = Mark(label="ask the baker")

    assert offered("call_missed", "image/png", **{"own.1": own}) == ["call_list_photographed", "own.1"]
    assert offered("call_missed", "video/mp4", **{"own.1": own}) == ["own.1"]


@pytest.mark.parametrize("state", [ItemState.DONE, ItemState.DOES_NOT_APPLY])
def test_what_is_done_or_does_not_apply_is_not_offered(state: ItemState) -> None:
    assert offered("call_missed", "image/png", call_list_photographed=Mark(state=state)) == []


def test_the_exhibits_of_entries_and_items_are_counted_once_each() -> None:
    whole, item = Target(entry=3), Target(entry=3, item="photo")
    links = {2: (whole, item), 1: (item,), 5: (Target(entry=4), Target(report=1)), 6: (Target(step="said_no"),)}

    assert files_by_entry(links) == {3: 2, 4: 1}
    assert items_proved(3, links) == {"photo": (1, 2)}
    assert items_proved(4, links) == {}

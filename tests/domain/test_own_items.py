"""Items of the person's own, what is still to do over the case, and what a file may be the proof of."""

from __future__ import annotations

import pytest

from journal.domain.checklist import ItemState, Line, Mark, lines, next_own
from journal.domain.exhibit import Target, files_by_entry, items_proved
from journal.domain.kinds.catalogue import Item
from journal.domain.matching import open_items
from journal.domain.words import Words

OWN = {"own.1": Mark(label="ask the baker"), "own.2": Mark(label="", state=ItemState.DONE)}


def test_an_item_of_ones_own_stands_below_those_of_the_kind_and_without_its_words_it_is_gone() -> None:
    checklist = lines("call_missed", OWN)

    assert [line.item.id for line in checklist if line.item.id.startswith("own.")] == ["own.1"]
    assert checklist[-1].label(Words()) == "ask the baker"
    assert checklist[-1].mark.state is ItemState.TO_DO


def test_the_words_of_an_own_item_are_never_translated() -> None:
    line = Line(Item("own.1", "Kind"), Mark(label="Kind"))

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


@pytest.mark.parametrize(
    ("media_type", "first"),
    [
        ("image/png", "call_list_photographed"),
        ("audio/wav", "recording_saved"),
        ("application/x-unknown", "rings_counted"),
    ],
)
def test_the_items_that_ask_for_such_a_file_come_first_and_none_is_left_out(media_type: str, first: str) -> None:
    ids = ["rings_counted", "call_list_photographed", "recording_saved", "copy_elsewhere"]
    checklist = [Line(Item(one, one), Mark()) for one in ids]

    offered = open_items(checklist, [media_type])

    assert offered[0].item.id == first
    assert {line.item.id for line in offered} == set(ids)


def test_what_is_done_or_does_not_apply_is_not_offered() -> None:
    states = [ItemState.DONE, ItemState.DOES_NOT_APPLY, ItemState.TO_DO]

    offered = open_items([Line(Item(str(state), "x"), Mark(state=state)) for state in states], ["image/png"])

    assert [line.item.id for line in offered] == ["to_do"]


def test_the_exhibits_of_entries_and_items_are_counted_once_each() -> None:
    whole, item = Target(entry=3), Target(entry=3, item="photo")
    links = {2: (whole, item), 1: (item,), 5: (Target(entry=4), Target(report=1)), 6: (Target(step="said_no"),)}

    assert files_by_entry(links) == {3: 2, 4: 1}
    assert items_proved(3, links) == {"photo": (1, 2)}
    assert items_proved(4, links) == {}

"""The evidence checklist of an entry: which things to keep are done, to do, or do not apply."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain import kinds
from journal.domain.kinds.catalogue import Item

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.text.words import Words

OWN = "own."
"""What the ids of items begin with that the person wrote: `own.1`, `own.2` …, for each entry from 1 on."""


class ItemState(StrEnum):
    """Where a thing to keep stands."""

    TO_DO = "to_do"
    DONE = "done"
    DOES_NOT_APPLY = "does_not_apply"


class Mark(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was last said of one item."""

    state: ItemState = ItemState.TO_DO
    note: str = ""
    on: str = ""
    """The local day it was done, ISO 8601; empty where none was given."""
    label: str = ""
    """What an item of the person's own is called; without it, such an item is no longer there."""

    def said_of(self, item: str) -> dict[str, str]:
        """Return the fields of a record that says this of an item."""
        return {"item": item, "state": self.state.value, "note": self.note, "on": self.on, "label": self.label}


UNMARKED = Mark()
"""An item of which nothing was said yet."""


class ChecklistLine(Struct, frozen=True):
    """One line of the checklist as it is shown."""

    item: Item
    mark: Mark

    def label(self, words: Words) -> str:
        """Return what the item is called; the person's own words are never translated."""
        return self.item.label if self.item.id.startswith(OWN) else words(self.item.label)


def lines(kind_id: str, marks: dict[str, Mark]) -> tuple[ChecklistLine, ...]:
    """Return the checklist of an entry: the items of its kind, then those of its own and others once marked on it."""
    of_kind = kinds.kind(kind_id).checklist
    known = {item.id for item in of_kind}
    kept = tuple(_other(item_id, mark) for item_id, mark in marks.items() if item_id not in known)
    return tuple(ChecklistLine(item, marks.get(item.id, UNMARKED)) for item in of_kind + kept if item.label)


def next_own(item_ids: Iterable[str]) -> str:
    """Return the id of the next item of the person's own, after all that were ever marked on an entry."""
    taken = (item_id.removeprefix(OWN) for item_id in item_ids if item_id.startswith(OWN))
    return f"{OWN}{max((int(number) for number in taken if number.isdecimal()), default=0) + 1}"


def done(checklist: tuple[ChecklistLine, ...]) -> tuple[int, int]:
    """Return how many items are done and how many apply."""
    applying = [line for line in checklist if line.mark.state is not ItemState.DOES_NOT_APPLY]
    return sum(line.mark.state is ItemState.DONE for line in applying), len(applying)


def _other(item_id: str, mark: Mark) -> Item:
    return Item(item_id, mark.label) if item_id.startswith(OWN) else kinds.item(item_id)

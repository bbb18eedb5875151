"""Evidence checklist of an entry: items to keep, each with its mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain import kinds
from journal.domain.kinds.catalogue import Item
from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.text.words import Words

OWN = "own."
"""Prefix of the ids of the user's own items: `own.1`, `own.2` …, numbered from 1 for each entry."""


class ItemState(LabelledEnum):
    """State of an item."""

    TO_DO = "to_do", N_("to do")
    DONE = "done", N_("done")
    DOES_NOT_APPLY = "does_not_apply", N_("does not apply")


class Mark(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Latest state of an item, as recorded."""

    state: ItemState = ItemState.TO_DO
    note: str = ""
    on: str = ""
    """Local day on which it was done, ISO 8601; empty where none was given."""
    label: str = ""
    """Label of an item of the user's own; where empty, such an item counts as removed."""

    def said_of(self, item: str) -> dict[str, str]:
        """Encode as the fields of a record about this item."""
        return {"item": item, "state": self.state.value, "note": self.note, "on": self.on, "label": self.label}


UNMARKED = Mark()
"""Mark of an item without a record."""
OF_STATE = {state: Mark(state=state) for state in ItemState}
"""Marks that say a state and nothing else."""


class ChecklistLine(Struct, frozen=True):
    """One line of the checklist: an item and its mark."""

    item: Item
    mark: Mark

    def label(self, words: Words) -> str:
        """Return the translated label; the user's own text is returned as it is."""
        return label_of(self.item, words)


def label_of(item: Item, words: Words) -> str:
    """Return the translated label of an item; the user's own text is returned as it is."""
    return item.label if item.id.startswith(OWN) else words(item.label)


def lines(kind_id: str, marks: dict[str, Mark]) -> tuple[ChecklistLine, ...]:
    """Build the checklist of an entry: the items of its kind, then its own items and others that were marked on it."""
    of_kind = kinds.kind(kind_id).checklist
    known = {item.id for item in of_kind}
    kept = tuple(_other(item_id, mark) for item_id, mark in marks.items() if item_id not in known)
    return tuple(ChecklistLine(item, marks.get(item.id, UNMARKED)) for item in of_kind + kept if item.label)


def next_own(item_ids: Iterable[str]) -> str:
    """Return the id for the next item of the user's own, above all that were ever marked on the entry."""
    taken = (item_id.removeprefix(OWN) for item_id in item_ids if item_id.startswith(OWN))
    return f"{OWN}{max((int(number) for number in taken if number.isdecimal()), default=0) + 1}"


def done(checklist: tuple[ChecklistLine, ...]) -> tuple[int, int]:
    """Return the numbers of items that are done, and that apply."""
    applying = [line for line in checklist if line.mark.state is not ItemState.DOES_NOT_APPLY]
    return sum(line.mark.state is ItemState.DONE for line in applying), len(applying)


def _other(item_id: str, mark: Mark) -> Item:
    return Item(item_id, mark.label) if item_id.startswith(OWN) else kinds.item(item_id)

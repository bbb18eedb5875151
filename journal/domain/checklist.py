"""The evidence checklist of an entry: which things to keep are done, to do, or do not apply."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from journal.domain import kinds
from journal.domain.kinds.catalogue import Item


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


UNMARKED = Mark()
"""An item of which nothing was said yet."""


class Line(Struct, frozen=True):
    """One line of the checklist as it is shown."""

    item: Item
    mark: Mark


def lines(kind_id: str, marks: dict[str, Mark]) -> tuple[Line, ...]:
    """Return the checklist of an entry: the items of its kind, then any other item that was ever marked on it."""
    own = kinds.kind(kind_id).checklist
    known = {item.id for item in own}
    kept = tuple(kinds.item(item_id) for item_id in marks if item_id not in known)
    return tuple(Line(item, marks.get(item.id, UNMARKED)) for item in own + kept)


def done(checklist: tuple[Line, ...]) -> tuple[int, int]:
    """Return how many items are done and how many apply."""
    applying = [line for line in checklist if line.mark.state is not ItemState.DOES_NOT_APPLY]
    return sum(line.mark.state is ItemState.DONE for line in applying), len(applying)

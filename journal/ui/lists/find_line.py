"""A line that finds something in the list below it: letters narrow the list, the arrows go through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.ui.fields.text_fields import TypedLine
from journal.ui.frame.command import bindings
from journal.ui.lists.commands import NextInList, PreviousInList

if TYPE_CHECKING:
    from collections.abc import Callable


class FindLine(TypedLine):
    """The line; its owner moves the list."""

    BINDINGS = bindings(NextInList, PreviousInList)

    def __init__(self, words: str, *, placeholder: str, move: Callable[[int], None]) -> None:
        """Hold these words; `move` goes down for 1 and up for -1."""
        super().__init__(words, placeholder=placeholder)
        self._move = move

    def action_next_in_list(self) -> None:
        """Go down in the list."""
        self._move(1)

    def action_previous_in_list(self) -> None:
        """Go up in the list."""
        self._move(-1)

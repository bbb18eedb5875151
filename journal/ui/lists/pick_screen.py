"""A long list of which several lines are picked, narrowed by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from journal.domain.text.words import N_, _
from journal.ui.lists.commands import PickLine
from journal.ui.lists.find_screen import AT_A_TIME, FindScreen
from journal.ui.lists.line_list import Row
from journal.ui.lists.picks import NOT_PICKED, PICKED, Picks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.ui.lists.find_screen import Line

Key = TypeVar("Key")
PICK_FIRST = N_("Pick the first line with {key}, go to the last one, and press this key again.")


class PickScreen(FindScreen[Any], Generic[Key]):
    """Lines with a tick, each by its key; the picked ones stay picked while other letters are typed.

    Subclasses bind `PickLine`, `PickFound` and `PickToHere` among their own, in the order of their footer.
    """

    def __init__(self, *lists: Any, **how: Any) -> None:
        """List as `FindScreen`, with nothing picked."""
        super().__init__(*lists, **how)
        self._picks: Picks[Key] = Picks()

    @property
    def picked(self) -> frozenset[Key]:
        """Keys of the lines that are picked, in sight or not."""
        return self._picks.keys

    @picked.setter
    def picked(self, keys: frozenset[Key]) -> None:
        self._picks.keys = keys

    def row_of(self, line: Line[Key]) -> Row:
        """Return a line with its tick where it is picked."""
        sign = PICKED if line.answer in self.picked else NOT_PICKED
        return Row([(sign, "strong"), *line.row.pieces], line.row.right)

    @property
    def count_picked(self) -> str:
        """How many lines are picked, in words."""
        return self._picks.count

    def action_pick_line(self) -> None:
        """Pick the highlighted line, or let it go, and go on to the next one."""
        if self.at:
            self._picks.turn(self.at.answer)
            self.draw()
            self._move(1)

    def action_pick_found(self) -> None:
        """Pick all lines that are found, or let them go where all are picked."""
        self.with_all(self._pick_found())

    def action_pick_to_here(self) -> None:
        """Pick every line from the one that was picked last to the highlighted one, or let them go as that one was."""
        if self.at:
            self.with_all(self._pick_to(self.at.answer))

    def _pick_found(self) -> Iterator[None]:
        found: set[Key] = set()
        for at in range(0, len(self.shown), AT_A_TIME):
            found.update([line.answer for line in self.shown[at : at + AT_A_TIME]])
            yield
        self._picks.turn_all(found)
        self.draw()

    def _pick_to(self, key: Key) -> Iterator[None]:
        yield
        if self._picks.turn_to(key, [line.answer for line in self.shown]):
            self.draw()
        else:
            self.tell(_(PICK_FIRST).format(key=PickLine.shown_key()))

"""A long list of which several lines are picked, narrowed by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, many, spoken
from journal.ui.lists.commands import PickLine
from journal.ui.lists.find_screen import FindScreen
from journal.ui.lists.line_list import Row

if TYPE_CHECKING:
    from journal.ui.lists.find_screen import Line

Key = TypeVar("Key")
PICKED, NOT_PICKED = "✓ ", "  "
PICK_FIRST = N_("Pick the first line with {key}, go to the last one, and press this key again.")


class PickScreen(FindScreen[Any], Generic[Key]):
    """Lines with a tick, each by its key; the picked ones stay picked while other letters are typed.

    Subclasses bind `PickLine`, `PickFound` and `PickToHere` among their own, in the order of their footer.
    """

    picked: frozenset[Key] = frozenset()
    """Keys of the lines that are picked, in sight or not."""
    _last: Key | None = None
    """Key of the line that was picked or let go last, where a range begins."""

    def row_of(self, line: Line[Key]) -> Row:
        """Return a line with its tick where it is picked."""
        sign = PICKED if line.answer in self.picked else NOT_PICKED
        return Row([(sign, "strong"), *line.row.pieces], line.row.right)

    @property
    def count_picked(self) -> str:
        """How many lines are picked, in words."""
        told = many("{count} picked", "{count} picked", len(self.picked))
        return told.format(count=in_figures(len(self.picked), spoken()))

    def action_pick_line(self) -> None:
        """Pick the highlighted line, or let it go, and go on to the next one."""
        if self.at:
            self._last = self.at.answer
            self.picked ^= {self._last}
            self.draw()
            self._move(1)

    def action_pick_found(self) -> None:
        """Pick all lines that are found, or let them go where all are picked."""
        self.find_all()
        found = {line.answer for line in self.shown}
        self.picked = self.picked - found if found <= self.picked else self.picked | found
        self.draw()

    def action_pick_to_here(self) -> None:
        """Pick every line from the one that was picked last to the highlighted one, or let them go as that one was."""
        self.find_all()
        keys = [line.answer for line in self.shown]
        if self.at is None or self._last not in keys:
            self.tell(_(PICK_FIRST).format(key=PickLine.shown_key))
            return
        first, last = sorted((keys.index(self._last), keys.index(self.at.answer)))
        between = frozenset(keys[first : last + 1])
        self.picked = self.picked | between if self._last in self.picked else self.picked - between
        self.draw()

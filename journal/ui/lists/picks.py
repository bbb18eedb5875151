"""Keys of the lines of a list that are picked, and where a range of them begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from journal.domain.text.numbers import in_figures
from journal.domain.text.words import many, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

PickedKey = TypeVar("PickedKey")
PICKED, NOT_PICKED = "✓ ", "  "


class Picks(Generic[PickedKey]):
    """Mutable set of picked keys, in sight or not."""

    def __init__(self) -> None:
        """Pick nothing."""
        self.keys: frozenset[PickedKey] = frozenset()
        self._last: PickedKey | None = None

    def turn(self, key: PickedKey) -> None:
        """Pick a line, or let it go; a range begins there."""
        self._last = key
        # A copy of the set is made in a fifth of the time that `^` takes.
        self.keys = self.keys - {key} if key in self.keys else self.keys | {key}

    def turn_all(self, found: AbstractSet[PickedKey]) -> None:
        """Pick all of these lines, or let them go where all are picked."""
        self.keys = self.keys - found if found <= self.keys else self.keys | found

    def turn_to(self, key: PickedKey, listed: Sequence[PickedKey]) -> bool:
        """Pick every line between the one turned last and this one, or let them go as that one was.

        Returns False, with nothing changed, where none of the listed lines was turned last.
        """
        if self._last not in listed:
            return False
        first, last = sorted((listed.index(self._last), listed.index(key)))
        between = frozenset(listed[first : last + 1])
        self.keys = self.keys | between if self._last in self.keys else self.keys - between
        return True

    @property
    def count(self) -> str:
        """How many lines are picked, in words."""
        told = many("{count} picked", "{count} picked", len(self.keys))
        return told.format(count=in_figures(len(self.keys), spoken()))

"""What the story has told so far, and under which numbers the journal keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.demo.happening import Happening


@dataclass
class Told:
    """The numbers of everything that was recorded."""

    entries: dict[int, int] = field(default_factory=dict)
    """The identity of a happening to the number of its entry."""
    scenes: dict[str, int] = field(default_factory=dict)
    """The `at` of a scene that happens once to the number of its entry."""
    kinds: list[tuple[str, int]] = field(default_factory=list)
    """The kind and the number of every entry, in the order of recording."""
    pieces: dict[str, int] = field(default_factory=dict)
    """The name of a piece to the number of its exhibit."""

    def take(self, happening: Happening, number: int) -> None:
        """Remember that a happening is recorded under this number."""
        self.entries[id(happening)] = number
        self.kinds.append((happening.entry.kind, number))
        if happening.scene.at:
            self.scenes[happening.scene.at] = number

    def entries_of(self, scenes: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of the entries of these scenes, as far as the story has them."""
        return tuple(self.scenes[at] for at in scenes if at in self.scenes)

    def last_of(self, kinds: Iterable[str], most: int) -> tuple[int, ...]:
        """Return the numbers of the latest entries of these kinds, at most so many, lowest first."""
        meant = frozenset(kinds)
        found = [number for kind, number in self.kinds if kind in meant]
        return tuple(found[max(0, len(found) - most) :])

    def exhibits(self, names: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of the exhibits of these names, as far as the story has them."""
        return tuple(self.pieces[name] for name in names if name in self.pieces)

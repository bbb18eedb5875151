"""Words that many entries share, as those of a day do: searched once for all of these, and not kept with each."""

from __future__ import annotations

from itertools import compress, count
from operator import not_
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Sequence

    from journal.domain.entry.history import History

Key = TypeVar("Key", bound="Hashable")


class SharedWords(Generic[Key]):
    """Inverted index over one fact of the entries: each of its values in words."""

    def __init__(self, key_of: Callable[[History], Key], words_of: Callable[[Key], str]) -> None:
        """Read the fact of an entry by `key_of`; `words_of` returns a value of it in words, as they are searched."""
        self._key_of, self._words_of = key_of, words_of
        self._keys: set[Key] = set()
        self._holding: dict[Sequence[str], tuple[int, Collection[Key]]] = {}
        """The values that hold one of some spellings, with how many values there were then."""

    def note(self, histories: Iterable[History]) -> None:
        """Take the values of these entries."""
        self._keys.update(map(self._key_of, histories))

    def reworded(self) -> None:
        """Note that the values have other words now."""
        self._holding.clear()

    def mark(self, histories: Sequence[History], ways: Sequence[str], holding: bytearray) -> None:
        """Mark with a 1 the entries in whose words one of these spellings stands.

        Only those without a mark are read: they lie scattered in memory, so that reading costs more than looking.
        """
        if values := self._values_holding(ways):
            rest = [*compress(count(), map(not_, holding))]
            keys = map(self._key_of, map(histories.__getitem__, rest))
            for row in compress(rest, map(values.__contains__, keys)):
                holding[row] = 1

    def _values_holding(self, ways: Sequence[str]) -> Collection[Key]:
        known, values = self._holding.get(ways, (0, ()))
        if known != len(self._keys):
            told = ((key, self._words_of(key)) for key in self._keys)
            values = {key for key, words in told if any(way in words for way in ways)}
            self._holding[ways] = len(self._keys), values
        return values

"""A search while it is typed: what is looked for, and which entries hold it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING

from journal.domain.state.search import SearchIndex, Terms, terms
from journal.domain.text.words import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal.domain.entry.history import History
    from journal.domain.state.state import State

AT_ONCE = 0.008
"""Seconds during which entries are folded between two frames; more would be felt while typing."""
BETWEEN_FRAMES = 1 / 120
"""Seconds between two such portions, in which keys are taken and the screen is drawn."""
FEW = 50
"""After so many entries, the time is looked at."""


@dataclass(frozen=True)
class _Found:
    """What was found the last time: where more is asked of the same entries, only these are looked at again."""

    among: Sequence[History] = ()
    terms: Terms = ()
    found: Sequence[History] = ()


class Finding:
    """The search of one screen; the words of a long journal are folded bit by bit, so that typing never waits."""

    def __init__(self) -> None:
        self._index = SearchIndex(spoken())
        self._waiting: Iterator[History] = iter(())
        self._last = _Found()
        self.ready = True
        """Whether all entries can be searched."""
        self.terms: Terms = ()
        """What is looked for; empty where nothing is."""
        self.came_from = 0
        """The number of the entry that was under the cursor when the search began."""

    def begin(self, state: State, number: int) -> None:
        """Begin a search at an entry."""
        self._index.set_people(state.people)
        self._waiting = iter(tuple(state.entries.values()))
        self.ready = False
        self.came_from = number
        self.terms = ()
        self._last = _Found()
        self.prepare()

    def prepare(self) -> None:
        """Get some more entries ready to be searched."""
        until = perf_counter() + AT_ONCE
        while not self.ready and perf_counter() < until:
            some = list(islice(self._waiting, FEW))
            self._index.prepare(some)
            self.ready = len(some) < FEW

    def take_changes(self, histories: Sequence[History]) -> None:
        """Look at the words of these entries as they are now, where something is looked for."""
        if self.terms and self.ready:
            self._index.prepare(histories)

    def ask(self, query: str) -> None:
        """Look for other words."""
        self.terms = terms(query)

    def end(self) -> None:
        """Look for nothing any more."""
        self.terms = ()

    def among(self, histories: Sequence[History]) -> Sequence[History]:
        """Return those that are found, or all where nothing is looked for."""
        if not self.terms:
            return histories
        before = self._last
        narrower = before.among is histories and all(any(old in new for new in self.terms) for old in before.terms)
        found = self._index.find(self.terms, before.found if narrower else histories)
        self._last = _Found(histories, self.terms, found) if self.ready else _Found()
        return found

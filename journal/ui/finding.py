"""A search while it is typed: what is looked for, and which entries hold it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from journal.domain.search import SearchIndex, Terms, terms
from journal.domain.words import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journal.domain.history import History
    from journal.domain.state import State

AT_ONCE = 400
"""How many entries are folded between two frames; more would be felt while typing."""


class Finding:
    """The search of one screen; the words of a long journal are folded bit by bit, so that typing never waits."""

    def __init__(self) -> None:
        self._index = SearchIndex(spoken())
        self._waiting: Iterator[History] = iter(())
        self.ready = True
        """Whether all entries can be searched."""
        self.terms: Terms = ()
        """What is looked for; empty where nothing is."""
        self.came_from = 0
        """The number of the entry that was under the cursor when the search began."""

    def begin(self, state: State, number: int) -> None:
        """Begin a search at an entry."""
        self._index.take_people(state.people)
        self._waiting = iter(tuple(state.entries.values()))
        self.ready = False
        self.came_from = number
        self.terms = ()
        self.prepare()

    def prepare(self) -> None:
        """Get some more entries ready to be searched."""
        some = list(islice(self._waiting, AT_ONCE))
        self._index.prepare(some)
        self.ready = len(some) < AT_ONCE

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
        return self._index.find(self.terms, histories) if self.terms else histories

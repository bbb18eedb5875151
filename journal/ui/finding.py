"""A search while it is typed: what is looked for, and which entries hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.search import SearchIndex, Terms, terms
from journal.domain.words import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.history import History
    from journal.domain.state import State


class Finding:
    """The search of one screen; it folds the words of an entry when it is first looked at."""

    def __init__(self) -> None:
        self._index = SearchIndex(spoken())
        self.terms: Terms = ()
        """What is looked for; empty where nothing is."""
        self.came_from = 0
        """The number of the entry that was under the cursor when the search began."""

    def begin(self, state: State, number: int) -> None:
        """Begin a search at an entry."""
        self._index.take_people(state.people)
        self.came_from = number
        self.terms = ()

    def ask(self, query: str) -> None:
        """Look for other words."""
        self.terms = terms(query)

    def end(self) -> None:
        """Look for nothing any more."""
        self.terms = ()

    def among(self, histories: Sequence[History]) -> Sequence[History]:
        """Return those that are found, or all where nothing is looked for."""
        return self._index.find(self.terms, histories) if self.terms else histories

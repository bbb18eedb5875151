"""A search while it is typed: what is looked for, and which entries hold it."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING

from journal.domain.state.search import SearchIndex, Terms, terms
from journal.domain.state.spellings import narrows
from journal.domain.text.words import spoken
from journal.ui.timeline.timeline_rows import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from journal.domain.entry.history import History
    from journal.domain.state.state import State

    Place = Callable[[History, Sequence[History]], int]

AT_ONCE = 0.008
"""Seconds during which entries are looked at between two frames; more would be felt while typing."""
SCREENFUL = 60
"""So many entries fill a screen."""
TO_INDEX, TO_LOOK_AT = 50, 200
"""How many entries are indexed, or looked at in the index, between two looks at the time and at what is found."""


@dataclass
class _Walk:
    """One search through entries, the latest first, as far as it has come."""

    among: Sequence[History]
    terms: Terms
    at: int = 0
    found: list[History] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return self.at == len(self.among)

    def narrows_to(self, others: Terms) -> bool:
        """Tell whether every entry that holds the other terms holds these."""
        return all(any(narrows(own, other) for other in others) for own in self.terms)


class Finding:
    """The search of one screen: an incremental search that works in slices of time, so that typing never waits.

    Where nothing is looked for, the slices index entries, so that a search that begins later finds them ready.
    """

    def __init__(self) -> None:
        self._index = SearchIndex(spoken())
        self._latest_first: Sequence[History] = ()
        self._among: Sequence[History] = ()
        """Those that are searched and shown."""
        self._place: Place = place_of
        self._as_of = 0
        self._indexed = 0
        """How many of the latest entries are indexed as they are now."""
        self._ended: list[_Walk] = []
        """Walks that are complete, each narrower than the one before; fewer letters go back to one of them."""
        self._walk = _Walk((), ())
        self._around: History | None = None

    @property
    def terms(self) -> Terms:
        """What is looked for; empty where nothing is."""
        return self._walk.terms

    @property
    def complete(self) -> bool:
        """Whether everything is looked at."""
        return self._walk.complete

    @property
    def found(self) -> Sequence[History]:
        """What is found until now, the latest first; all entries where nothing is looked for."""
        return self._walk.found if self.terms else self._among

    @property
    def among(self) -> Sequence[History]:
        """The entries that are searched, and shown where nothing is looked for, the latest first."""
        return self._among

    @property
    def narrowed(self) -> bool:
        """Whether only some of all entries are searched and shown."""
        return len(self._among) < len(self._latest_first)

    @property
    def enough(self) -> bool:
        """Whether all is found that the screen shows around the entry under the cursor."""
        if self.complete or not self.terms:
            return True
        above = self._place(self._around, self._walk.found) if self._around else 0
        return len(self._walk.found) >= above + SCREENFUL

    def take(self, state: State, latest_first: Sequence[History], as_of: int) -> None:
        """Search these entries from now on, as they are after the record with the number `as_of`."""
        if self._as_of != as_of or not self._latest_first:
            self._as_of, self._latest_first, self._among = as_of, latest_first, latest_first
            self._index.take(state, as_of)
            self._indexed = 0
            self._begin_anew()

    def put_texts(self, texts: Mapping[int, str]) -> None:
        """Take the text in the files of exhibits, by their numbers, and look again."""
        self._index.put_texts(texts)
        self._indexed, self._ended = 0, []
        self._look_for(self.terms)

    def excerpts(self, entry: int) -> list[tuple[int, str]]:
        """Return the exhibits of an entry whose files hold what is looked for, each with some words around it."""
        return [*self._index.excerpts(self.terms, entry)] if self.terms else []

    def look_among(self, some: Sequence[History], place: Place = place_of) -> None:
        """Search only some of all entries from now on, or all in another order; `place` finds one in it."""
        if some is not self._among:
            self._among, self._place, self._ended = some, place, []
            self._look_for(self.terms)

    def ask(self, query: str, around: History | None) -> None:
        """Look for other words, around an entry."""
        self._around = around
        self._look_for(terms(query))

    def end(self) -> None:
        """Look for nothing any more."""
        self._look_for(())

    def holds(self, history: History) -> bool:
        """Tell whether an entry is found, also where it was not looked at yet."""
        self._index.prepare([history])
        return bool(self._index.find(self.terms, [history]))

    def look(self, seconds: float = AT_ONCE) -> None:
        """Look at more entries, for so long, until all are looked at or, at the first time, enough are found."""
        until, lacking = perf_counter() + seconds, not self.enough
        while not self.complete and not (lacking and self.enough) and perf_counter() < until:
            self._step(self._walk)

    def look_at_enough(self, around: History | None) -> None:
        """Look until all is found that the screen shows around an entry."""
        self._around = around
        while not self.enough:
            self._step(self._walk)

    def look_at_all(self) -> None:
        """Look at all that is left."""
        while not self.complete:
            self._step(self._walk)

    def _begin_anew(self) -> None:
        wanted, self._ended, self._walk = self.terms, [], _Walk((), ())
        self._look_for(wanted)

    def _look_for(self, wanted: Terms) -> None:
        walk = self._walk
        if wanted and walk.terms and not walk.complete and walk.narrows_to(wanted):
            # What this search has looked at need not be looked at again.
            self._walk = _Walk(walk.among, wanted, walk.at, self._index.find(wanted, walk.found))
            return
        while self._ended and not (wanted and self._ended[-1].narrows_to(wanted)):
            self._ended.pop()
        wider = self._ended[-1] if self._ended else None
        if wider and wider.terms == wanted:
            self._walk = wider
        elif wider:
            self._walk = _Walk(wider.found, wanted)
        else:
            self._walk = _Walk(self._among, wanted) if wanted else _Walk(self._latest_first, (), at=self._indexed)

    def _known(self, walk: _Walk) -> int:
        """Return how many entries from its place on are indexed, as far as that is known without looking."""
        if self._indexed == len(self._latest_first):
            return len(walk.among) - walk.at
        return self._indexed - walk.at if walk.among is self._latest_first else 0

    def _step(self, walk: _Walk) -> None:
        known = self._known(walk)
        some = walk.among[walk.at : walk.at + (min(known, TO_LOOK_AT) if known > 0 else TO_INDEX)]
        if known <= 0:
            self._index.prepare(some)
        if known <= 0 and walk.among is self._latest_first:
            self._indexed += len(some)
            if self._indexed == len(self._latest_first):
                self._index.caught_up(self._as_of)
        walk.at += len(some)
        if walk.terms:
            walk.found += self._index.find(walk.terms, some)
            if walk.complete:
                self._ended.append(walk)

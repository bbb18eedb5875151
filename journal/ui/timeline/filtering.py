"""The filter of the main screen: only the entries that meet it stand in the timeline, until escape takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.overview.no_contact import day_of, the_no
from journal.ui.frame.country import country_for
from journal.ui.timeline.searching import SearchScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.entry.history import History
    from journal.domain.filters.selecting import Selector
    from journal.domain.filters.values import AnyFilter
    from journal.logbook import Logbook


class FilterInForce:
    """Which entries are to be seen, and those that are as of one record; without conditions all of them."""

    def __init__(self, logbook: Logbook, picked: frozenset[AnyFilter] = frozenset()) -> None:
        self._logbook = logbook
        self.picked = picked
        """The conditions, combined by `together`."""
        self._selector: Selector | None = None
        self._as_of = -1
        self._meeting: list[History] = []

    @property
    def words(self) -> str:
        """What is asked for, in words; "" without conditions."""
        if not self.picked:
            return ""
        from journal.domain.filters.describing import described
        from journal.domain.filters.offered import together

        return described(together(self.picked), self._logbook.state.people)

    def after(self, picked: frozenset[AnyFilter]) -> FilterInForce:
        """Return the filter with other conditions, its entries found; raises Unreadable."""
        one = FilterInForce(self._logbook, picked)
        one._selector = self._selector
        one.meeting()
        return one

    def meeting(self) -> list[History]:
        """Return the entries that meet the conditions as they are now, the latest first; raises Unreadable."""
        last = self._logbook.last.seq if self._logbook.last else 0
        if self._as_of != last:
            self._meeting, self._as_of = self._select(), last
        return self._meeting

    def _select(self) -> list[History]:
        state = self._logbook.state
        latest_first = state.listed()[::-1]
        if not self.picked:
            return latest_first
        from journal.domain.filters.matching import case_facts
        from journal.domain.filters.offered import together
        from journal.domain.filters.selecting import Selector

        self._selector = self._selector or Selector()
        case = case_facts(state, day_of(the_no(latest_first, state.steps)), country_for(self._logbook))
        return self._selector.select(together(self.picked), state.entries, latest_first, case)


class FilteredScreen(SearchScreen):
    """A timeline that shows the entries that meet a filter; a search looks among these."""

    def __init__(self, logbook: Logbook) -> None:
        """Begin with all entries."""
        super().__init__(logbook)
        self.in_force = FilterInForce(logbook)
        """The filter."""
        self._left_at = self._landed_at = 0
        """Numbers of the entries under the cursor before the filter and at its beginning."""

    def to_be_shown(self, latest_first: Sequence[History], number: int) -> Sequence[History]:
        """Return those that meet the filter; it ends where it would hide an entry that is to be gone to."""
        if not self.in_force.picked:
            return latest_first
        meeting = self.in_force.meeting()
        here = self.logbook.state.entries.get(number)
        if here and number != self.timeline.number and here not in meeting:
            self.in_force = self.in_force.after(frozenset())
            return latest_first
        return meeting

    def filter_by(self, wanted: FilterInForce) -> None:
        """Show the entries that meet a filter, with the cursor where it was or on the next earlier one."""
        if not self.in_force.picked:
            self._left_at = self.timeline.number
        self.finding.end()
        self.in_force = wanted
        self.show_all()
        self._landed_at = self.timeline.number

    def leave_filter(self) -> None:
        """Show all entries again; the cursor goes back unless it was moved meanwhile."""
        moved = self.timeline.number != self._landed_at
        self.in_force = self.in_force.after(frozenset())
        self.search_state(self.timeline.number if moved else self._left_at)

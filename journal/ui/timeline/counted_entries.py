"""Some entries of a journal with counts of their acts, which are counted anew only after another record."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from journal.domain.base.memo import Memo
from journal.domain.overview.acts_over_time import acts_by_stretch
from journal.domain.overview.no_contact import day_of, the_no
from journal.ui.frame.country import country_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from journal.domain.base.task import Task
    from journal.domain.entry.history import History
    from journal.domain.filters.selecting import Selector
    from journal.domain.overview.acts_over_time import Stretches
    from journal.domain.overview.told_through import ToldThrough
    from journal.domain.overview.whole import Overview
    from journal.logbook import Logbook


class CountedEntries:
    """Entries, and counts of their acts, as of the last record; calling one of them raises Unreadable."""

    def __init__(self, logbook: Logbook, find: Callable[[], list[History]], no: Callable[[], date | None]) -> None:
        """Count the entries that `find` returns, the one that happened last first; `no` is the day of the first no."""
        self.logbook, self.no = logbook, no
        self.latest_first = Memo(self.version, find)
        """The entries."""
        self.stretches = Memo(self.version, self._count_stretches)
        """Their acts by the days between which they began."""
        self.overview = Memo(self.version, self._count)
        """Their acts by time, kind and place in the week."""
        self.told_through = Memo(lambda: (self.version(), country_for(logbook)), self._read)
        """Their acts by what stands in the bodies, which are read for it."""

    def version(self) -> int:
        """Return the number of the last record."""
        return self.logbook.version

    def _count_stretches(self) -> Stretches:
        return acts_by_stretch(self.latest_first())

    def _count(self, _task: Task | None = None) -> Overview:
        from journal.domain.overview.whole import overview

        return overview(self.latest_first(), self.no())

    def _read(self, task: Task | None = None) -> ToldThrough:
        from journal.domain.overview.told_through import ToldThrough

        return ToldThrough(self.latest_first(), country_for(self.logbook), task)


class AllEntries(CountedEntries):
    """All entries of a journal, and what selects some of them."""

    def __init__(self, logbook: Logbook) -> None:
        """Count all entries."""
        state = logbook.state
        no = Memo(self.version, lambda: day_of(the_no(state.entries.values(), state.steps)))
        super().__init__(logbook, lambda: state.listed()[::-1], no)

    @cached_property
    def selector(self) -> Selector:
        """Selects those that meet a filter, and keeps for the next one what it asked of them."""
        from journal.domain.filters.selecting import Selector

        return Selector()

"""The filter of the main screen: only the entries that meet it stand in the timeline, until escape takes it away."""

from __future__ import annotations

from time import thread_time
from typing import TYPE_CHECKING

from journal.domain.base.memo import Memo
from journal.domain.text.words import N_, _
from journal.ui.timeline.counted_entries import AllEntries, CountedEntries
from journal.ui.timeline.rows_as_recorded import RowsAsRecorded, as_recorded, recorded_place
from journal.ui.timeline.search import AT_ONCE
from journal.ui.timeline.searching import SearchScreen
from journal.ui.timeline.timeline_rows import Rows, place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.entry.history import History
    from journal.domain.filters.values import AnyFilter
    from journal.logbook import Logbook

AS_RECORDED = N_("by date recorded")


class FilterInForce:
    """Which entries are to be seen, in which order, and those that are as of the last record."""

    def __init__(
        self, every: AllEntries, picked: frozenset[AnyFilter] = frozenset(), *, by_recording: bool = False
    ) -> None:
        """See the entries that meet the conditions, without any all of them."""
        self.every = every
        """All entries."""
        self.picked = picked
        """The conditions, combined by `together`."""
        self.by_recording = by_recording
        """Whether the entry recorded last comes first, and not the one that happened last."""
        self.seen = CountedEntries(every.logbook, self._select, every.no) if picked else every
        """Those that meet the conditions, with what was counted of them."""
        self.meeting = Memo(every.version, self._in_order)
        """The same entries in the order in which they are seen; calling it raises Unreadable."""

    @property
    def is_any(self) -> bool:
        """Whether not all entries are seen, or not in the order of happening."""
        return bool(self.picked) or self.by_recording

    @property
    def conditions(self) -> str:
        """What is asked for, in words; "" for all entries."""
        if not self.picked:
            return ""
        from journal.domain.filters.describing import described
        from journal.domain.filters.offered import together

        return described(together(self.picked), self.every.logbook.state)

    @property
    def words(self) -> str:
        """What is asked for and in which order, in words; "" for all entries in the order of happening."""
        told = ", ".join(filter(None, [self.conditions, _(AS_RECORDED) if self.by_recording else ""]))
        return told[:1].upper() + told[1:]

    def after(self, picked: frozenset[AnyFilter], *, by_recording: bool | None = None) -> FilterInForce:
        """Return the filter with other conditions, or another order, its entries found; raises Unreadable."""
        by_recording = self.by_recording if by_recording is None else by_recording
        one = FilterInForce(self.every, picked, by_recording=by_recording)
        one.meeting()
        return one

    def prepare(self, *, reading: bool = True) -> bool:
        """Prepare for conditions what a slice of time allows; return whether nothing is left to be done.

        Without `reading`, only for those that need not read every record.
        """
        entries, until = self.every.logbook.state.entries, thread_time() + AT_ONCE
        while thread_time() < until:
            if self.every.selector.prepare(entries, self.every.version(), reading=reading):
                return True
        return False

    def _in_order(self) -> list[History]:
        found = self.seen.latest_first()
        return as_recorded(found) if self.by_recording else found

    def _select(self) -> list[History]:
        from journal.domain.filters.offered import together

        every, logbook = self.every, self.every.logbook
        wanted, case = together(self.picked), logbook.filters.case(every.no())
        return every.selector.select(wanted, logbook.state.entries, every.latest_first(), case, as_of=every.version())


class FilteredScreen(SearchScreen):
    """A timeline that shows the entries that meet a filter; a search looks among these."""

    def __init__(self, logbook: Logbook) -> None:
        """Begin with all entries."""
        super().__init__(logbook)
        self.in_force = FilterInForce(AllEntries(logbook))
        """The filter."""
        self.is_prepared = False
        """Whether what filters ask was filled; what is recorded later is added when it is asked for."""
        self._left_at = self._landed_at = 0
        """Numbers of the entries under the cursor before the filter and at its beginning."""

    def narrow(self, number: int) -> None:
        """Search and show the entries that meet the filter; it ends where it would hide one that is to be gone to."""
        here = self.logbook.state.entries.get(number)
        if here and number != self.timeline.number and self.in_force.picked and here not in self.in_force.meeting():
            self.in_force = self.in_force.after(frozenset())
        place = recorded_place if self.in_force.by_recording else place_of
        self.finding.look_among(self.in_force.meeting(), place)

    def prepare(self, *, reading: bool) -> bool:
        """Fill what filters ask of the entries once, so that nobody waits for it who asks for one."""
        if not self.is_prepared and self.in_force.prepare(reading=reading):
            self.is_prepared = reading
            return True
        return self.is_prepared

    def rows_of(self, entries: Sequence[History], *, counted: bool) -> Rows:
        """Put entries in rows in the order in which they are shown."""
        return (RowsAsRecorded if self.in_force.by_recording else Rows)(entries, counted=counted)

    def filter_by(self, wanted: FilterInForce) -> None:
        """Show the entries that meet a filter, with the cursor where it was or on the next one."""
        if not self.in_force.is_any:
            self._left_at = self.timeline.number
        self.finding.end()
        self.in_force = wanted
        self.show_all()
        self._landed_at = self.timeline.number

    def leave_filter(self) -> None:
        """Show all entries again; the cursor goes back unless it was moved meanwhile."""
        moved = self.timeline.number != self._landed_at
        self.in_force = self.in_force.after(frozenset(), by_recording=False)
        self.search_state(self.timeline.number if moved else self._left_at)

    def action_order_entries(self) -> None:
        """Show first what was recorded last, or what happened last again."""
        if self.in_force.by_recording and not self.in_force.picked:
            self.leave_filter()
        else:
            self.filter_by(self.in_force.after(self.in_force.picked, by_recording=not self.in_force.by_recording))

"""The lines of the timeline in the order in which the entries were recorded, below one heading."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from journal.domain.time.within import Within
from journal.ui.timeline.timeline_rows import Month, Rows, first_where

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journal.domain.entry.history import History


class AllRecorded(Month, frozen=True, dict=True):
    """The heading above all entries."""

    @cached_property
    def acts(self) -> Within:
        """How many acts the entries count."""
        return Within(sum(one.acts for one in self.entries), 0)


class RowsAsRecorded(Rows):
    """The entries that are shown, the one recorded last on top; each tells its whole day."""

    by_recording = True

    def __init__(self, latest_first: Sequence[History] = (), *, counted: bool = True) -> None:
        """Put entries with descending numbers in rows."""
        super().__init__()
        self._entries = latest_first
        if latest_first:
            self._starts, self._headings = [0], [0]
            self._months = [AllRecorded(date.min, latest_first, counted)]
            self.lines = [*self._months, *latest_first]

    def opens_day(self, line: int) -> bool:
        """Tell whether an entry stands on a line: its day is told, since those around it are of any."""
        return self.entry_at(line) is not None

    def on_or_before(self, day: date) -> int | None:
        """Return the line of the latest entry of a day, or of the last day before it; else of the earliest of all."""
        then = day.isoformat()
        last = max(self._entries, key=lambda one: (one.listed_on <= then, one.listed_on, one.when), default=None)
        if last and last.listed_on > then:
            last = min(self._entries, key=lambda one: (one.listed_on, one.when))
        return self.line_near(last) if last else None

    def line_near(self, history: History) -> int | None:
        """Return the line of an entry; where it is not shown, of the one recorded before it, else of the first one."""
        return self._line_at(recorded_place(history, self._entries))


def as_recorded(entries: Iterable[History]) -> list[History]:
    """Return the entries in the order of recording, the last one first; they are numbered in it."""
    return sorted(entries, key=lambda one: -one.number)


def recorded_place(history: History, last_first: Sequence[History]) -> int:
    """Return at which place an entry stands, or would stand, in the order of recording."""
    return first_where(last_first, lambda one: one.number <= history.number)

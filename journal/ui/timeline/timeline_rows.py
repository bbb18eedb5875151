"""The lines of the timeline: which entry or month stands on which line; nothing of it is drawn here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.entry.history import History
from journal.domain.overview.acts_over_time import acts_by_month
from journal.domain.time.within import Within

if TYPE_CHECKING:
    from collections.abc import Callable


class Month(Struct, frozen=True, dict=True):
    """The heading of a month."""

    first: date
    """The first day of the month."""
    entries: Sequence[History]
    """Its shown entries."""
    counted: bool = True
    """Whether these are all that there are to be shown."""

    @cached_property
    def acts(self) -> Within:
        """How many acts of its shown entries began in it, surely and perhaps."""
        spread = acts_by_month(self.entries)
        surely = spread.acts.get(self.first, 0)
        return Within(surely, spread.total - surely)


class Rows:
    """The entries that are shown, the latest first, under the months in which they happened.

    Nothing is done for each entry: counting and dating is left to the lines that are drawn, and places are found by
    bisection, so that 100,000 entries can be put in rows at every key.
    """

    by_recording = False
    """Whether they stand in the order of recording, and so each tells its whole day."""

    def __init__(self, latest_first: Sequence[History] = (), *, counted: bool = True) -> None:
        """Put the entries in rows; the months tell how many acts they have where all entries are there."""
        self.lines: list[History | Month] = []
        """What stands on each line."""
        self._entries = latest_first
        self._starts: list[int] = []
        self._headings: list[int] = []
        self._months: list[Month] = []
        start = 0
        while start < len(latest_first):
            entries = latest_first[start : end_of_month(latest_first, start)]
            self._starts.append(start)
            start += len(entries)
            self._headings.append(len(self.lines))
            self._months.append(Month(date.fromisoformat(f"{entries[0].listed_on[:7]}-01"), entries, counted))
            self.lines.append(self._months[-1])
            self.lines.extend(entries)

    def month_of(self, line: int) -> Month:
        """Return the month to which a line belongs."""
        return self._months[bisect_right(self._headings, line) - 1]

    def opens_day(self, line: int) -> bool:
        """Tell whether the entry on a line is the first shown of its day, or is on no known day."""
        here, before = self.lines[line], self.lines[line - 1] if line else None
        if not isinstance(here, History):
            return False
        same_day = isinstance(before, History) and before.listed_on == here.listed_on and before.happened.on_one_day
        return not (same_day and here.happened.on_one_day)

    def entry_at(self, line: int) -> History | None:
        """Return the entry on a line, or None on a heading and beyond the ends."""
        found = self.lines[line] if 0 <= line < len(self.lines) else None
        return found if isinstance(found, History) else None

    def nearest(self, line: int, step: int) -> int | None:
        """Return this line where an entry stands on it, else that of the next one in the direction of `step`.

        At the end of that direction it is the last one before it; None where there is no entry.
        """
        line = max(0, min(line, len(self.lines) - 1))
        return next((one for one in (line, line + step, line - step) if self.entry_at(one)), None)

    def on_or_before(self, day: date) -> int | None:
        """Return the line of the latest entry of a day, or of the last day before it; else of the earliest of all."""
        return self._line_at(first_where(self._entries, lambda entry: entry.listed_on <= day.isoformat()))

    def line_near(self, history: History) -> int | None:
        """Return the line of an entry; where it is not shown, of the next earlier one, else of the earliest of all."""
        return self._line_at(place_of(history, self._entries))

    def _line_at(self, place: int) -> int | None:
        """Return the line of the entry at this place among all that are shown, or of the last one."""
        if not self._entries:
            return None
        place = min(place, len(self._entries) - 1)
        # The headings of its own month and of those before it stand above it.
        return place + bisect_right(self._starts, place)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the entries that are shown, the latest first."""
        return tuple(entry.number for entry in self._entries)

    @property
    def shown(self) -> int:
        """How many entries are shown."""
        return len(self._entries)


def first_where(entries: Sequence[History], holds: Callable[[History], bool], start: int = 0) -> int:
    """Return the place of the first entry for which this holds, as it does for all after it; else their count."""
    return bisect_left(entries, True, start, key=holds)  # noqa: FBT003 - what is looked for


def end_of_month(entries: Sequence[History], start: int) -> int:
    """Return where the month of the entry at this place ends."""
    month = entries[start].listed_on[:7]
    return first_where(entries, lambda entry: entry.listed_on[:7] != month, start)


def place_of(history: History, latest_first: Sequence[History]) -> int:
    """Return at which place an entry stands, or would stand, among entries in the order of the timeline."""
    order = history.listed_on, history.when
    return first_where(latest_first, lambda entry: (entry.listed_on, entry.when) <= order)

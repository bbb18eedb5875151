"""The lines of the timeline: which entry or month stands on which line; nothing of it is drawn here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from itertools import count
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.entry.history import History
from journal.domain.overview.acts_over_time import acts_by_month
from journal.domain.time.within import Within

if TYPE_CHECKING:
    from collections.abc import Iterable


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

    Counting and dating is left to the lines that are drawn, so that 100,000 entries can be put in rows at every key.
    """

    def __init__(self, latest_first: Iterable[History] = (), *, counted: bool = True) -> None:
        """Put the entries in rows; the months tell how many acts they have where all entries are there."""
        self.lines: list[History | Month] = []
        """What stands on each line."""
        self._headings: list[int] = []
        self._months: list[Month] = []
        self.line_of: dict[int, int] = {}
        """On which line each entry stands, by its number."""
        every, start = list(latest_first), 0
        while start < len(every):
            entries = every[start : _end_of_month(every, start)]
            start += len(entries)
            self._headings.append(len(self.lines))
            self._months.append(Month(date.fromisoformat(f"{entries[0].listed_on[:7]}-01"), entries, counted))
            self.lines.append(self._months[-1])
            self.line_of.update(zip(map(_number_of, entries), count(len(self.lines))))
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

    def nearest(self, line: int, step: int) -> History | None:
        """Return the entry on this line, else the next one in the direction of `step`, else the last one before it."""
        line = max(0, min(line, len(self.lines) - 1))
        return self.entry_at(line) or self.entry_at(line + step) or self.entry_at(line - step)

    def on_or_before(self, day: date) -> History | None:
        """Return the latest entry of a day, or of the last day before it; else the earliest of all."""
        entries = (line for line in self.lines if isinstance(line, History))
        found = next((entry for entry in entries if entry.listed_on <= day.isoformat()), None)
        return found or self.nearest(len(self.lines) - 1, -1)

    @property
    def shown(self) -> int:
        """How many entries are shown."""
        return len(self.line_of)


_number_of = attrgetter("number")


def _end_of_month(entries: Sequence[History], start: int) -> int:
    """Return where the month that begins here ends; as the entries are in order, few of them have to be looked at."""
    month = entries[start].listed_on[:7]
    return bisect_left(entries, True, start, key=lambda entry: entry.listed_on[:7] != month)  # noqa: FBT003 - what is looked for

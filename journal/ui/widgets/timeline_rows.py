"""The lines of the timeline: which entry or month stands on which line; nothing of it is drawn here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.domain.history import History

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass
class Month:
    """The heading of a month."""

    first: date
    """The first day of the month."""
    acts: int = 0
    """How many acts its shown entries count for."""


class Rows:
    """The entries that are shown, the latest first, under the months in which they happened."""

    def __init__(self, latest_first: Iterable[History] = ()) -> None:
        self.lines: list[History | Month] = []
        """What stands on each line."""
        self.line_of: dict[int, int] = {}
        """On which line each entry stands, by its number."""
        self._month_of: list[Month] = []
        months = ""
        for history in latest_first:
            named = history.place_in_time[0][:7]
            if named != months:
                months = named
                self._begin(Month(date.fromisoformat(f"{named}-01")))
            month = self._month_of[-1]
            month.acts += history.acts
            self.line_of[history.number] = len(self.lines)
            self._put(history, month)

    def _begin(self, month: Month) -> None:
        self._put(month, month)

    def _put(self, line: History | Month, month: Month) -> None:
        self.lines.append(line)
        self._month_of.append(month)

    def month_of(self, line: int) -> Month:
        """Return the month to which a line belongs."""
        return self._month_of[line]

    def opens_day(self, line: int) -> bool:
        """Tell whether the entry on a line is the first shown of its day."""
        here, before = self.lines[line], self.lines[line - 1] if line else None
        return isinstance(here, History) and not (isinstance(before, History) and before.day == here.day)

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
        found = next((entry for entry in entries if entry.day <= day), None)
        return found or self.nearest(len(self.lines) - 1, -1)

    @property
    def count(self) -> int:
        """How many entries are shown."""
        return len(self.line_of)

"""A month as a grid of days, a week in each row; each day with its acts in figures and what is marked on it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from rich.cells import cell_len
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from journal.domain.overview.day_marks import DayMark
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import spoken
from journal.ui.frame.line_pieces import Piece, fitted
from journal.ui.frame.strips import strip_of
from journal.ui.frame.text_styles import AT_CURSOR, TextStyle
from journal.ui.frame.theme import palette_of
from journal.ui.overview import overview_words

if TYPE_CHECKING:
    from textual.events import Click
    from textual.strip import Strip


WEEK = 7
NOTHING = "·"


class MonthShown(Struct, frozen=True):
    """What stands in the grid."""

    first: date = date(1, 1, 1)
    acts: Mapping[int, int] = {}
    """Acts by day of the month; days without any are left out."""
    marks: Mapping[int, Sequence[DayMark]] = {}
    """By day of the month."""
    today: date | None = None


class MonthGrid(Widget, can_focus=True):
    """The days of a month; the cursor is on one of them."""

    STYLES = {  # noqa: RUF012 - never changed
        "head": TextStyle("primary", weight="bold"),
        "acts": TextStyle(weight="bold"),
        "mark": TextStyle("primary"),
        "here": AT_CURSOR,
    }
    DEFAULT_CSS = "MonthGrid { height: 1fr; padding: 0 1; }"

    month: reactive[MonthShown] = reactive(MonthShown())
    at: reactive[date] = reactive(date(1, 1, 1))
    """The day with the cursor."""

    class DayTaken(Message):
        """A day was double-clicked; the cursor is on it."""

    @property
    def _row_height(self) -> int:
        return 3 if self.content_size.height > WEEK * 3 - 3 else 2

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.content_size.width
        cell = max(1, width // WEEK)
        if y == 0:
            monday = date(2024, 1, 1)
            days = (overview_words.day(monday + timedelta(days=at), "EEE") for at in range(WEEK))
            pieces: list[Piece] = [piece for day in days for piece in fitted([(f" {day}", "head")], cell)]
        else:
            week, line = divmod(y - 1, self._row_height)
            pieces = [piece for at in range(WEEK) for piece in self._cell(self._day(week, at), line, cell)]
        return strip_of(fitted(pieces, width), self.STYLES, self.rich_style, width, palette_of(self.app))

    def on_click(self, event: Click) -> None:
        """Put the cursor on the day under the mouse; a double click opens it."""
        place = event.get_content_offset(self)
        if place is None or place.y == 0:
            return
        weekday = place.x // max(1, self.content_size.width // WEEK)
        day = self._day((place.y - 1) // self._row_height, min(WEEK - 1, weekday))
        if day is not None:
            self.at = day
            if event.chain == 2:
                self.post_message(self.DayTaken())

    def _day(self, week: int, weekday: int) -> date | None:
        """Return the day of the month in a cell; None outside the month."""
        first = self.month.first
        number = week * WEEK + weekday - first.weekday() + 1
        return first.replace(day=number) if 0 < number <= monthrange(first.year, first.month)[1] else None

    def _cell(self, day: date | None, line: int, width: int) -> list[Piece]:
        if day is None:
            return [(" " * width, "")]
        here = day == self.at
        if line == 0:
            acts = self.month.acts.get(day.day, 0)
            told = in_figures(acts, spoken()) if acts else NOTHING
            number = f"{'▌' if here else ' '}{day.day:>2}{'*' if day == self.month.today else ' '}"
            gap = " " * max(1, width - 2 - cell_len(number) - cell_len(told))
            pieces = [(number + gap, "here" if here else ""), (told, "here" if here else "acts" if acts else "")]
        elif line == 1:
            pieces = [("▌" if here else " ", "here" if here else "")]
            pieces.append((self._marks(day, width - 2), "here" if here else "mark"))
        else:
            pieces = []
        return fitted(pieces, width)

    def _marks(self, day: date, width: int) -> str:
        """Return what is marked on a day, in words where there is room for them, else by signs."""
        marks = self.month.marks.get(day.day, ())
        told = overview_words.short_marks(marks)
        return told if cell_len(told) <= width else overview_words.signs(marks)


def month_moved(day: date, by: int) -> date:
    """Return the same day so many months on, or the last one of a shorter month; within the years of the calendar."""
    month = day.year * 12 + day.month - 1 + by
    month = max(MINYEAR * 12, min(month, MAXYEAR * 12 + 11))
    year, month = divmod(month, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_moved(day: date, by: int) -> date:
    """Return the day so many days on; within the days of the calendar."""
    return date.fromordinal(max(date.min.toordinal(), min(day.toordinal() + by, date.max.toordinal())))

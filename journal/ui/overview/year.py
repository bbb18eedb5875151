"""The months of a year, each with its acts and what is marked in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.getters import query_one

from journal.domain.overview.month import year_counts
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, many, spoken
from journal.ui.frame.command import bindings
from journal.ui.frame.everywhere import Close
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.title import lasting
from journal.ui.overview import overview_words
from journal.ui.overview.commands import DayAfter, DayBefore, OpenMonth
from journal.ui.overview.figure_table import Figure, FigureLine, FigureSheet, FigureTable
from journal.ui.overview.month_grid import month_moved
from journal.ui.overview.time_sheets import OVER_MONTHS, marks_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from journal.domain.overview.acts_over_time import Stretches
    from journal.domain.overview.day_marks import DayMark

MONTHS = 12


class YearScreen(Fitted["date"]):
    """A year; it answers a day of the month that was chosen."""

    HELP = N_("The months of a year with their acts. Left and right go to the years beside it; enter opens a month.")
    BINDINGS = bindings(OpenMonth, DayBefore, DayAfter, Close)
    AUTO_FOCUS = "FigureTable"

    table = query_one(FigureTable)

    def __init__(self, stretches: Stretches, marks: Sequence[DayMark], day: date, asked: str) -> None:
        """Count these acts, which are those that a filter asks for, and begin with the year of a day."""
        super().__init__()
        self._stretches, self._marks, self._day, self._asked = stretches, marks, day, asked

    def compose_body(self) -> ComposeResult:
        """Make the table."""
        yield FigureTable()

    def on_mount(self) -> None:
        """Show the year."""
        self._show(self._day.month - 1)

    def _show(self, at: int) -> None:
        spread = year_counts(self._stretches, self._day.year)
        months = [date(self._day.year, month, 1) for month in range(1, MONTHS + 1)]
        lines = [self._month(first, spread.acts.get(first, 0)) for first in months]
        if spread.span:
            lines.append(FigureLine(_(OVER_MONTHS), (Figure(spread.span),), bar=False))
        if spread.unknown:
            lines.append(FigureLine(_("at an unknown time"), (Figure(spread.unknown),), bar=False))
        acts = sum(spread.acts.values())
        counted = many("{count} act", "{count} acts", acts).format(count=in_figures(acts, spoken()))
        self.entitle(str(self._day.year), lasting(self._asked), counted)
        self.table.show(FigureSheet((_("Month"), _("acts")), lines), at)

    def _month(self, first: date, acts: int) -> FigureLine:
        note, *shorter = overview_words.unit_marks(marks_within(self._marks, first, _last(first)))
        name = overview_words.day(first, overview_words.MONTH)
        return FigureLine(name, (Figure(acts),), note, shorter=tuple(shorter))

    def action_day_before(self) -> None:
        """Show the year before."""
        self._move(-MONTHS)

    def action_day_after(self) -> None:
        """Show the year after."""
        self._move(MONTHS)

    def _move(self, by: int) -> None:
        self._day = month_moved(self._day, by)
        self._show(self.table.row)

    @on(FigureTable.Taken)
    def action_open_month(self) -> None:
        """Answer the highlighted month."""
        if self.table.row < MONTHS:
            self.dismiss(month_moved(self._day, self.table.row + 1 - self._day.month))


def _last(first: date) -> date:
    return date.fromordinal(month_moved(first, 1).toordinal() - 1) if month_moved(first, 1) != first else date.max

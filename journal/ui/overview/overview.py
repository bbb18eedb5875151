"""The overview: tables of counts, each figure of which leads to the entries behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.getters import query_one
from textual.widgets import Static

from journal.domain.overview.day_marks import day_marks
from journal.domain.overview.whole import behind
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, many, spoken
from journal.ui.dialogs.acting_screen import ActingScreen
from journal.ui.dialogs.beside import ReadingStopped, beside_if_many
from journal.ui.frame.command import bindings
from journal.ui.frame.everywhere import Close
from journal.ui.frame.tab_line import Tab, TabLine
from journal.ui.frame.text import own
from journal.ui.frame.title import lasting
from journal.ui.overview import sheets, time_sheets
from journal.ui.overview.commands import FigureAfter, FigureBefore, NextTable, OpenBehind, PreviousTable
from journal.ui.overview.entries_behind import EntriesBehind
from journal.ui.overview.figure_table import FigureSheet, FigureTable, first_counted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from textual.app import ComposeResult
    from textual.events import Key

    from journal.domain.base.task import Task
    from journal.domain.overview.day_marks import DayMark
    from journal.domain.overview.whole import Overview
    from journal.logbook import Logbook
    from journal.ui.timeline.filtering import FilterInForce

COUNTING, READING = N_("The entries are being counted."), N_("The entries are being read.")
_SHEETS: Mapping[str, Callable[[Overview, date | None, Sequence[DayMark]], FigureSheet]] = {
    N_("Weeks"): lambda counts, _no, marks: time_sheets.weeks(counts, marks),
    N_("Months"): lambda counts, _no, marks: time_sheets.months(counts, marks),
    N_("Groups"): lambda counts, _no, _marks: time_sheets.kinds_by_month(counts.groups_by_month),
    N_("Hours"): lambda counts, _no, _marks: time_sheets.hours(counts),
    N_("Kinds"): lambda counts, no, _marks: sheets.by_kind(counts, no),
    N_("Days"): lambda counts, no, _marks: sheets.by_day(counts, no),
}
"""What makes the tables of the counts, the day of the first no, and the marks of the days."""
TABLES = (*_SHEETS, N_("Through"))
THROUGH = len(TABLES) - 1
"""The table for which the bodies of the entries are read."""


class OverviewScreen(ActingScreen[None]):
    """Counts of everything that was logged, one table at a time."""

    HELP = N_(
        "Acts that were logged, counted; what is not known well enough stands on a line of its own. Tab or a figure "
        "goes to another table, enter lists the entries behind it; below the table, the figure with the cursor is said "
        "in words. Own steps and crossed-out entries do not count. With a filter on "
        "the main screen, only the entries that meet it are counted; the title says which."
    )
    BINDINGS = bindings(OpenBehind, NextTable, PreviousTable, FigureBefore, FigureAfter, Close)
    AUTO_FOCUS = "FigureTable"
    CSS = """
    OverviewScreen #said { height: 2; padding: 0 1; background: $panel; }
    """

    tabs = query_one(TabLine)
    table = query_one(FigureTable)

    def __init__(self, logbook: Logbook, in_force: FilterInForce) -> None:
        """Count the entries that a filter leaves."""
        super().__init__()
        self.logbook = logbook
        self._in_force = in_force
        self._made: dict[int, FigureSheet] = {}
        """The tables that were drawn, by number."""
        self._rows: dict[int, tuple[int, int]] = {}
        """Line and column of each table when it was left."""

    def compose_body(self) -> ComposeResult:
        """Make the names of the tables, and the table."""
        yield TabLine()
        yield FigureTable()
        yield Static(id="said")

    def on_mount(self) -> None:
        """Show the first table."""
        self.tabs.tabs = tuple(Tab(_(name)) for name in TABLES)
        self.show_all()

    def show_all(self) -> None:
        """Show the counts of the present state."""
        self._made = {}
        self._draw()

    @property
    def _asked(self) -> str:
        """What the filter asks for, in words."""
        return self._in_force.conditions

    async def _count(self, count: Callable[[Task], object]) -> None:
        """Count what a table needs, beside the screen where there are many entries, and show it."""
        seen = self._in_force.seen
        only_reads = count is seen.told_through
        words, entries = _(READING if only_reads else COUNTING), len(seen.latest_first())
        try:
            await beside_if_many(self.app, entries, words, count, only_reads=only_reads)
        except ReadingStopped:
            self.tabs.at = 0
        self._draw()

    def _show_title(self) -> None:
        counted, overview = "", self._in_force.seen.overview
        if overview.ready:
            acts = overview().acts
            counted = many("{count} act", "{count} acts", acts).format(count=in_figures(acts, spoken()))
        self.entitle(_("Overview"), lasting(self._asked), counted)

    def _draw(self) -> None:
        """Show the table that is wanted, or count first what it needs."""
        self._show_title()
        at, seen = self.tabs.at, self._in_force.seen
        counts = seen.told_through if at == THROUGH else seen.overview
        if not counts.ready:
            self.run_worker(self._count(counts), group="count", exclusive=True)
            return
        if at not in self._made:
            self._made[at] = self._sheet(at)
        sheet = self._made[at]
        self.table.show(sheet, *self._rows.get(at, (first_counted(sheet), 0)))

    def _sheet(self, at: int) -> FigureSheet:
        seen, no = self._in_force.seen, self._in_force.seen.no()
        if at == THROUGH:
            return sheets.by_through(seen.told_through())
        return _SHEETS[TABLES[at]](seen.overview(), no, day_marks(self.logbook.state, no))

    @on(FigureTable.Highlighted)
    def _say_figure(self) -> None:
        self.query_one("#said", Static).update(own(self.table.said))

    def go_to_table(self, at: int) -> None:
        """Show another table, with the cursor where it was there."""
        self._rows[self.tabs.at] = self.table.row, self.table.column
        self.tabs.at = at % len(TABLES)
        self._draw()

    def on_key(self, event: Key) -> None:
        """Go to the table of a figure that is typed."""
        if (event.character or "").isdecimal() and 0 < int(event.character or "") <= len(TABLES):
            event.stop()
            self.go_to_table(int(event.character or "") - 1)

    @on(TabLine.TabClicked)
    def _tab_clicked(self, event: TabLine.TabClicked) -> None:
        self.go_to_table(event.at)

    def action_next_table(self) -> None:
        """Show the next table."""
        self.go_to_table(self.tabs.at + 1)

    def action_previous_table(self) -> None:
        """Show the table before."""
        self.go_to_table(self.tabs.at - 1)

    def action_figure_before(self) -> None:
        """Go to the figure on the left."""
        self.table.move_column(-1)

    def action_figure_after(self) -> None:
        """Go to the figure on the right."""
        self.table.move_column(1)

    @on(FigureTable.Taken)
    def action_open_behind(self) -> None:
        """List the entries behind the figure with the cursor."""
        line, figure = self.table.line, self.table.figure
        if line and figure and figure.count and figure.axis:
            heads = self.table.sheet.heads
            column = f", {heads[self.table.column + 1]}" if len(heads) > 2 else ""
            latest_first = self._in_force.seen.latest_first
            find = partial(behind, axis=figure.axis, places=figure.places)
            title = f"{line.label}{column}"
            self.app.push_screen(EntriesBehind(self.logbook, title, lambda: find(latest_first()), self._asked))

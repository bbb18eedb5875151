"""The frame that stands from the first moment on: title, weeks, the three panes, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.getters import query_one

from journal.ui.commands import case, entries, handing, moving
from journal.ui.commands.command import bindings
from journal.ui.screens.fitted import Fitted
from journal.ui.widgets.checklist_pane import ChecklistPane
from journal.ui.widgets.entry_view import EntryView
from journal.ui.widgets.key_footer import KeyFooter
from journal.ui.widgets.panes import Panes
from journal.ui.widgets.timeline import Timeline
from journal.ui.widgets.title_line import TitleLine
from journal.ui.widgets.weekly_strip import WeeklyStrip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.widget import Widget


class JournalScreen(Fitted[None]):
    """A screen that shows a journal: the timeline, the entry under its cursor, and that entry's checklist."""

    BINDINGS = bindings(
        entries.TickItem,
        entries.MarkItemWithNote,
        moving.OpenEntry,
        moving.GoBack,
        entries.NewEntry,
        entries.SameAgainNow,
        entries.MissedCallNow,
        entries.AmendEntry,
        moving.Search,
        case.ShowCase,
        handing.HandOver,
        entries.UndoLast,
        entries.RedoLast,
        entries.WithdrawEntry,
        entries.ShowHistory,
        moving.JumpToDay,
        entries.ShowDrafts,
        case.ShowBelonging,
        case.ShowSteps,
        case.ShowPeople,
        case.ShowReports,
        case.ShowOrders,
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-short"), (18, "-tall")]  # noqa: RUF012 - Textual declares it so
    AUTO_FOCUS = "Timeline"

    title_line = query_one(TitleLine)
    strip = query_one(WeeklyStrip)
    panes = query_one(Panes)
    timeline = query_one(Timeline)
    entry_view = query_one(EntryView)
    checklist = query_one(ChecklistPane)

    def compose(self) -> ComposeResult:
        """Make the panes and the lines."""
        yield TitleLine()
        yield WeeklyStrip()
        yield self.make_panes()
        yield from self.lines_below()
        yield KeyFooter()

    def make_panes(self) -> Panes:
        """Make the three panes."""
        return Panes()

    def lines_below(self) -> Iterator[Widget]:
        """Make what stands between the panes and the keys."""
        yield from ()

"""The frame that stands from the first moment on: title, weeks, the three panes, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.getters import query_one

from journal.ui.case import commands as case_commands
from journal.ui.entry.checklist_pane import ChecklistPane
from journal.ui.entry.entry_view import EntryView
from journal.ui.frame import moving
from journal.ui.frame.command import bindings
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.key_footer import KeyFooter
from journal.ui.frame.title_line import TitleLine
from journal.ui.handover import commands as handover_commands
from journal.ui.timeline import commands as timeline_commands
from journal.ui.timeline.panes import Panes
from journal.ui.timeline.timeline import Timeline
from journal.ui.timeline.weekly_strip import WeeklyStrip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.widget import Widget


class JournalScreen(Fitted[None]):
    """A screen that shows a journal: the timeline, the entry under its cursor, and that entry's checklist."""

    BINDINGS = bindings(
        timeline_commands.TickItem,
        timeline_commands.MarkItemWithNote,
        moving.OpenEntry,
        moving.GoBack,
        timeline_commands.NewEntry,
        timeline_commands.SameAgainNow,
        timeline_commands.MissedCallNow,
        timeline_commands.AmendEntry,
        moving.Search,
        case_commands.ShowCase,
        handover_commands.HandOver,
        timeline_commands.UndoLast,
        timeline_commands.RedoLast,
        timeline_commands.WithdrawEntry,
        timeline_commands.ShowHistory,
        moving.JumpToDay,
        timeline_commands.ShowDrafts,
        case_commands.ShowBelonging,
        case_commands.ShowSteps,
        case_commands.ShowPeople,
        case_commands.ShowReports,
        case_commands.ShowOrders,
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

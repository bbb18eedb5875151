"""The frame that stands from the first moment on: title, weeks, the three panes, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.getters import query_one

from journal.ui.entry.checklist_pane import ChecklistPane
from journal.ui.entry.entry_view import EntryView
from journal.ui.frame.command import bindings
from journal.ui.frame.debounce import Debounce
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.title_line import TitleLine
from journal.ui.timeline.main_keys import MAIN_KEYS
from journal.ui.timeline.main_sizes import SHORT, TALL, WIDE
from journal.ui.timeline.panes import Panes
from journal.ui.timeline.timeline import Timeline
from journal.ui.timeline.weekly_strip import WeeklyStrip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.widget import Widget


class JournalScreen(Fitted[None]):
    """A screen that shows a journal: the timeline, the entry under its cursor, and that entry's checklist."""

    BINDINGS = bindings(*MAIN_KEYS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (SHORT, "-short"), (TALL, "-tall")]  # noqa: RUF012 - Textual declares it so
    AUTO_FOCUS = "Timeline"

    title_line = query_one(TitleLine)
    strip = query_one(WeeklyStrip)
    panes = query_one(Panes)
    timeline = query_one(Timeline)
    entry_view = query_one(EntryView)
    checklist = query_one(ChecklistPane)

    def __init__(self) -> None:
        super().__init__()
        self._rest = Debounce(self, self._cursor_rests)
        self._drawn = 0
        """The number of the entry that is drawn beside the timeline."""

    def compose_body(self) -> ComposeResult:
        """Make the panes and the lines."""
        yield WeeklyStrip()
        yield self.make_panes()
        yield from self.lines_below()

    def make_panes(self) -> Panes:
        """Make the three panes."""
        return Panes()

    def lines_below(self) -> Iterator[Widget]:
        """Make what stands between the panes and the keys."""
        yield from ()

    def show_entry(self) -> None:
        """Draw the entry under the cursor, and its checklist."""
        self._rest.stop()
        self._drawn = self.timeline.number

    def settle(self) -> None:
        """Draw at once what waits for the cursor to rest."""
        if self._rest.stop() or self._drawn != self.timeline.number:
            self.show_entry()

    def _cursor_rests(self) -> None:
        self.show_entry()
        self.timeline.read_around()

    @on(Timeline.Highlighted)
    def _cursor_moved(self) -> None:
        """Draw the entry once the cursor rests, as only its line is looked at while a key is held."""
        if self.focused is self.timeline:
            self._rest.restart()
        else:
            self.settle()

    def watch_focused(self) -> None:
        """Draw what waits before a key can act on it, when other keys are to follow."""
        if self.is_mounted:
            self.settle()

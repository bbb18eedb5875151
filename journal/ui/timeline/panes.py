"""The three panes of the main screen, and which of them are seen where there is no room for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.getters import query_one

from journal.ui.entry.checklist_pane import ChecklistPane
from journal.ui.entry.entry_view import EntryView
from journal.ui.frame.command import bindings
from journal.ui.frame.focusing import focus_now
from journal.ui.timeline.commands import NextPane, PreviousPane
from journal.ui.timeline.main_sizes import SHARE, SHARE_OF_THE_SIDE
from journal.ui.timeline.timeline import Timeline

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget


class Panes(Horizontal):
    """The timeline, and beside it the entry above its checklist; in a narrow terminal one side at a time."""

    BINDINGS = bindings(NextPane, PreviousPane)
    DEFAULT_CSS = f"""
    Panes {{
        Timeline {{ width: {SHARE}fr; }}
        #side {{ width: {SHARE_OF_THE_SIDE}fr; }}
    }}
    """

    timeline = query_one(Timeline)
    """Every entry, one a line."""
    entry_view = query_one(EntryView)
    """The entry under the cursor of the timeline."""
    checklist = query_one(ChecklistPane)
    """Its evidence checklist."""

    def compose(self) -> ComposeResult:
        """Make the panes."""
        yield Timeline()
        with Vertical(id="side"):
            yield EntryView()
            yield ChecklistPane()

    @property
    def opened(self) -> bool:
        """Whether the entry or its checklist is being read."""
        return self.has_class("-opened")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the side that has the focus, where there is room for only one."""
        self._show(event.widget)

    def go_to(self, pane: Widget) -> None:
        """Show a pane and give it the focus."""
        self._show(pane)
        focus_now(pane)

    def action_next_pane(self) -> None:
        """Go to the next pane, round and round."""
        self._go_round(1)

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._go_round(-1)

    def _go_round(self, step: int) -> None:
        """Go on from the focused pane; where only one side has room, stay on that side."""
        wide = self.screen.has_class("-wide")
        if not wide and not self.opened:
            return
        panes: list[Widget] = [self.entry_view, self.checklist]
        if wide:
            panes.insert(0, self.timeline)
        here = next((at for at, pane in enumerate(panes) if pane is self.screen.focused), -step)
        self.go_to(panes[(here + step) % len(panes)])

    def _show(self, pane: Widget) -> None:
        self.set_class(pane is not self.timeline, "-opened")
        self.set_class(pane is self.checklist, "-checking")

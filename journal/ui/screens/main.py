"""The main screen: the timeline, the entry under its cursor, and that entry's evidence checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.screen import Screen

from journal.domain.overview import acts_by_week, first_no, week_of
from journal.domain.words import N_, _
from journal.ui import flows
from journal.ui.commands import entries, moving
from journal.ui.commands.command import bindings
from journal.ui.finding import Finding
from journal.ui.focusing import focus_now
from journal.ui.screens import main_title
from journal.ui.screens.main_offers import offered
from journal.ui.text import harmless
from journal.ui.widgets.call_line import CallLine
from journal.ui.widgets.checklist_pane import ChecklistPane
from journal.ui.widgets.entry_view import EntryView
from journal.ui.widgets.key_footer import KeyFooter
from journal.ui.widgets.search_line import SearchLine
from journal.ui.widgets.timeline import Timeline
from journal.ui.widgets.timeline_rows import Rows
from journal.ui.widgets.title_line import TitleLine
from journal.ui.widgets.weekly_strip import WeeklyStrip, Weeks

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.notifications import SeverityLevel
    from textual.widget import Widget

    from journal.domain.history import History
    from journal.logbook import Logbook


class MainScreen(Screen[None]):
    """Everything that was logged, the latest on top; from here all else is reached."""

    HELP = N_("Write down what happened, keep the proof, read it back. Nothing that was recorded is ever erased.")
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
        entries.UndoLast,
        entries.WithdrawEntry,
        entries.ShowHistory,
        moving.JumpToDay,
        entries.ShowDrafts,
        moving.NextPane,
        moving.PreviousPane,
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (10, "-short"), (18, "-tall")]  # noqa: RUF012 - Textual declares it so
    AUTO_FOCUS = "Timeline"

    title_line = query_one(TitleLine)
    strip = query_one(WeeklyStrip)
    timeline = query_one(Timeline)
    entry_view = query_one(EntryView)
    checklist = query_one(ChecklistPane)
    search_line = query_one(SearchLine)
    call_line = query_one(CallLine)

    def __init__(self, logbook: Logbook) -> None:
        super().__init__()
        self.logbook = logbook
        """The journal that is shown."""
        self.finding = Finding()
        """What is looked for."""

    def compose(self) -> ComposeResult:
        """Make the panes and the lines."""
        yield TitleLine()
        yield WeeklyStrip()
        with Horizontal(id="panes"):
            yield Timeline()
            with Vertical(id="side"):
                yield EntryView()
                yield ChecklistPane()
        yield SearchLine()
        yield CallLine()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Show the journal, and keep the age of its last record true."""
        self.timeline.border_title = _("Timeline")
        self.show_all()
        self.set_interval(30, self._show_title)

    @property
    def history(self) -> History | None:
        """The entry under the cursor."""
        return self.logbook.state.entries.get(self.timeline.number)

    def show_all(self, number: int = 0) -> None:
        """Show the present state, with the cursor on the numbered entry, or where it was.

        A search ends when what it found does not hold the numbered entry.
        """
        chronological = self.logbook.state.chronological()
        rows = Rows(self.finding.among(chronological[::-1]))
        if number in self.logbook.state.entries and number not in rows.line_of and not self.search_line.is_open:
            self.finding.end()
            rows = Rows(chronological[::-1])
        self.timeline.show(rows, terms=self.finding.terms, number=number)
        today = self.logbook.now().date()
        self.strip.weeks = Weeks(acts_by_week(chronological), week_of(today), first_no(chronological))
        self._show_entry()

    def tell(self, words: str, *, trouble: bool = False) -> None:
        """Say something in a corner for a while; trouble stays longer."""
        severity: SeverityLevel = "warning" if trouble else "information"
        self.notify(harmless(words), markup=False, severity=severity, timeout=15 if trouble else 4)

    def _show_entry(self) -> None:
        history, logbook = self.history, self.logbook
        self.entry_view.show(history, logbook.state.people, logbook.zone, self.finding.terms)
        self.checklist.show(history, may_write=not logbook.read_only)
        self._show_title()
        self.refresh_bindings()

    def _show_title(self) -> None:
        found = self.timeline.rows.count if self.finding.terms else None
        self.title_line.title = main_title.title(self.logbook, self.timeline.number, found)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done at this moment."""
        return self.is_mounted and offered(self, action)

    @on(Timeline.Highlighted)
    def _entry_changed(self) -> None:
        self._show_entry()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Where there is no room for all panes, show the one that has the focus."""
        self.set_class(event.widget in {self.entry_view, self.checklist}, "-opened")
        self.set_class(event.widget is self.checklist, "-checking")
        if event.widget in self._panes:
            self.search_line.close()
            self.call_line.close()
        self.refresh_bindings()

    @property
    def _panes(self) -> list[Widget]:
        return [self.timeline, self.entry_view, self.checklist]

    def _go_to(self, pane: Widget) -> None:
        self.set_class(pane is not self.timeline, "-opened")
        self.set_class(pane is self.checklist, "-checking")
        focus_now(pane)

    @on(Timeline.Opened)
    def action_open_entry(self) -> None:
        """Go into the entry under the cursor."""
        self._go_to(self.entry_view)

    def action_go_back(self) -> None:
        """From an entry to the timeline; there, from the found entries to all of them."""
        if self.has_class("-opened"):
            self._go_to(self.timeline)
        else:
            self.finding.end()
            self.show_all()

    def action_next_pane(self) -> None:
        """Go to the next pane, round and round; where only one side has room, stay on it."""
        self._go_round(1)

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._go_round(-1)

    def _go_round(self, step: int) -> None:
        panes = self._panes if self.has_class("-wide") else self._panes[1:]
        here = panes.index(self.focused) if self.focused in panes else -step
        if self.has_class("-wide") or self.has_class("-opened"):
            self._go_to(panes[(here + step) % len(panes)])

    def action_search(self) -> None:
        """Begin a search."""
        self.finding.begin(self.logbook.state, self.timeline.number)
        self.search_line.open()

    @on(SearchLine.Changed)
    def _find(self, event: SearchLine.Changed) -> None:
        self.finding.ask(event.query)
        self.show_all(self.finding.came_from)
        self.search_line.tell(self.timeline.rows.count if self.finding.terms else None)

    @on(SearchLine.Kept)
    def _keep_found(self) -> None:
        self._go_to(self.timeline)

    @on(SearchLine.Left)
    def _leave_search(self) -> None:
        self.finding.end()
        self.show_all(self.finding.came_from)
        self._go_to(self.timeline)

    async def action_jump_to_day(self) -> None:
        """Ask for a day and go there."""
        await flows.jump(self)

    def action_missed_call_now(self) -> None:
        """Offer to record a missed call at this minute."""
        self.call_line.open(self.logbook.now().replace(second=0))

    @on(CallLine.Recorded)
    def _record_calls(self, event: CallLine.Recorded) -> None:
        self._go_to(self.timeline)
        flows.record_calls(self, event.when, event.times)

    @on(CallLine.Dropped)
    def _drop_calls(self) -> None:
        self._go_to(self.timeline)

    async def action_new_entry(self) -> None:
        """Open an empty entry."""
        await flows.write(self)

    def action_same_again_now(self) -> None:
        """Record one more act like the one under the cursor."""
        if self.history:
            flows.record_again(self, self.history)

    async def action_amend_entry(self) -> None:
        """Open the entry under the cursor to amend it."""
        await flows.write(self, history=self.history)

    async def action_withdraw_entry(self) -> None:
        """Withdraw the entry under the cursor."""
        if self.history:
            await flows.withdraw(self, self.history)

    def action_undo_last(self) -> None:
        """Take back the last act."""
        flows.undo(self)

    async def action_show_history(self) -> None:
        """Show every version of the entry under the cursor."""
        if self.history:
            await flows.show_history(self, self.history)

    async def action_show_drafts(self) -> None:
        """Offer the drafts that wait."""
        await flows.choose_draft(self)

    @on(ChecklistPane.Ticked)
    def action_tick_item(self) -> None:
        """Tick the item under the cursor of the checklist, or take its tick away."""
        if self.history and (line := self.checklist.markable):
            flows.tick(self, self.history, line)

    @on(ChecklistPane.Chosen)
    async def action_mark_item(self) -> None:
        """Ask what is to be said of the item under the cursor of the checklist."""
        if self.history and (line := self.checklist.markable):
            await flows.mark(self, self.history, line)

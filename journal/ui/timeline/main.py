"""The main screen: the timeline, the entry under its cursor, and that entry's evidence checklist."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.getters import query_one

from journal.domain.base.errors import Unreadable
from journal.domain.evidence.exhibit import files_by_entry, items_proved
from journal.domain.overview.acts_over_time import spread_over, week_of
from journal.domain.text.words import N_
from journal.logbook import Undone
from journal.ui.entry.checklist_pane import ChecklistPane
from journal.ui.entry.related import below_entry, found_in_files
from journal.ui.frame.background import aside
from journal.ui.timeline import flows, main_title
from journal.ui.timeline.call_line import CallLine
from journal.ui.timeline.evidence_panes import EvidencePanes
from journal.ui.timeline.filtering import FilteredScreen
from journal.ui.timeline.search_line import SearchLine
from journal.ui.timeline.timeline import Timeline
from journal.ui.timeline.weekly_strip import Weeks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.widget import Widget

    from journal.domain.entry.history import History
    from journal.domain.overview.acts_over_time import Stretches
    from journal.logbook import Logbook, Saved


class MainScreen(FilteredScreen):
    """Everything that was logged, the latest on top; from here all else is reached."""

    HELP = N_("Write down what happened, keep the proof, read it again. Nothing is erased unless you ask for it.")

    call_line = query_one(CallLine)

    def __init__(self, logbook: Logbook, number: int = 0, stretches: Stretches | None = None) -> None:
        """Show a journal, with the cursor on the numbered entry or on the latest; its acts may be counted already."""
        super().__init__(logbook)
        self._first = number
        if stretches is not None:
            self.in_force.every.stretches.keep(stretches)
        self._shown = (0, date.min)
        """Number of the last record, and the day, for which weeks and exhibits were counted."""

    def make_panes(self) -> EvidencePanes:
        """Make the three panes, with what can be done with evidence from each of them."""
        return EvidencePanes(self)

    def lines_below(self) -> Iterator[Widget]:
        """Make the lines in which something is typed."""
        yield SearchLine()
        yield CallLine()

    def on_mount(self) -> None:
        """Show the journal, and keep the age of its last record true."""
        self.show_all(self._first)
        self.set_interval(30, self.show_title)
        flows.greet(self)
        self.call_after_refresh(self._load_editor)

    def _load_editor(self) -> None:
        """Load the screen that is opened most beside this one, so that nobody waits for it at its key."""
        self.run_worker(aside(flows.load_editor), group="editor")

    def show_all(self, number: int = 0) -> None:
        """Show the present state, with the cursor on the numbered entry, or where it was."""
        every, today = self.in_force.every, self.logbook.now().date()
        if self._shown != (shown := (self.logbook.version, today)):
            self._shown = shown
            self.strip.weeks = Weeks(spread_over(every.stretches(), week_of), week_of(today), every.no())
            self.timeline.files = files_by_entry(self.logbook.state.standing_links) or None
        self.search_state(number)

    def show_entry(self) -> None:
        """Draw the entry under the cursor, its checklist, and what title and footer say of it."""
        super().show_entry()
        try:
            self._show_entry(self.history)
        except Unreadable as why:
            self._show_entry(None)
            self.tell(str(why), trouble=True)
        self.show_title()
        self.refresh_bindings()

    def _show_entry(self, history: History | None) -> None:
        logbook, links = self.logbook, self.logbook.state.standing_links
        excerpts = self.finding.excerpts(history.number) if history else ()
        below = (*found_in_files(excerpts), *below_entry(history, links, logbook.state))
        self.entry_view.show(history, logbook.state.people, logbook.zone, self.finding.terms, below)
        self.checklist.show(history, may_write=not logbook.read_only, linked=items_proved(self._drawn, links))

    def show_title(self) -> None:
        """Say in the title which entry is under the cursor, or how many are found, once that is known."""
        if not self.finding.terms or self.found is not None:
            narrowed, picked = self.in_force.words, self.timeline.picks
            shown = main_title.Shown(self.timeline.number, self.found, narrowed, len(self.finding.among), picked)
            self.title_line.title = main_title.title(self.logbook, shown)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Close the lines at the bottom when a pane takes the focus, and offer the keys of what has it."""
        if self.panes in event.widget.ancestors:
            self.search_line.close()
            self.call_line.close()
        self.refresh_bindings()

    @on(Timeline.Taken)
    def action_open_entry(self) -> None:
        """Go into the entry under the cursor."""
        self.panes.go_to(self.entry_view)

    def action_go_back(self) -> None:
        """From an entry to the timeline; there, let go of what is picked, then of what is found, then of the filter."""
        if self.panes.opened:
            self.panes.go_to(self.timeline)
        elif self.let_go():
            return
        elif self.finding.terms:
            self.leave_search(self.timeline.number)
        else:
            self.leave_filter()

    async def action_jump_to_day(self) -> None:
        """Ask for a day and go there."""
        await self.run_flow(flows.jump(self))

    def action_missed_call_now(self) -> None:
        """Offer to record a missed call at this minute."""
        self.call_line.open(self.logbook.now().replace(second=0))

    @on(CallLine.Recorded)
    def _record_calls(self, event: CallLine.Recorded) -> None:
        self.panes.go_to(self.timeline)
        flows.record_calls(self, event.when, event.times)

    async def action_new_entry(self) -> None:
        """Open an empty entry."""
        await self.run_flow(flows.write(self))

    def action_same_again_now(self) -> None:
        """Record one more act like the one under the cursor."""
        if self.history:
            flows.record_again(self, self.history)

    async def action_amend_entry(self) -> None:
        """Open the entry under the cursor to amend it."""
        await self.run_flow(flows.write(self, history=self.history))

    async def action_withdraw_entry(self) -> None:
        """Withdraw the entry under the cursor."""
        if self.history:
            await self.run_flow(flows.withdraw(self, self.history))

    def show_saved(self, saved: Saved) -> None:
        """Show the state after an act, with the cursor on the entry that it was about."""
        self.show_all(saved.subject if not isinstance(saved, Undone) or saved.undid.subject == "entry" else 0)

    async def action_show_history(self) -> None:
        """Show every version of the entry under the cursor."""
        if self.history:
            from journal.ui.entry.history import HistoryScreen

            await self.app.push_screen(HistoryScreen(self.history, self.logbook))

    async def action_import_files(self) -> None:
        """Bring in what a phone or a chat program exported."""
        from journal.ui.intake.flows import bring_in

        await self.run_flow(bring_in(self))

    def action_hand_over(self) -> None:
        """Choose what is to be handed over."""
        flows.hand_over(self)

    def action_show_given(self) -> None:
        """List what was handed over."""
        from journal.ui.handover.given import HandGiven

        self.app.push_screen(HandGiven(self.logbook))

    async def action_show_drafts(self) -> None:
        """Offer the drafts that wait."""
        await self.run_flow(flows.choose_draft(self))

    @on(ChecklistPane.Ticked)
    def action_tick_item(self) -> None:
        """Tick the item under the cursor of the checklist, or take its tick away."""
        if self.history and (line := self.item):
            flows.tick(self, self.history, line)

    @on(ChecklistPane.ItemOpened)
    async def action_mark_item(self) -> None:
        """Ask what is to be said of the item under the cursor of the checklist."""
        if self.history and (line := self.item):
            await self.run_flow(flows.mark(self, self.history, line))

"""Base class of the main screen: what the flows behind its keys act on, and the ways into the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.getters import query_one

from journal.domain import kinds
from journal.domain.state.relations import EntityType, Ref
from journal.ui.case.section_order import STEPS, LeadsToSections
from journal.ui.dialogs.commands import RedoLast, ShowBelonging, UndoLast
from journal.ui.editor.commands import ShowDrafts
from journal.ui.entry.commands import MarkItemWithNote, ShowHistory, TickItem
from journal.ui.entry.undoing import TakesBack
from journal.ui.frame import messages
from journal.ui.handover.commands import HandOver
from journal.ui.lists.commands import PickFound, PickLine, PickToHere
from journal.ui.timeline.commands import (
    ActOnPicked,
    AmendEntry,
    GoBack,
    JumpToDay,
    NextHit,
    OpenEntry,
    OrderEntries,
    PreviousHit,
    SameAgainNow,
    Search,
    WithdrawEntry,
)
from journal.ui.timeline.journal_screen import JournalScreen
from journal.ui.timeline.picking import PicksEntries
from journal.ui.timeline.search_line import SearchLine

if TYPE_CHECKING:
    from datetime import date

    from journal.domain.entry.history import History
    from journal.domain.evidence.checklist import ChecklistLine
    from journal.domain.evidence.exhibit import Target
    from journal.logbook import Logbook
    from journal.ui.timeline.filtering import FilterInForce
    from journal.ui.timeline.search import Finding


class TimelineScreen(LeadsToSections, JournalScreen, TakesBack, PicksEntries):
    """A timeline whose journal is read whole, so that everything can be done from it."""

    logbook: Logbook
    """The journal that is shown."""
    search_line = query_one(SearchLine)
    """Where a search is typed."""
    finding: Finding
    """What is looked for, and what holds it."""
    in_force: FilterInForce
    """Which entries are to be seen."""

    @property
    def history(self) -> History | None:
        """The entry under the cursor."""
        return self.logbook.state.entries.get(self.timeline.number)

    @property
    def item(self) -> ChecklistLine | None:
        """The item under the cursor of the checklist of the entry under the cursor, where it may be marked."""
        self.settle()
        return self.checklist.markable

    def show_all(self, number: int = 0) -> None:
        """Show the present state, with the cursor on the numbered entry, or where it was."""

    def show_target(self, target: Target) -> None:
        """Put the cursor on an entry, or on an item of its checklist."""
        if not target.entry:
            return
        self.show_all(target.entry)
        if target.item:
            self.checklist.go_to(target.item)
        self.panes.go_to(self.checklist if target.item else self.entry_view)

    @property
    def day(self) -> date:
        """The day of the entry under the cursor, or today."""
        history = self.history
        return (history.happened.first_day if history else None) or self.logbook.now().date()

    def show_day(self, day: date) -> None:
        """Put the cursor on the latest entry of a day, or of the last day before it that has any."""
        self.show_all()
        self.timeline.go_to_day(day)
        self.panes.go_to(self.timeline)

    def show_section(self, section: int) -> None:
        """Show a section of the case; the screens behind it are imported only when one goes there."""
        from journal.ui.case.case import CaseScreen

        self.app.push_screen(CaseScreen(self.logbook, section=section))

    def action_show_case(self) -> None:
        """Show the case around the entries."""
        self.show_section(STEPS)

    def action_show_belonging(self) -> None:
        """List what belongs to the entry under the cursor, and go there."""
        if self.history:
            self.post_message(messages.ListRelated(Ref(EntityType.ENTRY, self.history.number)))

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now: no writing where only reading is possible, nothing about no entry."""
        if not self.is_mounted or not self.may_write(action):
            return False
        history, some = self.history, bool(self.logbook.state.entries)
        standing = history is not None and not history.withdrawn
        picked = bool(self.timeline.picks.keys)
        on_item = self.focused is self.checklist and self.item is not None
        conditions = {
            AmendEntry.id: standing,
            WithdrawEntry.id: standing,
            SameAgainNow.id: history is not None and standing and not kinds.kind(history.kind_id).own_step,
            ShowHistory.id: history is not None,
            ShowBelonging.id: history is not None,
            ShowDrafts.id: bool(self.logbook.drafts),
            UndoLast.id: some,
            RedoLast.id: bool(self.logbook.state.undone),
            HandOver.id: some,
            TickItem.id: on_item,
            MarkItemWithNote.id: on_item,
            OpenEntry.id: history is not None and self.focused is self.timeline,
            GoBack.id: self.panes.opened or bool(self.finding.terms) or self.in_force.is_any or picked,
            PickLine.id: history is not None and self.focused is self.timeline,
            PickToHere.id: picked,
            PickFound.id: bool(self.finding.terms) or bool(self.in_force.picked),
            ActOnPicked.id: picked,
            Search.id: some,
            JumpToDay.id: some,
            OrderEntries.id: some,
            NextHit.id: bool(self.finding.terms),
            PreviousHit.id: bool(self.finding.terms),
        }
        return conditions.get(action, True)

"""Base class of the main screen: what the flows behind its keys act on, and the ways into the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.getters import query_one

from journal.domain.state.relations import EntityType, Ref
from journal.ui.case.section_order import ORDERS, PEOPLE, REPORTS, STEPS
from journal.ui.entry.undoing import TakesBack
from journal.ui.frame import messages
from journal.ui.timeline import case_flows
from journal.ui.timeline.journal_screen import JournalScreen
from journal.ui.timeline.search_line import SearchLine

if TYPE_CHECKING:
    from journal.domain.entry.history import History
    from journal.domain.evidence.checklist import ChecklistLine
    from journal.logbook import Logbook
    from journal.ui.timeline.search import Finding


class TimelineScreen(JournalScreen, TakesBack):
    """A timeline whose journal is read whole, so that everything can be done from it."""

    logbook: Logbook
    """The journal that is shown."""
    search_line = query_one(SearchLine)
    """Where a search is typed."""
    finding: Finding
    """What is looked for, and what holds it."""

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

    def action_show_case(self) -> None:
        """Show the case around the entries."""
        case_flows.open_case(self, STEPS)

    def action_show_steps(self) -> None:
        """Show the steps of the case."""
        case_flows.open_case(self, STEPS)

    def action_show_people(self) -> None:
        """Show the people of the case."""
        case_flows.open_case(self, PEOPLE)

    def action_show_reports(self) -> None:
        """Show the reports of the case."""
        case_flows.open_case(self, REPORTS)

    def action_show_orders(self) -> None:
        """Show the orders of the case."""
        case_flows.open_case(self, ORDERS)

    def action_show_belonging(self) -> None:
        """List what belongs to the entry under the cursor, and go there."""
        if self.history:
            self.post_message(messages.ListRelated(Ref(EntityType.ENTRY, self.history.number)))

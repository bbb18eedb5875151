"""The ways from the main screen into the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.ui.timeline import case_flows
from journal.ui.timeline.journal_screen import JournalScreen

if TYPE_CHECKING:
    from journal.domain.entry.history import History
    from journal.logbook import Logbook


class LeadsIntoCase(JournalScreen):
    """A journal from which one goes into its case."""

    logbook: Logbook
    """The journal that is shown."""

    @property
    def history(self) -> History | None:
        """The entry under the cursor."""
        return self.logbook.state.entries.get(self.timeline.number)

    def show_all(self, number: int = 0) -> None:
        """Show the present state, with the cursor on the numbered entry, or where it was."""
        raise NotImplementedError

    def action_show_case(self) -> None:
        """Show the case around the entries."""
        case_flows.open_case(self)

    def action_show_steps(self) -> None:
        """Show the steps of the case."""
        case_flows.open_case(self, case_flows.STEPS)

    def action_show_people(self) -> None:
        """Show the people of the case."""
        case_flows.open_case(self, case_flows.PEOPLE)

    def action_show_reports(self) -> None:
        """Show the reports of the case."""
        case_flows.open_case(self, case_flows.REPORTS)

    def action_show_orders(self) -> None:
        """Show the orders of the case."""
        case_flows.open_case(self, case_flows.ORDERS)

    def action_show_belonging(self) -> None:
        """List what belongs to the entry under the cursor, and go there."""
        case_flows.from_entry(self)

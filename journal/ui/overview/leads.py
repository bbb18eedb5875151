"""The ways to filter, overview, calendar, questions and the timeline, which are imported when one goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.ui.frame.messages import GoToDay, GoToEntry, GoToEvent
    from journal.ui.timeline.main import MainScreen


class LeadsToPattern:
    """An app whose main screen leads to them."""

    def quiet_main(self) -> MainScreen:
        """Return the main screen."""
        raise NotImplementedError

    def main_in_front(self) -> MainScreen:
        """Return the main screen, with everything over it closed."""
        main = self.quiet_main()
        while main.app.screen is not main:
            main.app.screen.dismiss(None)
        return main

    def on_go_to_entry(self, event: GoToEntry) -> None:
        """Show an entry in the timeline."""
        self.main_in_front().show_target(event.target)

    def on_go_to_day(self, event: GoToDay) -> None:
        """Show a day in the timeline."""
        self.main_in_front().show_day(event.day)

    def on_go_to_event(self, event: GoToEvent) -> None:
        """Show only the entries of an event in the timeline."""
        from journal.domain.filters.values import InEvent
        from journal.ui.overview.filter_screen import show_only

        main = self.main_in_front()
        main.run_worker(show_only(main, frozenset({InEvent(event.number)})), group="flow")

    def action_show_overview(self) -> None:
        """Show counts of everything, with the entries behind each."""
        from journal.ui.overview.overview import OverviewScreen

        main = self.quiet_main()
        main.app.push_screen(OverviewScreen(main.logbook, main.in_force))

    async def action_filter_entries(self) -> None:
        """Choose which entries to see."""
        from journal.ui.overview.filter_screen import filter_entries

        main = self.quiet_main()
        await main.run_flow(filter_entries(main))

    def action_show_calendar(self) -> None:
        """Show the month of the entry under the cursor, as the filter leaves it."""
        from journal.ui.overview.calendar import CalendarScreen

        main = self.quiet_main()
        main.app.push_screen(CalendarScreen(main.logbook, main.in_force, main.day))

    def action_show_questions(self) -> None:
        """Show what could be asked about the log."""
        from journal.ui.overview.applied_rules import AppliedRules
        from journal.ui.overview.questions import QuestionsScreen

        main = self.quiet_main()
        main.app.push_screen(QuestionsScreen(AppliedRules(main.logbook)))

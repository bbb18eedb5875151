"""Order of the sections of the case, and the keys that go to them; light, because the main screen imports it."""

from __future__ import annotations

STEPS, PEOPLE, REPORTS, ORDERS, EVENTS = range(5)


class LeadsToSections:
    """A screen from which the figures 1 to 5 lead to the sections of the case."""

    def show_section(self, section: int) -> None:
        """Show a section of the case."""
        raise NotImplementedError

    def action_show_steps(self) -> None:
        """Show the steps."""
        self.show_section(STEPS)

    def action_show_people(self) -> None:
        """Show the people."""
        self.show_section(PEOPLE)

    def action_show_reports(self) -> None:
        """Show the reports."""
        self.show_section(REPORTS)

    def action_show_orders(self) -> None:
        """Show the orders."""
        self.show_section(ORDERS)

    def action_show_events(self) -> None:
        """Show the events."""
        self.show_section(EVENTS)

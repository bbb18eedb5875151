"""The entries of one day, to walk on to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.overview.month import entries_of_day
from journal.domain.text.words import N_, spoken
from journal.domain.time.moment_words import day_in_words
from journal.ui.frame import messages
from journal.ui.frame.command import bindings
from journal.ui.overview.commands import DayAfter, DayBefore
from journal.ui.overview.entries_behind import EntriesBehind
from journal.ui.overview.month_grid import day_moved

if TYPE_CHECKING:
    from datetime import date

    from journal.domain.entry.history import History
    from journal.logbook import Logbook
    from journal.ui.timeline.filtering import FilterInForce


class DayEntries(EntriesBehind):
    """Everything that is listed under a day, own steps and crossed-out entries too."""

    HELP = N_(
        "The entries of one day, own steps and crossed-out entries too; with a filter, only those that meet it. Left "
        "and right go to the days beside it; enter reads an entry, {show_in_timeline} shows it in the timeline."
    )
    BINDINGS = bindings(DayBefore, DayAfter)

    def __init__(self, logbook: Logbook, in_force: FilterInForce, day: date) -> None:
        """List the entries of a day that a filter leaves."""
        super().__init__(logbook, "", self._entries, in_force.conditions)
        self._in_force = in_force
        self.day = day
        """The day that is shown."""

    def _entries(self) -> list[History]:
        return entries_of_day(self._in_force.seen.latest_first()[::-1], self.day)[::-1]

    @property
    def listed_title(self) -> str:
        """The day in words."""
        return day_in_words(self.day, spoken())

    def action_day_before(self) -> None:
        """Show the day before."""
        self._go_to(-1)

    def action_day_after(self) -> None:
        """Show the day after."""
        self._go_to(1)

    def _go_to(self, by: int) -> None:
        self.day = day_moved(self.day, by)
        self.show_all()

    def action_show_in_timeline(self) -> None:
        """Go to the entry, or to the day, on the main screen."""
        if self.timeline.number:
            super().action_show_in_timeline()
        else:
            self.post_message(messages.GoToDay(self.day))

"""Asks which day a date of an export is, where its day and month may stand in either order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.words import N_, _, spoken
from journal.domain.time.moment_words import day_in_words
from journal.intake.model.day_order import DayOrder
from journal.ui.lists.find_screen import FindScreen, Line
from journal.ui.lists.line_list import Row

if TYPE_CHECKING:
    from journal.intake.model.day_order import DayOrderOpen


class ChooseDay(FindScreen[DayOrder]):
    """Both days; it answers the order in which the chosen one stands."""

    HELP = N_(
        "The dates of this export can be read in two ways, and the file does not say which. Enter chooses the day that "
        "is right; escape goes back and brings in nothing."
    )

    def __init__(self, asked: DayOrderOpen) -> None:
        """Show both readings of one date of the file in words."""
        lines = [Line(order, Row([(day_in_words(day, spoken()), "")])) for order, day in asked.readings]
        super().__init__(str(asked), lambda: lines, nothing=_("No day fits."))

"""The way from the main screen to handing over; what is behind it is read only when one goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.ui.timeline.main import MainScreen


def hand_over(screen: MainScreen) -> None:
    """Choose what is to be handed over; afterwards the main screen shows what was recorded of it."""
    from journal.ui.handover.hand_over import HandOverScreen

    found = tuple(screen.timeline.rows.line_of) if screen.finding.terms else ()
    entry = screen.history.number if screen.history else 0
    screen.app.push_screen(HandOverScreen(screen.logbook, entry, found), lambda _done: screen.show_all())


def show_given(screen: MainScreen) -> None:
    """List what was handed over."""
    from journal.ui.handover.given import HandGiven

    screen.app.push_screen(HandGiven(screen.logbook))

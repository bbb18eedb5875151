"""When somebody else put another file in the journal's place: both are kept, and the person is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.errors import JournalError
from journal.domain.words import _
from journal.ui.text import harmless

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from journal.domain.errors import ChangedUnderneath
    from journal.logbook import Logbook


def offer_beside(screen: Screen[Any], logbook: Logbook, why: ChangedUnderneath, again: Callable[[], None]) -> None:
    """Offer to go on in a new file beside the other one; after a yes, what could not be saved is done `again`."""
    from journal.ui.screens.dialog import Confirm

    def answered(agreed: bool | None) -> None:  # noqa: FBT001 - the answer itself
        if agreed:
            _go_on_beside(screen, logbook, again)

    title = _("Another file lies in the journal's place")
    screen.app.push_screen(Confirm(title, str(why), _("Save beside it")), answered)


def _go_on_beside(screen: Screen[Any], logbook: Logbook, again: Callable[[], None]) -> None:
    try:
        path = logbook.save_beside()
    except JournalError as error:
        screen.notify(harmless(str(error)), markup=False, severity="warning", timeout=15)
        return
    told = _("From now on this journal is {name}, in the same folder. The other file was left as it is.")
    screen.notify(harmless(told.format(name=path.name)), markup=False, timeout=15)
    again()

"""When somebody else put another file in the journal's place: both are kept, and the person is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.base.errors import JournalError, MissingUnderneath
from journal.domain.text.words import _
from journal.ui.frame.text import harmless

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App
    from textual.screen import Screen

    from journal.domain.base.errors import ChangedUnderneath
    from journal.logbook import Logbook
    from journal.ui.dialogs.dialog import Confirm


def offer_beside(screen: Screen[Any], logbook: Logbook, why: ChangedUnderneath, again: Callable[[], None]) -> None:
    """Offer to go on in a new file beside the other one; after a yes, what could not be saved is done `again`."""

    def answered(agreed: bool | None) -> None:  # noqa: FBT001 - the answer itself
        if agreed and _goes_on_beside(screen.app, logbook, why):
            again()

    screen.app.push_screen(_question(why), answered)


async def went_beside(app: App[Any], logbook: Logbook, why: ChangedUnderneath) -> bool:
    """Offer the same where a flow waits for the answer, in a worker; tell whether the journal goes on in a new file."""
    agreed = await app.push_screen_wait(_question(why))
    return bool(agreed) and _goes_on_beside(app, logbook, why)


def _question(why: ChangedUnderneath) -> Confirm:
    from journal.ui.dialogs.dialog import Confirm

    if isinstance(why, MissingUnderneath):
        return Confirm(_("The journal's file is no longer there"), str(why), _("Save under another name"))
    return Confirm(_("Another file lies in the journal's place"), str(why), _("Save beside it"))


def _goes_on_beside(app: App[Any], logbook: Logbook, why: ChangedUnderneath) -> bool:
    try:
        path = logbook.save_beside()
    except JournalError as error:
        app.notify(harmless(str(error)), markup=False, severity="warning", timeout=15)
        return False
    told = _("From now on this journal is {name}, in the same folder.")
    if not isinstance(why, MissingUnderneath):
        told = _("From now on this journal is {name}, in the same folder. The other file was left as it is.")
    app.notify(harmless(told.format(name=path.name)), markup=False, timeout=15)
    return True

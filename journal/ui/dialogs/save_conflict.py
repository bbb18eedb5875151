"""When somebody else put another file in the journal's place: both are kept, and the person is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.base.errors import JournalError, MissingUnderneath
from journal.domain.text.words import _
from journal.ui.frame.telling import tell
from journal.ui.frame.text import harmless

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from journal.domain.base.errors import ChangedUnderneath
    from journal.logbook import Logbook


async def went_beside(app: App[Any], logbook: Logbook, why: ChangedUnderneath) -> bool:
    """Offer to go on in a new file beside the other one, in a worker; tell whether the journal goes on there."""
    from journal.ui.dialogs.dialog import Confirm

    title, verb = _("Another file has replaced the journal"), _("Save beside it")
    if isinstance(why, MissingUnderneath):
        title, verb = _("The journal's file is no longer there"), _("Save under another name")
    if not await app.push_screen_wait(Confirm(title, str(why), verb)):
        return False
    try:
        path = logbook.save_beside()
    except JournalError as error:
        tell(app, str(error), trouble=True)
        return False
    told = _("From now on this journal is {name}, in the same folder.")
    if not isinstance(why, MissingUnderneath):
        told = _("From now on this journal is {name}, in the same folder. The other file was left as it is.")
    app.notify(harmless(told.format(name=path.name)), markup=False, timeout=15)
    return True


async def once_beside(app: App[Any], logbook: Logbook, why: ChangedUnderneath, again: Callable[[], object]) -> None:
    """Offer the same, and do again what could not be saved where the journal goes on in a new file."""
    if await went_beside(app, logbook, why):
        again()

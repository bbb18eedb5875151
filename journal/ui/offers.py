"""What the program as a whole offers for the journal that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.ui.frame.command import Command
from journal.ui.maintenance.commands import BecomeJournal
from journal.ui.safety import protecting
from journal.ui.safety.commands import ChangePassphrase, Protect, RemoveProtection

if TYPE_CHECKING:
    from journal.logbook import Logbook

PROTECTING = frozenset({Protect.id, ChangePassphrase.id, RemoveProtection.id})


def makes_sense(logbook: Logbook | None, action: str, *, at_home: bool) -> bool:
    """Tell whether an act on the whole journal can be done: on the main screen, and where it makes sense.

    None is a journal that is still being read: what it usually offers is offered, and waits.
    """
    command = Command.known.get(action)
    if logbook is None:
        return action not in PROTECTING and command is not BecomeJournal
    if action in PROTECTING and not protecting.offered(logbook.guard, action, read_only=logbook.read_only):
        return False
    if not command or not command.whole:
        return True
    refused = command.writes and logbook.read_only
    strange = command is BecomeJournal and not logbook.copies.label
    return at_home and not refused and not strange

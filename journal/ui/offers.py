"""What the program as a whole offers for the journal that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.ui import protecting
from journal.ui.commands import keeping, safety
from journal.ui.commands.command import Command

if TYPE_CHECKING:
    from journal.logbook import Logbook

PROTECTING = frozenset({safety.Protect.id, safety.ChangePassphrase.id, safety.RemoveProtection.id})


def makes_sense(logbook: Logbook | None, action: str, *, at_home: bool) -> bool:
    """Tell whether an act on the whole journal can be done: on the main screen, and where it makes sense.

    None is a journal that is still being read: what it usually offers is offered, and waits.
    """
    command = Command.known.get(action)
    if logbook is None:
        return action not in PROTECTING and command is not keeping.BecomeJournal
    if action in PROTECTING and not protecting.offered(logbook.guard, action, read_only=logbook.read_only):
        return False
    if not command or not command.whole:
        return True
    refused = command.writes and logbook.read_only
    strange = command is keeping.BecomeJournal and not logbook.copies.label
    return at_home and not refused and not strange

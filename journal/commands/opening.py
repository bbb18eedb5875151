"""`journal`: the full screen, on the user's own journal or another one."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from journal.commands.ending import DONE
from journal.commands.output import in_a_terminal
from journal.domain.clock import system_clock
from journal.domain.errors import Refused
from journal.domain.words import _

if TYPE_CHECKING:
    from pathlib import Path

    from journal.commands.files import Place
    from journal.logbook import Logbook


def run(place: Place, *, read_only: bool) -> int:
    """Open a journal in the full screen, beginning a new one where none is there; stay until it is left.

    Raises Refused outside a terminal, and where a journal that is only to be read does not exist.
    """
    if not in_a_terminal():
        raise Refused(
            _("The full screen needs a terminal. Nothing was opened; `journal list` and `journal show` need none.")
        )
    return show(place.existing if read_only else place.path, read_only=read_only)


def show(path: Path, *, read_only: bool = False) -> int:
    """Show the journal at a path until it is left; it is closed afterwards whatever happens."""
    # What is read now stays; looking through it for unused memory would only hold up the first screen.
    gc.disable()
    logbook = _let_in(path, read_only=read_only)
    if logbook is None:
        return DONE
    from journal.ui.app import JournalApp

    try:
        app = JournalApp(logbook)
        app.run()
    finally:
        gc.enable()
        logbook.close()
    return app.return_code or DONE


def _let_in(path: Path, *, read_only: bool) -> Logbook | None:
    """Return the opened journal; None where somebody left at the door. Raises JournalError."""
    from journal.store.unlocking import wraps_of

    if path.exists() and wraps_of(path) is None:
        from journal.logbook import Logbook

        return Logbook(path, read_only=read_only)
    from journal.ui.door import Door

    door = Door(path, clock=system_clock, read_only=read_only)
    logbook = door.run()
    if door.trouble:
        raise door.trouble
    return logbook

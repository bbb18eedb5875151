"""`journal`: the full screen, on the user's own journal or another one."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from journal.commands.ending import DONE
from journal.commands.files import chosen, existing
from journal.commands.output import in_a_terminal
from journal.domain.errors import Refused
from journal.domain.words import _

if TYPE_CHECKING:
    from pathlib import Path


def run(file: Path | None, *, read_only: bool) -> int:
    """Open a journal in the full screen, beginning a new one where none is there; stay until it is left.

    Raises Refused outside a terminal, and where a journal that is only to be read does not exist.
    """
    if not in_a_terminal():
        raise Refused(
            _("The full screen needs a terminal. Nothing was opened; `journal list` and `journal show` need none.")
        )
    return show(existing(file) if read_only else chosen(file), read_only=read_only)


def show(path: Path, *, read_only: bool = False) -> int:
    """Show the journal at a path until it is left; it is closed afterwards whatever happens."""
    from journal.logbook import Logbook
    from journal.ui.app import JournalApp

    # What is read now stays; looking through it for unused memory would only hold up the first screen.
    gc.disable()
    logbook = Logbook(path, read_only=read_only)
    try:
        app = JournalApp(logbook)
        app.run()
    finally:
        gc.enable()
        logbook.close()
    return app.return_code or DONE

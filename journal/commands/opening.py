"""`journal`: the full screen on the user's own journal or another one."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from journal.commands.error_reporting import DONE
from journal.commands.journal_location import JournalLocation
from journal.commands.output import in_a_terminal
from journal.domain.base.clock import system_clock
from journal.domain.base.errors import JournalError, Refused
from journal.domain.base.lean_import import import_without
from journal.domain.text.country import tell_by
from journal.domain.text.languages import system_language
from journal.domain.text.words import Words, _, speak
from journal.ui.terminal.early import drawn, hear

if TYPE_CHECKING:
    from journal.logbook import Logbook
    from journal.store.age.protection import Key
    from journal.ui.app import JournalApp
    from journal.ui.opening.arrival import Arrival


class PlainModeSet(Exception):
    """The journal is set to plain mode; it was left as it was, and nothing is drawn."""

    def __init__(self, opened: Logbook | None) -> None:
        """Hand on the journal, where it had to be opened to learn of the setting."""
        super().__init__()
        self.opened = opened


def run(place: JournalLocation, *, read_only: bool, heed_plain: bool = True) -> int:
    """Open a journal in the full screen, or begin a new one where none is there; returns when it is left.

    Raises PlainModeSet for a journal that is set to plain mode, unless that is not to be heeded.
    Raises Refused outside a terminal, and where a journal that is only to be read does not exist.
    """
    if not in_a_terminal():
        raise Refused(
            _("The full screen needs a terminal. Nothing was opened; `journal list` and `journal show` need none.")
        )
    return show(place.existing if read_only else place.path, read_only=read_only, heed_plain=heed_plain)


def show(path: Path, *, read_only: bool = False, heed_plain: bool = False) -> int:
    """Show the journal at a path, and any that it leads to, until it is left; each is closed whatever happens.

    Raises PlainModeSet where that is to be heeded.
    """
    if not sys.warnoptions:
        # A library's word to developers would stand on the terminal after it was emptied.
        warnings.simplefilter("ignore")
    said = ""
    key: Key | None = None
    while True:
        speak(Words(system_language(os.environ)))
        # What is read now stays; looking through it for unused memory would only hold up the first screen.
        gc.disable()
        hear()
        glanced_at = _glanced_at(path, read_only=read_only, heed_plain=heed_plain)
        if not glanced_at and not key:
            _draw_lock(path)
        # No connection is ever opened, so that OpenSSL is never needed.
        import_without("ssl", "asyncio")
        opened = None if glanced_at else _let_in(path, key, read_only=read_only)
        journal = glanced_at or opened
        if journal is None:
            return DONE
        if heed_plain and opened and opened.settings.plain:
            _hand_on(opened)
        app = _shown(journal, said)
        if app.trouble:
            raise app.trouble
        if app.open_next is None:
            return app.return_code or DONE
        path, said, key = app.open_next.path, app.open_next.said, app.open_next.key


def _glanced_at(path: Path, *, read_only: bool, heed_plain: bool) -> Arrival | None:
    """Return the newest entries of a journal, drawn already, or None where only the whole journal tells them."""
    from journal.ui.opening.arrival import arriving

    arrival = arriving(path, read_only=read_only)
    if arrival and heed_plain and arrival.settings.plain:
        _hand_on(None)
    if arrival:
        from journal.ui.opening import first_content

        tell_by(arrival.zone, arrival.settings.language, arrival.settings.country)
        first_content.begin_masked(arrival.settings)
        first_content.draw(arrival)
    return arrival


def _hand_on(opened: Logbook | None) -> NoReturn:
    """Leave the rest to plain mode, with unused memory looked for again."""
    gc.enable()
    raise PlainModeSet(opened)


def _draw_lock(path: Path) -> None:
    """Draw what asks for a passphrase, where the journal at the path has one."""
    from journal.store.file.tail_preview import looks_protected

    if looks_protected(path):
        from journal.ui.opening import first_lock

        first_lock.draw()


def _shown(journal: Logbook | Arrival, said: str) -> JournalApp:
    """Show a journal until it is left."""
    hear()
    from journal.ui.app import JournalApp

    _stop_listening()
    app = JournalApp(journal, home=Path(os.path.realpath(JournalLocation().path)), said=said)
    try:
        app.run()
    finally:
        gc.enable()
        _close(journal, quietly=app.left)
    return app


def _stop_listening() -> None:
    """Let the screen read the keys from now on; raises SystemExit where a leaving key came before."""
    if first := drawn():
        first.stop_listening()


def _close(journal: Logbook | Arrival, *, quietly: bool) -> None:
    """Close the journal; on an emptied screen errors are not reported. Raises as `Logbook.close` otherwise."""
    try:
        journal.close()
    except (JournalError, OSError):
        if not quietly:
            raise


def _let_in(path: Path, key: Key | None, *, read_only: bool) -> Logbook | None:
    """Return the opened journal, asking nobody where there is a key; None where somebody left at the door.

    Raises JournalError.
    """
    from journal.store.ledger.unlocking import wraps_of

    if key or (path.exists() and wraps_of(path) is None):
        from journal.logbook import Logbook

        return Logbook(path, read_only=read_only, key=key)
    from journal.ui.opening.door import Door

    _stop_listening()
    door = Door(path, clock=system_clock, read_only=read_only)
    logbook = door.run()
    if door.trouble:
        raise door.trouble
    if door.return_code:
        raise SystemExit(door.return_code)
    return logbook

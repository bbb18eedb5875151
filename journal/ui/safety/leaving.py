"""Leaving at once: first the screen is empty, then what was typed is safe, then the program ends; nobody is asked."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from journal.domain.base.errors import JournalError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.driver import Driver

    from journal.logbook import Logbook

_EMPTY = "\x1b[0m\x1b[2J\x1b[H\x1b[3J"
_OTHER_SCREEN, _THIS_SCREEN = "\x1b[?1049l", "\x1b[?1049h"
BLANK = f"{_EMPTY}{_OTHER_SCREEN}{_EMPTY}{_THIS_SCREEN}{_EMPTY}"
"""Empties the program's screen, the one the terminal had before, and what could be scrolled back to.

It ends on the program's own screen, because some terminals keep their keyboard mode apart for each of the two.
"""


@runtime_checkable
class KeepsDraft(Protocol):
    """A screen in which something may have been typed that is not recorded yet."""

    def keep_draft_now(self) -> None:
        """Keep what is typed, durably; raises JournalError or OSError where that fails."""


def blank(driver: Driver) -> None:
    """Empty the terminal before anything else happens."""
    driver.write(BLANK)
    driver.flush()


def keep_drafts(screens: Iterable[object]) -> None:
    """Keep every draft; what cannot be kept holds nothing up."""
    for screen in screens:
        if isinstance(screen, KeepsDraft):
            with suppress(JournalError, OSError):
                screen.keep_draft_now()


def keep_everything(screens: Iterable[object], logbook: Logbook) -> None:
    """Keep every draft and let go of the file; what cannot be kept does not hold up the leaving."""
    keep_drafts(screens)
    with suppress(JournalError, OSError):
        logbook.close()

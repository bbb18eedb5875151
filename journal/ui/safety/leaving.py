"""Leaving at once: first the screen is empty, then what was typed is safe, then the program ends; nobody is asked."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from journal.domain.base.errors import JournalError
from journal.ui.terminal.blank import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.driver import Driver

    from journal.logbook import Logbook


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

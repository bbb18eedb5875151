"""A place of the journal: others are laid over it, and on the way back it shows what was changed meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.ui.frame.fitted import Answer, Fitted

if TYPE_CHECKING:
    from journal.logbook import Logbook


class Place(Fitted[Answer]):
    """A screen that shows part of a journal."""

    logbook: Logbook
    """The journal that is shown."""
    _seen = 0

    def show_all(self) -> None:
        """Show the present state."""
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        """Show the present state, where something was recorded since this was in front the last time."""
        before, self._seen = self._seen, self.logbook.last.seq if self.logbook.last else 0
        if before not in {0, self._seen}:
            self.show_all()

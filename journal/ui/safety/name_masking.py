"""Names, numbers, accounts and addresses masked on the screen by a key, for as long as somebody may look on."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.base.errors import JournalError
from journal.domain.text.words import N_, _
from journal.logbook.people_mask import PeopleMask
from journal.ui.frame.everywhere import MaskNames
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.masking import mask_by, masking
from journal.ui.frame.telling import tell

if TYPE_CHECKING:
    from textual.app import App

    from journal.logbook import Logbook

MASKED = N_(
    "Numbers, accounts, addresses and the names of the people in the case are masked on the screen; other names stay "
    "readable. Nothing that is stored or shared changes. Forms still show what was typed. {key} shows them again."
)
SHOWN = N_("Names, numbers, accounts and addresses are shown again.")


class NameMasking:
    """Masks by the people of a journal, as they are now."""

    def __init__(self, logbook: Logbook | None, *, on: bool) -> None:
        """Begin as it was left; without a logbook, the people are not read yet."""
        self._known = PeopleMask(logbook)
        mask_by(self._known if on else None)

    @property
    def logbook(self) -> Logbook | None:
        """The journal, once it is read."""
        return self._known.logbook

    @logbook.setter
    def logbook(self, logbook: Logbook) -> None:
        self._known.logbook = logbook

    def toggle(self, app: App[None]) -> None:
        """Mask or show, draw every screen anew, and keep the choice for the next time where it can be kept."""
        mask_by(None if masking() else self._known)
        if self.logbook:
            with suppress(JournalError):
                self.logbook.choose(replace(self.logbook.settings, masked=masking()))
        app.clear_notifications()
        for screen in app.screen_stack:
            if isinstance(screen, Fitted):
                screen.draw_anew()
        tell(app, _(MASKED if masking() else SHOWN).format(key=MaskNames.shown_key()))

"""Names, numbers, accounts and addresses masked on the screen by a key, for as long as somebody may look on."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.base.errors import JournalError
from journal.domain.base.memo import Memo
from journal.domain.text.name_mask import NameMask
from journal.domain.text.words import N_, _
from journal.ui.frame.everywhere import MaskNames
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.masking import mask_by, masking
from journal.ui.frame.telling import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.app import App

    from journal.domain.case.people import Person
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
        self.logbook = logbook
        """The journal, once it is read."""
        self._mask = Memo(self._version, self._make)
        mask_by(self._known if on else None)

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

    def _known(self) -> NameMask | None:
        """Return the mask for the people as they are now; None while they are not read."""
        return self._mask() if self.logbook else None

    def _version(self) -> int:
        return self.logbook.version if self.logbook else 0

    def _make(self) -> NameMask:
        people = [*self.logbook.state.people.values()] if self.logbook else []
        return NameMask(_names(people), _particulars(people))


def _names(people: Iterable[Person]) -> Iterator[str]:
    for person in people:
        yield from (person.name, *person.also_known_as)


def _particulars(people: Iterable[Person]) -> Iterator[str]:
    for one in people:
        yield one.contact
        yield from (*one.telephone_numbers, *one.email_addresses, *one.accounts, *one.plates)

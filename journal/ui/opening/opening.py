"""The newest entries of a journal, to be looked at while the rest of it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.people import Person
from journal.ui.frame.command import bindings
from journal.ui.opening.opening_keys import PANE_KEYS, offered
from journal.ui.timeline import main_title
from journal.ui.timeline.journal_screen import JournalScreen
from journal.ui.timeline.panes import Panes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from journal.domain.entry.entry import Entry
    from journal.ui.opening.arrival import Arrival


class OpeningPanes(Panes):
    """The panes, with the keys that those of the main screen are going to have."""

    BINDINGS = bindings(*PANE_KEYS)

    def __init__(self, *, read_only: bool) -> None:
        super().__init__()
        self._read_only = read_only

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer what the main screen is going to offer."""
        return offered(action, read_only=self._read_only)


class OpeningScreen(JournalScreen):
    """The main screen as it will stand; moving works, and every other key waits for the rest."""

    def __init__(self, arrival: Arrival, back_in_sight: Callable[[], Awaitable[None]]) -> None:
        """Show these entries; call when the screen is in sight again after something covered it."""
        super().__init__()
        self._arrival, self._back_in_sight = arrival, back_in_sight

    def make_panes(self) -> OpeningPanes:
        """Make the three panes."""
        return OpeningPanes(read_only=self._arrival.read_only)

    def on_mount(self) -> None:
        """Show the entries."""
        self.timeline.files = self._arrival.files
        self.timeline.show(self._arrival.rows)
        self.show_entry()
        self.title_line.title = main_title.while_opening(self._arrival.path, self._arrival.last, self._arrival.now())

    def on_screen_resume(self) -> None:
        """Go on with what waited for the screen."""
        self.app.call_next(self._back_in_sight)

    @property
    def chosen(self) -> int:
        """The number of the entry that was gone to; 0 where the cursor is still on the latest."""
        number = self.timeline.number
        return number if self._arrival.entries[0].number != number else 0

    def show_entry(self) -> None:
        """Draw the entry under the cursor, and its checklist."""
        super().show_entry()
        history = self.timeline.history
        self.entry_view.show(history, _unread(history.entry if history else None), self._arrival.zone)
        self.checklist.show(history, may_write=False)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer what the main screen is going to offer."""
        return offered(action, read_only=self._arrival.read_only)


def _unread(entry: Entry | None) -> dict[int, Person]:
    """Return the people of an entry, whose names are not read yet."""
    named = (entry.person, entry.reported_by, *entry.witnesses) if entry else ()
    return {number: Person(number=number, name="…") for number in named if number}

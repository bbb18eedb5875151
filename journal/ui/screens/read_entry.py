"""One entry to be read on a screen of its own, wherever something of the case refers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from journal.domain.belonging import Ref, Thing
from journal.domain.words import N_, _
from journal.ui import case_flows
from journal.ui.commands.case import ShowBelonging
from journal.ui.commands.command import bindings
from journal.ui.commands.everywhere import Close
from journal.ui.entry_below import below_entry
from journal.ui.widgets.entry_view import EntryView
from journal.ui.widgets.key_footer import KeyFooter
from journal.ui.widgets.title_line import Title, TitleLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from journal.logbook import Logbook


class ReadEntry(Screen[None]):
    """An entry; escape goes back to where one came from."""

    HELP = N_("One entry, to be read. r lists what belongs to it, escape goes back to where you came from.")
    CSS = """
    ReadEntry EntryView { height: 1fr; border: solid $border-blurred; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(ShowBelonging, Close)
    AUTO_FOCUS = "EntryView"

    def __init__(self, logbook: Logbook, number: int) -> None:
        """Show an entry of this journal."""
        super().__init__()
        self._logbook, self._number = logbook, number

    def compose(self) -> ComposeResult:
        """Make title, entry and keys."""
        yield TitleLine()
        yield EntryView()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Show the entry."""
        self.query_one(TitleLine).title = Title(_(N_("Entry {number}")).format(number=self._number))
        state, zone = self._logbook.state, self._logbook.zone
        history = state.entries[self._number]
        below = below_entry(history, state.standing_links, state)
        self.query_one(EntryView).show(history, state.people, zone, below=below)

    def action_show_belonging(self) -> None:
        """List what belongs to it, and go there."""
        ref = Ref(Thing.ENTRY, self._number)
        self.run_worker(case_flows.show_belonging(self, self._logbook, ref), group="going")

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)

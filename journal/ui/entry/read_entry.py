"""One entry to be read on a screen of its own, wherever something of the case refers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.evidence.exhibit import Target
from journal.domain.state.relations import EntityType, Ref
from journal.domain.text.words import N_, _
from journal.ui.dialogs.acting_screen import ActingScreen
from journal.ui.dialogs.commands import ShowBelonging
from journal.ui.entry.commands import OpenLinked, ShowInTimeline
from journal.ui.entry.entry_view import EntryView
from journal.ui.entry.related import below_entry
from journal.ui.frame import messages
from journal.ui.frame.command import bindings
from journal.ui.frame.everywhere import Close

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from journal.logbook import Logbook


class ReadEntry(ActingScreen[None]):
    """An entry; escape goes back to where one came from."""

    HELP = N_(
        "One entry. Enter opens its links. {show_in_timeline} shows it in the timeline, where you can amend it. Esc "
        "goes back."
    )
    CSS = """
    ReadEntry EntryView { height: 1fr; border: solid $border-blurred; }
    """
    BINDINGS = bindings(OpenLinked, ShowBelonging, ShowInTimeline, Close)
    AUTO_FOCUS = "EntryView"

    def __init__(self, logbook: Logbook, number: int, item: str = "") -> None:
        """Show an entry of this journal, to which one came because of this item of its checklist."""
        super().__init__()
        self.logbook, self._ref = logbook, Ref(EntityType.ENTRY, number)
        self._target = Target(entry=number, item=item)

    def compose_body(self) -> ComposeResult:
        """Make the entry."""
        yield EntryView()

    def on_mount(self) -> None:
        """Show the entry."""
        self.entitle(_("Entry {number}").format(number=self._ref.number))
        self.show_all()

    def show_all(self) -> None:
        """Show the entry as it is now."""
        state, zone = self.logbook.state, self.logbook.zone
        history = state.entries[self._ref.number]
        below = below_entry(history, state.standing_links, state)
        self.query_one(EntryView).show(history, state.people, zone, below=below)

    def action_open_linked(self) -> None:
        """Open what belongs to it, or list several things first."""
        self.post_message(messages.ListRelated(self._ref, skip_single=True))

    def action_show_belonging(self) -> None:
        """List what belongs to it, and go there."""
        self.post_message(messages.ListRelated(self._ref))

    def action_show_in_timeline(self) -> None:
        """Go to the entry on the main screen."""
        self.post_message(messages.GoToEntry(self._target))

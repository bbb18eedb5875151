"""The entries behind a figure or of a day, as lines of the timeline, to read one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.getters import query_one

from journal.domain.evidence.exhibit import Target
from journal.domain.state.relations import EntityType, Ref
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, many, spoken
from journal.ui.dialogs.acting_screen import ActingScreen
from journal.ui.entry.commands import ShowInTimeline
from journal.ui.frame import messages
from journal.ui.frame.command import bindings
from journal.ui.frame.everywhere import Close
from journal.ui.overview.commands import OpenListed
from journal.ui.timeline.timeline import Timeline
from journal.ui.timeline.timeline_rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from journal.domain.entry.history import History
    from journal.logbook import Logbook


class EntriesBehind(ActingScreen[None]):
    """Some entries, the latest first; escape goes back to the figure."""

    HELP = N_("The entries that a figure counts. Enter reads one, t shows it in the timeline; escape goes back.")
    CSS = """
    EntriesBehind Timeline { height: 1fr; }
    """
    BINDINGS = bindings(OpenListed, ShowInTimeline, Close)
    AUTO_FOCUS = "Timeline"

    timeline = query_one(Timeline)

    def __init__(self, logbook: Logbook, title: str, find: Callable[[], Sequence[History]]) -> None:
        """List what `find` returns, in the order of the timeline reversed; it is asked again after a change."""
        super().__init__()
        self.logbook, self._title, self._find = logbook, title, find

    @property
    def listed_title(self) -> str:
        """What is listed."""
        return self._title

    def compose_body(self) -> ComposeResult:
        """Make the list."""
        yield Timeline()

    def on_mount(self) -> None:
        """Show the entries."""
        self.show_all()

    def show_all(self) -> None:
        """Show the entries as they are now, with the cursor where it was."""
        found = self._find()
        acts = sum(one.acts for one in found)
        entries = many("{count} entry", "{count} entries", len(found)).format(count=in_figures(len(found), spoken()))
        counted = many("{count} act", "{count} acts", acts).format(count=in_figures(acts, spoken()))
        self.entitle(self.listed_title, entries, counted)
        self.timeline.show(Rows(found), at=self.timeline.history)

    @on(Timeline.Taken)
    def action_open_listed(self) -> None:
        """Read the entry under the cursor."""
        if number := self.timeline.number:
            self.post_message(messages.Go(Ref(EntityType.ENTRY, number)))

    def action_show_in_timeline(self) -> None:
        """Go to the entry on the main screen."""
        if number := self.timeline.number:
            self.post_message(messages.GoToEntry(Target(entry=number)))

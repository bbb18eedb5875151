"""The entries behind a figure or of a day, as lines of the timeline, to read one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.getters import query_one

from journal.domain.entry.history import History
from journal.domain.evidence.exhibit import Target
from journal.domain.state.relations import EntityType, Ref
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, many, spoken
from journal.ui.dialogs.commands import UndoLast
from journal.ui.entry.commands import ShowInTimeline
from journal.ui.entry.undoing import TakesBack
from journal.ui.frame import messages
from journal.ui.frame.command import bindings
from journal.ui.frame.everywhere import Close
from journal.ui.frame.title import lasting
from journal.ui.lists.commands import PickFound, PickLine, PickToHere
from journal.ui.overview.commands import OpenListed
from journal.ui.timeline.commands import ActOnPicked
from journal.ui.timeline.picking import PicksEntries
from journal.ui.timeline.timeline import Timeline
from journal.ui.timeline.timeline_rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from journal.logbook import Logbook


class EntriesBehind(PicksEntries, TakesBack):
    """Some entries, the latest first; escape goes back to the figure."""

    HELP = N_(
        "The entries that a figure counts. Enter reads one, {show_in_timeline} shows it in the timeline; F4 picks "
        "several and F2 does something with all of them; escape goes back."
    )
    CSS = """
    EntriesBehind Timeline { height: 1fr; }
    """
    BINDINGS = bindings(OpenListed, ShowInTimeline, ActOnPicked, PickLine, PickToHere, PickFound, UndoLast, Close)
    AUTO_FOCUS = "Timeline"

    timeline = query_one(Timeline)

    def __init__(self, logbook: Logbook, title: str, find: Callable[[], Sequence[History]], asked: str = "") -> None:
        """List what `find` returns, in the order of the timeline reversed; it is asked again after a change.

        `asked` is in words the filter among whose entries `find` looks.
        """
        super().__init__()
        self._asked = asked
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
        rows, picks = Rows(self._find()), self.timeline.picks
        picks.keys &= {*rows.numbers} if picks.keys else picks.keys
        self.timeline.show(rows, at=self.timeline.history)
        self.show_title()

    def show_title(self) -> None:
        """Say what is listed, how many entries and acts it is, and how many are picked."""
        rows, picks = self.timeline.rows, self.timeline.picks
        found = [one for one in rows.lines if isinstance(one, History)]
        acts = sum(one.acts for one in found)
        entries = many("{count} entry", "{count} entries", len(found)).format(count=in_figures(len(found), spoken()))
        counted = many("{count} act", "{count} acts", acts).format(count=in_figures(acts, spoken()))
        narrowed = lasting(self._asked)
        self.entitle(self.listed_title, picks.count if picks.keys else "", narrowed, entries, counted)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer an act on picked entries only where some are, and nothing that writes where one can only read."""
        needs_picked = action in {ActOnPicked.id, PickToHere.id}
        return self.is_mounted and self.may_write(action) and not (needs_picked and not self.timeline.picks.keys)

    @on(Timeline.Taken)
    def action_open_listed(self) -> None:
        """Read the entry under the cursor."""
        if number := self.timeline.number:
            self.post_message(messages.Go(Ref(EntityType.ENTRY, number)))

    def action_show_in_timeline(self) -> None:
        """Go to the entry on the main screen."""
        if number := self.timeline.number:
            self.post_message(messages.GoToEntry(Target(entry=number)))

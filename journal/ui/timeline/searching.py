"""The search of the main screen: rows that are found while it is typed, in slices of time between two frames."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from journal.domain.text.words import N_, _
from journal.ui.frame import debounce
from journal.ui.frame.background import aside
from journal.ui.frame.debounce import BETWEEN_FRAMES, Debounce
from journal.ui.timeline.call_line import CallLine
from journal.ui.timeline.search import Finding
from journal.ui.timeline.search_line import SearchLine
from journal.ui.timeline.timeline_rows import Rows
from journal.ui.timeline.timeline_screen import TimelineScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.entry.history import History
    from journal.domain.evidence.exhibit import Exhibit
    from journal.domain.state.search import Terms
    from journal.logbook import Logbook
    from journal.logbook.exhibit_texts import ExhibitTexts


NO_MORE = N_("No further entry holds these words.")


class SearchScreen(TimelineScreen):
    """A timeline that shows all entries, or those that hold what is looked for.

    While a search is typed, the first found entries are shown as soon as they fill the screen; the others are looked
    for once no more letters come. Without a search, the same slices index the entries.
    """

    def __init__(self, logbook: Logbook) -> None:
        """Search the entries of this journal."""
        super().__init__()
        self.logbook = logbook
        """The journal that is shown."""
        self.finding = Finding()
        """What is looked for, and what holds it."""
        self._slices = Debounce(self, self._look)
        self._drawn_terms: Terms = ()
        """What was looked for when rows were drawn the last time."""
        self._files: ExhibitTexts | None = None
        self.reading_files = False
        """Whether text in files of exhibits is still being read, so that more may be found."""
        self._came_from = 0
        """The number of the entry that was under the cursor when the search began."""

    def search_state(self, number: int) -> None:
        """Search the present state, and show the rows with the cursor on the numbered entry, or where it was."""
        state = self.logbook.state
        self.finding.take(state, self.in_force.every.latest_first(), self.logbook.version)
        self.narrow(number)
        here = state.entries.get(number)
        if here and not self.search_line.is_open and not self.finding.holds(here):
            # What was just recorded has to be seen, also where a kept search does not hold it.
            self.finding.end()
        self._show_rows(number or self.timeline.number)

    def narrow(self, number: int) -> None:
        """Search and show only some of all entries, or in another order; `number` is the one to be gone to, or 0."""

    def rows_of(self, entries: Sequence[History], *, counted: bool) -> Rows:
        """Put entries in rows in the order in which they are shown."""
        return Rows(entries, counted=counted)

    def leave_search(self, number: int) -> None:
        """Show all entries again, with the cursor on the numbered one."""
        self.finding.end()
        self._show_rows(number)

    def find_all(self) -> None:
        """Find and draw all that is looked for now, for what acts on all of it."""
        if self.finding.terms and not self.finding.complete:
            self.finding.look_at_all()
            self._draw_rows(self._at)

    def show_entry(self) -> None:
        """Draw the entry under the cursor, its checklist, and the title."""
        super().show_entry()
        self.show_title()

    def show_title(self) -> None:
        """Say in the title which entry is under the cursor, or how many are found."""

    def action_search(self) -> None:
        """Begin a search."""
        self._came_from = self.timeline.number
        self.finding.end()
        self.search_line.open()

    def action_next_hit(self) -> None:
        """Go to the next mark in the entry, or else to the first one of the next entry that was found."""
        page = self.entry_view
        if page.region and page.show_mark(after=page.in_sight.stop - 1):
            return
        self._go_to_found(1)

    def action_previous_hit(self) -> None:
        """Go to the first mark of the entry that was found before this one."""
        self._go_to_found(-1)

    def _go_to_found(self, by: int) -> None:
        self.find_all()
        before = self.timeline.number
        self.timeline.move(by)
        self.show_entry()
        self.entry_view.show_mark()
        if self.timeline.number == before:
            self.tell(_(NO_MORE))

    @on(SearchLine.Changed)
    def _ask(self, event: SearchLine.Changed) -> None:
        self.finding.ask(event.words, self._entry(self._came_from))
        self._look()

    @on(SearchLine.Left)
    def _leave_search(self) -> None:
        self.leave_search(self._came_from)
        self.panes.go_to(self.timeline)

    @on(SearchLine.Kept)
    @on(CallLine.Dismissed)
    def back_to_timeline(self) -> None:
        """Give the focus to the timeline; no more letters come, so the rest is looked for."""
        self.panes.go_to(self.timeline)
        if not self.finding.complete:
            self._slices.restart(BETWEEN_FRAMES)

    def _look(self) -> None:
        """Look for a slice of time; draw the rows once they fill the screen, and again when they are all."""
        finding = self.finding
        asked = finding.terms != self._drawn_terms
        if not asked and not finding.terms and not self.prepare(reading=False):
            self._slices.restart(BETWEEN_FRAMES)
            return
        if not (asked and finding.enough):
            finding.look()
        first = asked and finding.enough
        if first:
            self._draw_rows(self._at)
            self._rest.restart(debounce.PAUSE)
        elif finding.complete and finding.terms:
            self.timeline.extend(self._rows)
            self.search_line.tell(self._found_until_now, so_far=self.reading_files)
            self.show_title()
        if finding.complete:
            self._read_files()
            if not self.reading_files and not self.prepare(reading=True):
                self._slices.restart(BETWEEN_FRAMES)
        else:
            # More letters are likely to come, after which nobody asks for the rest of these.
            self._slices.restart(debounce.PAUSE if first else BETWEEN_FRAMES)

    def prepare(self, *, reading: bool) -> bool:  # noqa: ARG002 - for screens that prepare something
        """Prepare for what may be asked next, for a slice of time; return whether nothing is left to be done.

        What needs no `reading` of all records is prepared before the entries are indexed, the rest after it.
        """
        return True

    def _read_files(self) -> None:
        """Read the text in files that are attached, once the entries themselves are indexed, beside the screen."""
        if self.reading_files or not self.logbook.state.links:
            return
        from journal.logbook.exhibit_texts import ExhibitTexts

        self._files = self._files or ExhibitTexts(self.logbook.exhibits)
        if waiting := self._files.waiting():
            self.reading_files = True
            self.search_line.tell(self._found_until_now, so_far=True)
            self.run_worker(self._take_files(self._files, waiting), group="files")

    async def _take_files(self, files: ExhibitTexts, waiting: Sequence[Exhibit]) -> None:
        try:
            texts = await aside(partial(files.portion, waiting))
        finally:
            self.reading_files = False
        self.finding.put_texts(texts)
        self._drawn_terms = ()
        self._slices.restart(BETWEEN_FRAMES)

    def _show_rows(self, number: int) -> None:
        """Show the rows around the numbered entry at once."""
        self.finding.look_at_enough(self._entry(number))
        self._draw_rows(number)
        self.show_entry()
        if not self.finding.complete:
            self._slices.restart()

    def _draw_rows(self, number: int) -> None:
        self._drawn_terms = self.finding.terms
        finding = self.finding
        self.timeline.show(self._rows, terms=finding.terms, at=self._entry(number), narrowed=finding.narrowed)
        self.search_line.tell(self._found_until_now, so_far=self.reading_files)

    @property
    def _rows(self) -> Rows:
        """The rows of what is found until now; a month is counted when all of it is."""
        return self.rows_of([*self.finding.found], counted=self.finding.complete or not self.finding.terms)

    @property
    def _at(self) -> int:
        """The number of the entry on which the cursor is to be."""
        return self._came_from if self.search_line.is_open else self.timeline.number

    @property
    def found(self) -> int | None:
        """How many entries are found; None where nothing is looked for, or not all is looked at, files included."""
        return None if self.reading_files else self._found_until_now

    @property
    def _found_until_now(self) -> int | None:
        """How many entries are found until now; None where nothing is looked for, or not all entries are looked at."""
        return self.timeline.rows.shown if self.finding.terms and self.finding.complete else None

    def _entry(self, number: int) -> History | None:
        return self.logbook.state.entries.get(number)

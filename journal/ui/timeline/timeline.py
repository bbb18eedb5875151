"""The timeline: every entry on one line, the latest on top, drawn line by line so that 100,000 cost as much as ten."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from journal.domain.base.errors import Unreadable
from journal.domain.entry.history import History
from journal.domain.entry.records_of import read_ahead
from journal.domain.text.words import N_, _
from journal.ui.frame.command import bindings
from journal.ui.frame.moving_commands import GoToBottom, GoToTop, MoveDown, MoveUp, PageBack, PageOn
from journal.ui.lists.drawn_list import DrawnList
from journal.ui.lists.picks import Picks
from journal.ui.timeline import timeline_lines
from journal.ui.timeline.timeline_lines import TimelineLines
from journal.ui.timeline.timeline_rows import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from textual.geometry import Region
    from textual.strip import Strip

    from journal.domain.state.search import Terms
    from journal.ui.frame.line_pieces import Piece

NOTHING_FOUND = (N_("Nothing found."), N_("Type fewer letters to find more. Esc shows all entries."))
NOTHING_MEETS = (N_("No entry meets the filter."), N_("F changes it. Esc shows all entries."))
WELCOME = (
    N_("No entries yet. Press n to write the first one."),
    "",
    N_("Every act counts, however small."),
    N_("A time and a kind are enough; you can add more later."),
    "",
    N_("n   new entry"),
    N_("m   a missed call, at this minute"),
    N_("?   all keys"),
    "",
    N_("Ctrl+Q or F12: quick exit, at any time."),
    N_("Nothing leaves this computer."),
)
"""What an empty journal says, line by line."""


class Timeline(DrawnList, can_focus=True):
    """The list of entries; the month that is being read stays in sight on the first line, its day on the next."""

    HELP = N_(
        "The timeline. Each line is an entry: day, time (~ means about), kind, first words. On the right: how much "
        "of its checklist is done, and how many witnesses (2w) and exhibits (3f)."
    )
    BINDINGS = bindings(MoveUp, MoveDown, PageBack, PageOn, GoToTop, GoToBottom)
    STYLES = timeline_lines.STYLES
    DEFAULT_CSS = "Timeline { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows = Rows()
        self._terms: Terms = ()
        self._narrowed = False
        self.files: Mapping[int, int] | None = None
        """How many exhibits each entry has, by its number, None where there is none; set before the rows are shown."""
        self.picks: Picks[int] = Picks()
        """The numbers of the entries that are picked, shown or not."""

    @property
    def rows(self) -> Rows:
        """What is shown."""
        return self._rows

    @property
    def lines(self) -> Sequence[object]:
        """The entries below the headings of their months."""
        return self._rows.lines

    @property
    def number(self) -> int:
        """The number of the entry under the cursor; 0 where there is none."""
        return self.history.number if self.history else 0

    @property
    def history(self) -> History | None:
        """The entry under the cursor."""
        return self._rows.entry_at(self._at)

    def show(self, rows: Rows, *, terms: Terms = (), at: History | None = None, narrowed: bool = False) -> None:
        """Show these rows, with the cursor on this entry or the next earlier one; on the latest where None is given.

        `narrowed` says that a filter leaves out others.
        """
        self._rows, self._terms, self._narrowed = rows, terms, narrowed
        self.lines_changed((rows.line_near(at) if at else rows.nearest(0, 1)) or 0)

    def extend(self, rows: Rows) -> None:
        """Show rows that begin with those that are shown, and go on; of what is in sight, only headings change."""
        sight = range(self.scroll_offset.y, self.scroll_offset.y + self.scrollable_content_region.height)
        filled, self._rows = len(self._rows.lines) >= sight.stop, rows
        self._fit()
        if not filled:
            self.refresh()
            return
        for line in sight:
            if line < sight.start + self.covered or rows.entry_at(line) is None:
                self.refresh_line(line)

    def go_to_day(self, day: date) -> None:
        """Put the cursor on the latest entry of a day, or of the last day before it that has any."""
        if (line := self._rows.on_or_before(day)) is not None:
            self.put_cursor(line)

    @property
    def covered(self) -> int:
        """The month that is being read covers the first line in sight, where there is room."""
        return 1 if self.scrollable_content_region.height > 2 else 0

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines in sight, whose entries are read together; one that cannot be read says so on its own line."""
        first = self.scroll_offset.y + crop.y
        self._read(first, first + crop.height)
        return super().render_lines(crop)

    def read_around(self) -> None:
        """Read the entries of a page above and below those in sight, before somebody turns to it."""
        first, page = self.scroll_offset.y, self.page
        self._read(max(0, first - page), first + 2 * page)

    def _read(self, first: int, stop: int) -> None:
        with suppress(Unreadable):
            read_ahead(one for one in self.lines[first:stop] if isinstance(one, History))

    def pieces(self, line: int, y: int, width: int) -> list[Piece]:
        """Return an entry, or the heading of a month."""
        shown = TimelineLines(self._rows, width, self.covered, self._at, self._terms, self.files, self.picks.keys)
        return shown.pieces(line, y)

    def empty_pieces(self, y: int) -> list[Piece]:
        """Return a line of what an empty journal says, or a search that found nothing."""
        words = NOTHING_FOUND if self._terms else NOTHING_MEETS if self._narrowed else WELCOME
        return [(f" {_(words[y - 1])}", "")] if 0 < y <= len(words) else []

    def takes_cursor(self, line: int) -> bool:
        """Tell whether an entry stands on a line."""
        return self._rows.entry_at(line) is not None

    def move(self, by: int) -> None:
        """Move the cursor by so many lines, to the entry there or the next one in the same direction."""
        if (line := self._rows.nearest(self._at + by, 1 if by > 0 else -1)) is not None:
            self.put_cursor(line)
            if self._at <= 1:
                self.scroll_to(y=0, animate=False)

    def on_mount(self) -> None:
        """Write the title above the pane."""
        self.border_title = _("Timeline")

    def action_move_up(self) -> None:
        """Put the cursor on the entry above."""
        self.move(-1)

    def action_move_down(self) -> None:
        """Put the cursor on the entry below."""
        self.move(1)

    def action_page_back(self) -> None:
        """Put the cursor a page higher."""
        self.move(-self.page)

    def action_page_on(self) -> None:
        """Put the cursor a page lower."""
        self.move(self.page)

    def action_go_to_top(self) -> None:
        """Put the cursor on the latest entry."""
        self.move(-len(self.lines))

    def action_go_to_bottom(self) -> None:
        """Put the cursor on the earliest entry."""
        self.move(len(self.lines))

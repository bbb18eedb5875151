"""The timeline: every entry on one line, the latest on top, drawn line by line so that 100,000 cost as much as ten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from journal.domain.text.words import N_, _
from journal.ui.frame.command import bindings
from journal.ui.frame.line_pieces import Piece, fitted
from journal.ui.frame.lines_view import LinesView
from journal.ui.frame.moving import GoToBottom, GoToTop, MoveDown, MoveUp, PageBack, PageOn
from journal.ui.timeline.timeline_line import Look, entry_line, month_line
from journal.ui.timeline.timeline_rows import Month, Rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rich.style import Style
    from textual import events

    from journal.domain.entry.history import History
    from journal.domain.state.search import Terms

STYLES = ("month", "day", "mark", "kind", "gist", "faint", "struck", "found", "cursor")


NOTHING_FOUND = (N_("Nothing found."), N_("Fewer letters show more, esc shows every entry."))
WELCOME = (
    N_("No entries yet. Press n to write the first one."),
    "",
    N_("Every act counts, however small."),
    N_("Only a time and a kind are needed; more can follow."),
    "",
    N_("n   new entry"),
    N_("m   a missed call, at this minute"),
    N_("?   all keys"),
    "",
    N_("ctrl+q or F12 empties the screen and ends at once."),
    N_("Nothing leaves this computer."),
)
"""What an empty journal says, line by line."""


class Timeline(LinesView, can_focus=True):
    """The list of entries; the month that is being read stays in sight on the first line, its day on the next."""

    HELP = N_(
        "The timeline. Every entry is a line: day, time (~ is about), kind, first words; "
        "on the right how much of its evidence checklist is done, and the numbers of witnesses (2w) and exhibits (3f)."
    )
    BINDINGS = bindings(MoveUp, MoveDown, PageBack, PageOn, GoToTop, GoToBottom)
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"timeline--{name}" for name in STYLES}
    DEFAULT_CSS = """
    Timeline {
        overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1;
        & > .timeline--month { color: $primary; text-style: bold; }
        & > .timeline--day { text-style: bold; }
        & > .timeline--mark { color: $primary; }
        & > .timeline--gist { color: $foreground 85%; }
        & > .timeline--faint { color: $foreground 60%; }
        & > .timeline--struck { color: $foreground 60%; text-style: strike; }
        & > .timeline--found { text-style: bold underline; color: $primary; }
        & > .timeline--cursor { background: $block-cursor-blurred-background; }
        &:focus > .timeline--cursor { background: $block-cursor-background; text-style: bold; }
    }
    """

    @dataclass
    class Highlighted(Message):
        """Another entry is under the cursor."""

        number: int

    @dataclass
    class Opened(Message):
        """The entry under the cursor was clicked twice."""

        number: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows = Rows()
        self._terms: Terms = ()
        self._number = 0
        self.files: Mapping[int, int] = {}
        """How many exhibits each entry has, by its number; set before the rows are shown."""
        self._styles_now: dict[str, Style] = {}

    @property
    def rows(self) -> Rows:
        """What is shown."""
        return self._rows

    @property
    def number(self) -> int:
        """The number of the entry under the cursor; 0 where there is none."""
        return self._number

    @property
    def history(self) -> History | None:
        """The entry under the cursor."""
        return self._rows.entry_at(self._line)

    def show(self, rows: Rows, *, terms: Terms = (), number: int = 0) -> None:
        """Show these rows; the cursor goes to the numbered entry, else stays on its own, else goes to the first."""
        wanted = [number, self._number]
        line = self._line
        self._rows, self._terms = rows, terms
        self.virtual_size = Size(self.scrollable_content_region.width, len(rows.lines))
        kept = next((one for one in wanted if one in rows.line_of), None)
        nearest = rows.nearest(line if self._number else 0, 1)
        self._number = kept or (nearest.number if nearest else 0)
        self._reveal()
        self.refresh()

    def highlight(self, number: int) -> None:
        """Put the cursor on the numbered entry, where it is shown, and bring it into sight."""
        if number in self._rows.line_of:
            before = self._line
            self._number = number
            self._reveal()
            if self._line != before:
                # Where this scrolls, everything is drawn anyway.
                self.refresh_line(before)
                self.refresh_line(self._line)
                self.post_message(self.Highlighted(number))

    def go_to_day(self, day: date) -> None:
        """Put the cursor on the latest entry of a day, or of the last day before it that has any."""
        if found := self._rows.on_or_before(day):
            self.highlight(found.number)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines in sight; the styles are looked up once for all of them."""
        self._styles_now = {name: self._style(name) for name in STYLES} | {"": self.rich_style}
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight."""
        width = self.scrollable_content_region.width
        top = self.scroll_offset.y
        line = top + y
        if not self._rows.lines:
            return self._strip(fitted(self._empty(y), width))
        if line >= len(self._rows.lines):
            return self._strip(fitted([], width))
        if y == 0 and self._sticky:
            return self._strip(month_line(self._rows.month_of(line), width))
        here = self._rows.lines[line]
        if isinstance(here, Month):
            return self._strip(month_line(here, width))
        cursor = here.number == self._number
        with_day = self._rows.opens_day(line) or (y == 1 and self._sticky)
        files = self.files.get(here.number, 0) if self.files else None
        look = Look(width, cursor=cursor, with_day=with_day, terms=self._terms, files=files)
        return self._strip(entry_line(here, look), cursor=cursor)

    def _empty(self, y: int) -> list[Piece]:
        words = NOTHING_FOUND if self._terms else WELCOME
        return [(f" {_(words[y - 1])}", "")] if 0 < y <= len(words) else []

    @property
    def _sticky(self) -> bool:
        return self.scrollable_content_region.height > 2

    @property
    def _line(self) -> int:
        return self._rows.line_of.get(self._number, 0)

    def _strip(self, pieces: list[Piece], *, cursor: bool = False) -> Strip:
        styles = self._styles_now
        under = styles["cursor" if cursor else ""]
        segments = [Segment(words, under + styles[name] if name else under) for words, name in pieces]
        return Strip(segments, self.scrollable_content_region.width)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"timeline--{name}", partial=name != "cursor")

    def _reveal(self) -> None:
        if self._number:
            above = 1 if self._sticky else 0
            region = Region(0, max(0, self._line - above), 1, above + 1)
            self.scroll_to_region(region, animate=False, force=True, x_axis=False)

    def _move(self, to: int, step: int) -> None:
        if found := self._rows.nearest(to, step):
            self.highlight(found.number)
            if self._line <= 1:
                self.scroll_to(y=0, animate=False)

    def on_mount(self) -> None:
        """Write the title above the pane."""
        self.border_title = _("Timeline")

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._rows.lines))
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a double click opens."""
        place = event.get_content_offset(self)
        if place is None or (place.y == 0 and self._sticky):
            return
        if entry := self._rows.entry_at(self.scroll_offset.y + place.y):
            self.highlight(entry.number)
            if event.chain == 2:
                self.post_message(self.Opened(self._number))

    def action_move_up(self) -> None:
        """Put the cursor on the entry above."""
        self._move(self._line - 1, -1)

    def action_move_down(self) -> None:
        """Put the cursor on the entry below."""
        self._move(self._line + 1, 1)

    def action_page_back(self) -> None:
        """Put the cursor a page higher."""
        self._move(self._line - self._page, -1)

    def action_page_on(self) -> None:
        """Put the cursor a page lower."""
        self._move(self._line + self._page, 1)

    def action_go_to_top(self) -> None:
        """Put the cursor on the latest entry."""
        self._move(0, 1)

    def action_go_to_bottom(self) -> None:
        """Put the cursor on the earliest entry."""
        self._move(len(self._rows.lines) - 1, -1)

    @property
    def _page(self) -> int:
        return max(1, self.scrollable_content_region.height - 2)

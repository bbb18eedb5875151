"""A list with a cursor that renders only the lines in sight, so that a long one costs as much as a short one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.geometry import Offset, Region, Size
from textual.message import Message

from journal.ui.frame.colours import DARK
from journal.ui.frame.line_pieces import fitted
from journal.ui.frame.lines_view import LinesView
from journal.ui.frame.strips import rich_style, strip_of
from journal.ui.frame.text_styles import AT_CURSOR, AT_CURSOR_ELSEWHERE
from journal.ui.frame.theme import palette_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events
    from textual.strip import Strip

    from journal.ui.frame.line_pieces import Piece
    from journal.ui.frame.text_styles import TextStyle


class DrawnList(LinesView):
    """Base class of the lists: it holds the cursor, handles clicks, and renders the lines in sight.

    Subclasses have the styles of their pieces in `STYLES`.
    """

    STYLES: ClassVar[Mapping[str, TextStyle]] = {}

    class Highlighted(Message):
        """The cursor was moved to another line."""

    class Taken(Message):
        """A line was double-clicked; the cursor is on it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._at = 0
        self._under, self._palette, self._width = Style(), DARK, 0

    @property
    def lines(self) -> Sequence[object]:
        """Everything that is listed, one a line."""
        raise NotImplementedError

    @property
    def at(self) -> int | None:
        """The line with the cursor; None in an empty list."""
        return self._at if self.lines else None

    @property
    def caret(self) -> Offset:
        """Where on the screen the line with the cursor begins."""
        return self.content_region.offset + Offset(0, max(0, self._at - self.scroll_offset.y))

    @property
    def page(self) -> int:
        """How many lines a page has."""
        return max(1, self.scrollable_content_region.height - 2 * self.covered)

    @property
    def covered(self) -> int:
        """How many lines in sight are covered, from the first one on; the cursor is kept below them."""
        return 0

    def pieces(self, line: int, y: int, width: int) -> list[Piece]:
        """Return a line as it is drawn in row `y` of what is in sight, `width` cells wide."""
        raise NotImplementedError

    def empty_pieces(self, y: int) -> list[Piece]:  # noqa: ARG002 - for lists that say why they are empty
        """Return what stands in a row of an empty list."""
        return []

    def takes_cursor(self, line: int) -> bool:
        """Tell whether the cursor can be put on a line."""
        return 0 <= line < len(self.lines)

    def move(self, by: int) -> None:
        """Move the cursor by so many lines, at most to the first or the last."""
        self.put_cursor(max(0, min(self._at + by, len(self.lines) - 1)))

    def put_cursor(self, at: int) -> None:
        """Put the cursor on a line and bring it into sight; post `Highlighted` where it was on another."""
        before, self._at = self._at, at
        self._reveal()
        if at != before:
            # Where this scrolls, everything is drawn anyway.
            self.refresh_line(before)
            self.refresh_line(at)
            self.post_message(self.Highlighted())

    def lines_changed(self, at: int) -> None:
        """Draw other lines, with the cursor on one of them."""
        self._at = at
        self._fit()
        self.refresh()
        # The screen hears of it now, not once this is idle: so it stands in the frame of the letter that asks for it.
        self._check_refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._fit()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a double click takes the line."""
        place = event.get_content_offset(self)
        if place is None or place.y < self.covered or not self.takes_cursor(self.scroll_offset.y + place.y):
            return
        self.put_cursor(self.scroll_offset.y + place.y)
        if event.chain == 2:
            self.post_message(self.Taken())

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines in sight; style and width are looked up once for all of them."""
        self._under, self._palette = self.rich_style, palette_of(self.app)
        self._width = self.scrollable_content_region.width
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight."""
        width, line = self._width, self.scroll_offset.y + y
        if line < len(self.lines):
            pieces = self.pieces(line, y, width)
        else:
            pieces = fitted([] if self.lines else self.empty_pieces(y), width)
        under = self._under
        if line == self.at and y >= self.covered:
            here = self.has_focus or not self.can_focus
            under += rich_style(AT_CURSOR if here else AT_CURSOR_ELSEWHERE, self._palette)
        return strip_of(pieces, self.STYLES, under, width, self._palette)

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.lines))
        self._reveal()

    def _reveal(self) -> None:
        if not self.scrollable_content_region.height:
            # Nothing is in sight yet, and what is covered is not known.
            return
        region = Region(0, max(0, self._at - self.covered), 1, self.covered + 1)
        self.scroll_to_region(region, animate=False, force=True, x_axis=False)

"""A list of lines, one of them highlighted, drawn line by line so that a long one costs as much as a short one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from journal.ui.frame.line_pieces import Piece, fitted, length
from journal.ui.frame.lines_view import LinesView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events

STYLES = ("strong", "faint", "cursor")


@dataclass(frozen=True)
class Row:
    """One line: words that are harmless already, each with the name of a style out of `STYLES` or none."""

    pieces: Sequence[Piece]
    right: str = ""
    """What stands at the right edge."""


class LineList(LinesView):
    """Lines to choose from; who owns it moves the highlight and is told of a double click."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"line-list--{name}" for name in STYLES}
    DEFAULT_CSS = """
    LineList {
        overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; height: 1fr;
        & > .line-list--strong { text-style: bold; }
        & > .line-list--faint { color: $foreground 60%; }
        & > .line-list--cursor { background: $block-cursor-background; text-style: bold; }
    }
    """

    @dataclass
    class Taken(Message):
        """A line was clicked twice."""

        at: int

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self._at = 0
        self._styles_now: dict[str, Style] = {}

    @property
    def at(self) -> int | None:
        """Which line is highlighted; None where there is none."""
        return self._at if self._rows else None

    def show(self, rows: Sequence[Row]) -> None:
        """Show these lines, the first one highlighted."""
        self._rows, self._at = rows, 0
        self._fit()
        self.scroll_to(y=0, animate=False)
        self.refresh()

    def move(self, by: int) -> None:
        """Move the highlight by so many lines."""
        self._at = max(0, min(self._at + by, len(self._rows) - 1))
        self.scroll_to_region(Region(0, self._at, 1, 1), animate=False, force=True, x_axis=False)
        self.refresh()

    @property
    def page(self) -> int:
        """How many lines are in sight."""
        return max(1, self.scrollable_content_region.height)

    def on_resize(self) -> None:
        """Keep the highlight in sight."""
        self._fit()
        self.move(0)

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._rows))

    def on_click(self, event: events.Click) -> None:
        """Highlight the line under the mouse; a double click takes it."""
        place = event.get_content_offset(self)
        at = self.scroll_offset.y + place.y if place else -1
        if 0 <= at < len(self._rows):
            self.move(at - self._at)
            if event.chain == 2:
                self.post_message(self.Taken(at))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines in sight; the styles are looked up once for all of them."""
        named = {name: self.get_component_rich_style(f"line-list--{name}", partial=name != "cursor") for name in STYLES}
        self._styles_now = named | {"": self.rich_style}
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight."""
        width, at = self.scrollable_content_region.width, self.scroll_offset.y + y
        if at >= len(self._rows):
            return Strip.blank(width, self._styles_now[""])
        row, here = self._rows[at], at == self._at
        lead: Piece = ("▌" if here else " ", "strong")
        right: list[Piece] = [(f" {row.right} ", "faint")] if row.right else []
        pieces = fitted([lead, *row.pieces], max(0, width - length(right))) + right
        under = self._styles_now["cursor" if here else ""]
        return Strip(
            [Segment(words, under + self._styles_now[name] if name else under) for words, name in pieces], width
        )

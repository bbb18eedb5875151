"""The first line: which journal, where in it, and how old its last record is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widget import Widget

from journal.ui.frame.strips import strip_of
from journal.ui.frame.text_styles import ON_PANEL
from journal.ui.frame.theme import palette_of
from journal.ui.frame.title import STYLES, Title, title_pieces

if TYPE_CHECKING:
    from textual.strip import Strip


class TitleLine(Widget):
    """One line: the name on the left, facts on the right, as many as there is room for."""

    DEFAULT_CSS = f"TitleLine {{ height: 1; padding: 0 1; {ON_PANEL.css} }}"

    title: reactive[Title] = reactive(Title())

    async def on_click(self) -> None:
        """Leave at once, as the key does."""
        await self.run_action("app.leave")

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.content_size.width
        pieces = title_pieces(self.title, width) if y == 0 else []
        return strip_of(pieces, STYLES, self.rich_style, width, palette_of(self.app))

"""The first line: which journal, where in it, and how old its last record is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widget import Widget

from journal.ui.text import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content


@dataclass(frozen=True)
class Title:
    """What the first line says."""

    name: str = ""
    """The name of the journal, or of the place one is in."""
    parts: Sequence[str] = ()
    """Facts, the most important first; the last ones give way where the line is short."""
    warning: str = ""
    """What must be seen before anything is typed; stays as long as the name does."""


class TitleLine(Widget):
    """One line: the name on the left, facts on the right, as many as there is room for."""

    DEFAULT_CSS = """
    TitleLine { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """

    title: reactive[Title] = reactive(Title())

    def render(self) -> Content:
        """Draw the line."""
        width = self.content_size.width
        name = own(self.title.name, "bold")
        if self.title.warning:
            name += own(" · ") + own(self.title.warning, "bold $primary")
        room = width - name.cell_length - 2
        shown = list(self.title.parts)
        while shown and own(" · ".join(shown)).cell_length > room:
            shown.pop()
        facts = own(" · ".join(shown))
        gap = width - name.cell_length - facts.cell_length
        return (name + own(" " * max(0, gap)) + facts).truncate(width, ellipsis=True)

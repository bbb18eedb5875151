"""One line of sections, each under its own figure; the one that is shown is marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from journal.ui.frame.text import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.events import Click

GAP = 1


@dataclass(frozen=True)
class Tab:
    """One section: what it is called, and how much is in it."""

    name: str
    count: str = ""
    shorter: str = ""
    """The same count in fewer words, for a narrow line."""


class TabLine(Widget):
    """The sections in a row; a click goes to one."""

    DEFAULT_CSS = """
    TabLine { height: 1; padding: 0 1; background: $surface; }
    """

    tabs: reactive[tuple[Tab, ...]] = reactive(())
    at: reactive[int] = reactive(0)
    """Which of them is shown."""

    @dataclass
    class TabClicked(Message):
        """A section was clicked."""

        at: int

    def render(self) -> Content:
        """Draw the line."""
        return Content(" " * GAP).join(self._drawn())

    def on_click(self, event: Click) -> None:
        """Go to the section under the mouse."""
        place = event.get_content_offset(self)
        start = 0
        for at, drawn in enumerate(self._drawn()):
            if place is not None and start <= place.x < start + drawn.cell_length:
                self.post_message(self.TabClicked(at))
            start += drawn.cell_length + GAP

    def _drawn(self) -> Iterator[Content]:
        """Yield the sections in as many words as there is room for; the figure of each is always in sight."""
        room, ways = self.content_size.width, list(self._ways())
        words = next((way for way in ways if sum(own(one).cell_length + GAP for one in way) - GAP <= room), ways[-1])
        for at, one in enumerate(words):
            yield own(one, "bold reverse" if at == self.at else "")

    def _ways(self) -> Iterator[list[str]]:
        whole = [f" {at} {tab.name} {tab.count} " for at, tab in enumerate(self.tabs, start=1)]
        shorter = [f" {at} {tab.name} {tab.shorter or tab.count} " for at, tab in enumerate(self.tabs, start=1)]
        named = [f" {at} {tab.name} " for at, tab in enumerate(self.tabs, start=1)]
        first = [f" {at} {tab.name.split()[0]} " for at, tab in enumerate(self.tabs, start=1)]
        figures = [f" {at} " for at, _tab in enumerate(self.tabs, start=1)]
        yield whole
        yield shorter
        for others, here in (
            (named, shorter),
            (first, shorter),
            (first, named),
            (first, first),
            (figures, shorter),
            (figures, named),
        ):
            yield [here[at] if at == self.at else words for at, words in enumerate(others)]

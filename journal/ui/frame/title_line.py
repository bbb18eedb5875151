"""The first line: which journal, where in it, and how old its last record is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from textual.reactive import reactive
from textual.widget import Widget

from journal.ui.frame.text import own

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.content import Content


class Note(Struct, frozen=True):
    """One fact in the first line, and how it makes room for others."""

    words: str
    shorter: str = ""
    """The same in fewer words, for a line in which not everything has room."""
    rank: int = 0
    """The higher, the sooner it is said in fewer words, and the sooner it is left out.

    Above 1, it is left out before a note below 1 is said in fewer words.
    """


class Title(Struct, frozen=True):
    """What the first line says."""

    name: str = ""
    """The name of the journal, or of the place one is in."""
    notes: Sequence[Note] = ()
    """Facts, in the order in which they are said; of those with one rank the last ones give way first."""
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
        facts = own(said(self.title.notes, width - name.cell_length - 2))
        gap = width - name.cell_length - facts.cell_length
        return (name + own(" " * max(0, gap)) + facts).truncate(width, ellipsis=True)


def said(notes: Sequence[Note], room: int) -> str:
    """Return the facts in so many cells: first some in fewer words, then some not at all."""
    words = {at: note.words for at, note in enumerate(notes)}
    giving_way = sorted(words, key=lambda at: (-notes[at].rank, -at))
    for least, shorter in ((1, True), (2, False), (-1, True), (-1, False)):
        for at in (at for at in giving_way if notes[at].rank >= least):
            if own(_joined(words)).cell_length <= room:
                return _joined(words)
            words[at] = (notes[at].shorter or words[at]) if shorter else ""
    return _joined(words)


def _joined(words: Mapping[int, str]) -> str:
    return " · ".join(filter(None, words.values()))

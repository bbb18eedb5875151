"""Fields to type into, one line or several; whatever is in them is drawn as it stands and acts on nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

from journal.ui.widgets.stand_ins import given_back, held, pictured

if TYPE_CHECKING:
    from textual.events import Paste
    from textual.strip import Strip


class TypedLine(Input):
    """One line of typed words."""

    def __init__(self, words: str = "", *, placeholder: str = "", name: str | None = None) -> None:
        """Hold these words; the name is that of the field."""
        super().__init__(held(words), placeholder=placeholder, name=name, compact=True)

    @property
    def words(self) -> str:
        """What was typed, byte for byte."""
        return given_back(self.value)

    @words.setter
    def words(self, words: str) -> None:
        self.value = held(words)
        self.cursor_position = len(self.value)

    def on_paste(self, event: Paste) -> None:
        """Take in what was pasted, several lines as one."""
        self.replace(held(" ".join(event.text.splitlines())), *self.selection)
        event.prevent_default()
        event.stop()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        return pictured(super().render_line(y))


class TypedText(TextArea):
    """Several lines of typed words; going up from the first and down from the last leaves for the next field."""

    def __init__(self, words: str = "", *, name: str | None = None) -> None:
        """Hold these words; the name is that of the field."""
        super().__init__(held(words, lines=True), name=name, compact=True, tab_behavior="focus", soft_wrap=True)
        self.move_cursor(self.document.end)

    @property
    def words(self) -> str:
        """What was typed, byte for byte."""
        return given_back(self.text, lines=True)

    @words.setter
    def words(self, words: str) -> None:
        self.load_text(held(words, lines=True))

    def on_paste(self, event: Paste) -> None:
        """Take in what was pasted; terminals end its lines in three ways."""
        pasted = event.text.replace("\r\n", "\n").replace("\r", "\n")
        self.replace(held(pasted, lines=True), *self.selection, maintain_selection_offset=False)
        event.prevent_default()
        event.stop()

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - the shape of the one it replaces
        """Go up a line, or to the field before."""
        if not select and self.navigator.is_first_wrapped_line(self.cursor_location):
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - the shape of the one it replaces
        """Go down a line, or to the next field."""
        if not select and self.navigator.is_last_wrapped_line(self.cursor_location):
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        return pictured(super().render_line(y))

"""Fields to type into, one line or several; whatever is in them is drawn as it stands and acts on nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import TextArea

from journal.ui.fields.among_fields import AmongFields
from journal.ui.fields.commands import LeaveText, NextField, NextRow, PreviousField
from journal.ui.fields.pasting import given_to_taker
from journal.ui.fields.stand_ins import given_back, held, pictured
from journal.ui.fields.typing_order import taken
from journal.ui.frame.command import bindings
from journal.ui.frame.steady_input import SteadyInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType
    from textual.events import Key, Paste
    from textual.strip import Strip


class TypedLine(SteadyInput, AmongFields):
    """One line of typed words."""

    BINDINGS = bindings(NextRow, NextField, PreviousField)

    def __init__(self, words: str = "", *, placeholder: str = "", name: str | None = None) -> None:
        """Hold these words; the name is that of the field."""
        super().__init__(held(words), placeholder=placeholder, name=name, compact=True)
        self.set_reactive(TypedLine.cursor_blink, value=False)
        self.through: Callable[[], None] | None = None
        """What enter does; where there is nothing, the line tells that it was submitted."""

    def update_node_styles(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - the shape of the one it replaces
        """Take other styles on; before it is mounted there are none, and mounting reads them."""
        if self.has_parent:
            super().update_node_styles(animate)

    def on_key(self, event: Key) -> None:
        """Carry out the keys of the line in the order in which they were typed."""
        taken(self, event)

    def action_next_row(self) -> None:
        """Be through with the line."""
        if self.through:
            self.through()
        else:
            self.post_message(self.Submitted(self, self.value))

    @property
    def words(self) -> str:
        """What was typed, byte for byte."""
        return given_back(self.value)

    @words.setter
    def words(self, words: str) -> None:
        self.value = held(words)
        self.cursor_position = len(self.value)

    def on_paste(self, event: Paste) -> None:
        """Take in what was pasted, several lines as one; files go to the screen that takes them."""
        if given_to_taker(self, event):
            return
        self.replace(held(" ".join(event.text.splitlines())), *self.selection)
        event.prevent_default()
        event.stop()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        return pictured(super().render_line(y))


class SecretLine(TypedLine):
    """One line that shows dots, so that nobody reads it over a shoulder; it is never put on the clipboard."""

    ALLOW_SELECT = False

    def __init__(self, *, name: str | None = None) -> None:
        super().__init__(name=name)
        self.password = True

    def action_copy(self) -> None:
        """Copy nothing."""

    def action_cut(self) -> None:
        """Delete the selection without keeping it."""
        self.delete_selection()


class TypedText(TextArea, AmongFields):
    """Several lines of typed words; going up from the first and down from the last leaves for the next field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        LeaveText.binding(),
        Binding("shift+tab", PreviousField.id, PreviousField.title, show=False),
    ]

    def __init__(self, words: str = "", *, name: str | None = None) -> None:
        """Hold these words; the name is that of the field."""
        super().__init__(held(words, lines=True), name=name, compact=True, tab_behavior="focus", soft_wrap=True)
        # A blinking cursor draws twice a second for as long as the program stands open.
        self.set_reactive(TypedText.cursor_blink, value=False)
        self.move_cursor(self.document.end)

    def update_node_styles(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - the shape of the one it replaces
        """Take other styles on; before it is mounted there are none, and mounting reads them."""
        if self.has_parent:
            super().update_node_styles(animate)

    @property
    def words(self) -> str:
        """What was typed, byte for byte."""
        return given_back(self.text, lines=True)

    @words.setter
    def words(self, words: str) -> None:
        self.load_text(held(words, lines=True))

    def on_key(self, event: Key) -> None:
        """Carry out the keys of the text in the order in which they were typed."""
        taken(self, event)

    def action_leave_text(self) -> None:
        """Go to the field after this one."""
        self.screen.focus_next()

    def on_paste(self, event: Paste) -> None:
        """Take in what was pasted, whose lines terminals end in three ways; files go to the screen that takes them."""
        if given_to_taker(self, event):
            return
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

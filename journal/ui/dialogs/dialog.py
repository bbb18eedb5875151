"""What all questions have in common: a box in the middle, the safe way back on escape, the key on each button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from textual.containers import Horizontal, VerticalGroup, VerticalScroll
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from journal.domain.text.words import _
from journal.ui.dialogs.commands import Agree, Decline
from journal.ui.fields.among_fields import AmongFields
from journal.ui.fields.commands import NextField, PreviousField
from journal.ui.fields.form_row import FormRow
from journal.ui.fields.text_fields import TypedLine
from journal.ui.frame.command import bindings
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.said_line import SaidLine
from journal.ui.frame.text import literal, own

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from journal.ui.frame.command import Command

Answer = TypeVar("Answer")


class AnswerButton(Button, AmongFields):
    """A button of a question, from which arrows lead on as from any field."""

    BINDINGS = bindings(NextField, PreviousField)


def button(words: str, command: type[Command]) -> Button:
    """Return a button that gives a command, whose key stands behind the words."""
    return AnswerButton(own(f"{words}  {command.shown_key()}"), id=command.id, compact=True)


class Dialog(Fitted[Answer | None], ModalScreen[Answer | None], Generic[Answer]):
    """A question; escape and the safe button answer None."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        .box {
            width: 72; max-width: 100%; height: auto; max-height: 100%;
            padding: 0 2; background: $surface; border: round $border; scrollbar-size-vertical: 1;
        }
        .buttons { dock: bottom; height: 2; padding: 1 0 0 0; align-horizontal: right; background: $surface; }
        Button { margin: 0 0 0 2; min-width: 8; }
        Button:focus { text-style: bold reverse; }
        &.-low .buttons { height: 1; padding: 0; }
        &.-slim .box { padding: 0 1; }
        &.-slim Button { margin: 0; }
    }
    """
    CSS = """
    .title { text-style: bold; height: auto; }
    .question, .fields { height: auto; margin: 1 0 0 0; }
    .complaint { margin: 1 0 0 0; color: $text-accent; }
    TypedLine { background: $boost; }
    OptionList { height: auto; max-height: 14; border: none; padding: 0; background: $surface; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (50, "-roomy")]  # noqa: RUF012 - Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012 - Textual declares it so
    BINDINGS = bindings(Agree, Decline)

    def __init__(self, title: str, question: str = "", verb: str = "", complaint: str = "") -> None:
        """Ask a question under a title; the verb names what agreeing does.

        The complaint says why it is asked again.
        """
        super().__init__()
        self._title, self._question, self._verb, self._complaint = title, question, verb, complaint

    def compose(self) -> ComposeResult:
        """Put title, question, fields and buttons into the box."""
        with VerticalScroll(classes="box", can_focus=False):
            yield Static(literal(self._title, lines=True), classes="title")
            if self._question:
                yield Static(own(self._question), classes="question")
            if fields := [*self.compose_fields()]:
                yield VerticalGroup(*fields, classes="fields")
            yield SaidLine(classes="complaint")
            with Horizontal(classes="buttons"):
                yield from self.compose_buttons()

    def draw_anew(self) -> None:
        """Draw title and question as they are drawn from now on."""
        super().draw_anew()
        self.query_one(".box > .title", Static).update(literal(self._title, lines=True))
        for question in self.query(".box > .question").results(Static):
            question.update(own(self._question))

    def compose_fields(self) -> ComposeResult:
        """Yield what the answer is typed into or chosen from."""
        yield from ()

    def compose_buttons(self) -> ComposeResult:
        """Yield the safe button first, then those that do something."""
        yield button(_("Back"), Decline)
        if self._verb:
            yield button(self._verb, Agree)

    def on_mount(self) -> None:
        """Let enter in the last row agree, and say why it is asked again."""
        if rows := self.query(FormRow):
            rows.last().when_done = lambda _row: self.action_agree()
        if self._complaint:
            self.say(self._complaint)

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        """Give the command that stands on the button."""
        await self.run_action(event.button.id or "")

    def on_key(self, event: Key) -> None:
        """Give the line what was typed before it had the focus, or on a button."""
        lines = self.query(TypedLine) if event.is_printable else None
        if lines and isinstance(self.focused, Button):
            self.set_focus(lines.last())
        if lines and isinstance(self.focused, TypedLine):
            self.focused.post_message(Key(event.key, event.character))

    def say(self, words: str) -> None:
        """Say why the answer is not complete yet."""
        said = self.query_one(SaidLine)
        said.say(words)
        if words:
            self.call_after_refresh(said.scroll_visible, animate=False)

    def action_decline(self) -> None:
        """Answer nothing."""
        self.dismiss(None)

    def action_agree(self) -> None:
        """Answer what was typed or chosen, where it is complete."""


class Confirm(Dialog[bool]):
    """A yes under its own verb, or nothing."""

    AUTO_FOCUS = "#decline"

    def action_agree(self) -> None:
        """Answer yes."""
        self.dismiss(True)  # noqa: FBT003 - the answer itself


class GoOn(Confirm):
    """What is told before something that changes nothing yet, so that enter goes on."""

    AUTO_FOCUS = "#agree"

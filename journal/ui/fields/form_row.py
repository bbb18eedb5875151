"""One row of a form: what it is called, the field, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import HorizontalGroup, VerticalGroup
from textual.events import DescendantBlur, DescendantFocus
from textual.widgets import Static

from journal.domain.text.words import _
from journal.ui.fields.choices import Choices
from journal.ui.fields.completion import GreyHint
from journal.ui.fields.text_fields import TypedLine, TypedText
from journal.ui.frame.text import literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.suggester import Suggester
    from textual.widget import Widget

    from journal.domain.forms.form_input import FormInput


@dataclass(frozen=True)
class Slot:
    """What a row of the form is for."""

    field: str
    """The name of the field in the record."""
    label: str
    """Its marked label."""
    rare: bool = False
    """Folded away among *more fields* while it is empty."""
    note: str = ""
    """A marked sentence that always stands below the field."""


class FormRow(HorizontalGroup):
    """A named field of the form."""

    DEFAULT_CSS = """
    FormRow { height: auto; }
    FormRow > .label { width: 20; padding: 0 1 0 0; color: $text-muted; height: auto; }
    FormRow > VerticalGroup { width: 1fr; }
    FormRow.-here > .label { color: $text; text-style: bold; }
    FormRow .said { color: $text-accent; height: auto; }
    FormRow TypedLine { width: 1fr; background: $boost; }
    FormRow TypedText { background: $boost; height: auto; min-height: 1; max-height: 10; padding: 0; }
    FormRow .note { color: $text-muted; text-style: italic; height: auto; }
    """

    def __init__(self, slot: Slot, entrance: Widget, *, filled: bool) -> None:
        """Show the field and the widget in which it is filled in; a rare one is folded away unless it is filled."""
        place = f"field-{slot.field.replace('.', '-')}"
        super().__init__(classes=f"{place} -rare" if slot.rare and not filled else place)
        self.field = slot.field
        self._slot, self._entrance = slot, entrance
        self.when_done: Callable[[FormRow], None] | None = None
        """Who goes on to the next row; where there is nobody, the next field has its turn."""

    def compose(self) -> ComposeResult:
        """Put the label beside the field."""
        yield Static(literal(_(self._slot.label)), classes="label")
        with VerticalGroup():
            yield from self.compose_field()
            yield from self.compose_note()

    def compose_note(self) -> ComposeResult:
        """Yield what always stands below the field."""
        if self._slot.note:
            yield Static(literal(_(self._slot.note)), classes="note")

    @on(DescendantFocus)
    def _mark_label(self) -> None:
        self.add_class("-here")

    @on(DescendantBlur)
    def _unmark_label(self) -> None:
        self.remove_class("-here")

    def compose_field(self) -> ComposeResult:
        """Yield what is typed or chosen in."""
        yield self._entrance

    def added_to(self, typed: FormInput) -> FormInput:
        """Return the form with what stands in this field now."""
        raise NotImplementedError

    @property
    def entrance(self) -> Widget:
        """What has the focus while this field is filled in."""
        return self._entrance

    def say(self, words: str) -> None:
        """Say something of what stands in the field; nothing takes it back."""
        for said in self.query(".said"):
            said.remove()
        if words:
            self.query_one(VerticalGroup).mount(Static(literal(words), classes="said"))

    def done(self) -> None:
        """Go on, because the person is through with the field.

        At once and not by a message: a key typed right after must already find the next field.
        """
        if self.when_done:
            self.when_done(self)
        else:
            self.screen.focus_next()


class LineRow(FormRow):
    """A field of one line."""

    def __init__(
        self, slot: Slot, words: str = "", *, hint: str = "", completion: Suggester | None = None, number: bool = False
    ) -> None:
        """Hold these words; the hint stands there while the field is empty, what completes them behind the cursor.

        What is typed on coming to a field of a `number` takes the place of the number that stood there.
        """
        self._line = TypedLine(words, placeholder=hint)
        super().__init__(slot, self._line, filled=bool(words))
        self._line.suggester = completion
        self._line.through = self.done
        self._number = number
        self._take_place()

    @on(DescendantBlur)
    def _take_place(self) -> None:
        # A figure that joins the figures of before would make another number of both, at every visit.
        self._line.select_on_focus = self._number

    def compose_note(self) -> ComposeResult:
        """Yield the note, in whose place it is said how to take what is offered in grey."""
        if self._line.suggester:
            yield GreyHint(self._line, _(self._slot.note) if self._slot.note else "")
        else:
            yield from super().compose_note()

    @property
    def words(self) -> str:
        """What was typed."""
        return self._line.words

    def fill(self, words: str) -> None:
        """Put other words into the line."""
        self._line.words = words

    def added_to(self, typed: FormInput) -> FormInput:
        """Return the form with the words of the line."""
        return typed.with_words(self.field, self._line.words)


class TextRow(FormRow):
    """A field of several lines."""

    def __init__(self, slot: Slot, words: str = "") -> None:
        """Hold these words."""
        self._before, self._text = words, TypedText(words)
        super().__init__(slot, self._text, filled=bool(words))

    def added_to(self, typed: FormInput) -> FormInput:
        """Return the form with the words of the text; empty lines around them are left out, unless they stood there."""
        words = self._text.words
        return typed.with_words(self.field, words if words == self._before else trimmed(words))


def trimmed(text: str) -> str:
    """Return what was typed without the empty lines around it, which are only keys too many."""
    lines = text.split("\n")
    told = [at for at, line in enumerate(lines) if line.strip(" ")] if len(lines) > 1 else [0]
    return "\n".join(lines[told[0] : told[-1] + 1]) if told else ""


class ChoiceRow(FormRow):
    """A field of a few answers."""

    def __init__(self, slot: Slot, answers: Mapping[str, str], chosen: str = "", *, several: bool = False) -> None:
        """Offer answers, id to translated words; several chosen ids are separated by commas."""
        ids = tuple(filter(None, chosen.split(", "))) if several else tuple(filter(None, [chosen]))
        self._choices = Choices(answers, ids, several=several)
        super().__init__(slot, self._choices, filled=bool(chosen))
        self._choices.through = self.done

    @property
    def chosen(self) -> str:
        """The id of the chosen answer, several separated by commas."""
        return ", ".join(self._choices.chosen)

    def when_chosen(self, act: Callable[[], None]) -> None:
        """Do this as soon as an answer is chosen."""
        self._choices.when_chosen = act

    def choose(self, chosen: str) -> None:
        """Choose other answers, as ids separated by commas; none for ""."""
        self._choices.chosen = tuple(filter(None, chosen.split(", ")))

    def added_to(self, typed: FormInput) -> FormInput:
        """Return the form with the ids that are chosen."""
        return typed.with_words(self.field, self.chosen)

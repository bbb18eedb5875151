"""A field for a time: what is understood stands beside it while it is typed; two readings are two keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalGroup
from textual.events import Key, Paste
from textual.widgets import Input, Static

from journal.domain.forms.form_input import TypedTime
from journal.domain.forms.time_reader import TimeReader, settled
from journal.domain.text.words import _, spoken
from journal.domain.time.reading import Question, Understood
from journal.domain.time.reading_back import option_labels
from journal.ui.fields.choices import Choices
from journal.ui.fields.commands import FirstReading, FourthReading, SecondReading, ThirdReading
from journal.ui.fields.form_row import FormRow, Slot
from journal.ui.fields.text_fields import TypedLine
from journal.ui.frame.command import bindings
from journal.ui.frame.focusing import focus_now
from journal.ui.frame.text import literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from journal.domain.forms.form_input import FormInput


READINGS = (FirstReading, SecondReading, ThirdReading, FourthReading)


class MomentField(VerticalGroup):
    """A line to type a time into, and beside or below it what is understood."""

    DEFAULT_CSS = """
    MomentField { width: 1fr; }
    MomentField > .understood { height: auto; color: $text-muted; }
    MomentField.-empty > .understood { display: none; }
    MomentField > .understood.-settled { color: $text-success; }
    MomentField > VerticalGroup { display: none; }
    MomentField.-asking > .understood { display: none; }
    MomentField.-asking > VerticalGroup { display: block; width: 1fr; }
    """
    BINDINGS = bindings(*READINGS)

    def __init__(self, reader: TimeReader, time: TypedTime | None = None) -> None:
        """Show the words of this time, as they were understood when they were typed."""
        super().__init__()
        self._reader = reader
        self._time = time or TypedTime()
        self._shown: TypedTime | None = None
        self._reading = reader.again(self._time) if self._time.text.strip() else None
        self.set_class(self._reading is None, "-empty", update=False)
        self._answers = Choices({}, numbered=True)
        self._answers.through = self._ask_again
        self._answers.when_chosen = self._chosen
        self._answers.when_typed = self._type_on
        self.line = TypedLine(self._time.text)
        """Where the time is typed."""
        self.line.through = self._through
        # Another time takes the place of the one that stood there.
        self.line.select_on_focus = True
        self.through: Callable[[], None] | None = None
        """What is done once the time is settled, by enter or by the choice of a reading."""

    def compose(self) -> ComposeResult:
        """Yield the line, the read-back, and the question in its place."""
        yield self.line
        yield Static(classes="understood")
        with VerticalGroup():
            yield Static(classes="why")
            yield self._answers

    def on_mount(self) -> None:
        """Say what the words mean that stand there already."""
        self._show()

    @property
    def time(self) -> TypedTime:
        """What stands in the field this instant, settled or not."""
        if self.line.words != self._time.text:
            self._time, self._reading = self._reader.typed(self.line.words)
        return self._time

    @property
    def asks(self) -> bool:
        """Whether several readings wait for a choice."""
        return isinstance(self._reading, Question) and self._time.moment is None

    @property
    def explains_itself(self) -> bool:
        """Whether the field itself says already why it is not settled."""
        return bool(self.time.text.strip()) and self.time.moment is None

    @property
    def entrance(self) -> Widget:
        """What has the focus while the time is typed, or chosen where several readings are asked."""
        return self._answers if self.asks else self.line

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show_changed()

    def _show_changed(self) -> None:
        if self.time is not self._shown:
            self._show()

    def _show(self) -> None:
        self._shown = self._time
        self.set_class(self.asks, "-asking")
        self.set_class(self._reading is None, "-empty")
        self.refresh_bindings()
        if isinstance(self._reading, Question) and self.asks:
            why = _("{why}: press Enter, then the number").format(why=_(self._reading.why))
            labels = option_labels(self._reading, spoken(), self._reader.now())
            self.query_one(".why", Static).update(literal(why))
            self._answers.offer({str(position): label for position, label in enumerate(labels)})
        elif self._reading is not None:
            understood = self.query_one(".understood", Static)
            understood.set_class(self._time.moment is not None, "-settled")
            arrow = "→ " if isinstance(self._reading, Understood) else ""
            understood.update(literal(arrow + self._reader.told(self._reading)))

    def _through(self) -> None:
        self._show_changed()
        time = self.time
        if self.asks:
            focus_now(self._answers)
        elif self.through and (time.moment or not time.text.strip()):
            self.through()

    def _ask_again(self) -> None:
        """Stay at the question: enter alone chooses neither reading."""

    def _type_on(self, key: Key) -> None:
        """Give what is typed on, instead of an answer, to the line."""
        self._go_on_with(Key(key.key, key.character))

    def _go_on_with(self, event: Key | Paste) -> None:
        focus_now(self.line)
        self.line.post_message(event)

    def on_paste(self, event: Paste) -> None:
        """Give what is pasted, instead of an answer, to the line."""
        if self.screen.focused is self._answers:
            event.stop()
            self._go_on_with(Paste(event.text))

    def _chosen(self) -> None:
        self._answer(int(self._answers.chosen[0]))

    def action_first_reading(self) -> None:
        """Take the first reading."""
        self._answer(0)

    def action_second_reading(self) -> None:
        """Take the second reading."""
        self._answer(1)

    def action_third_reading(self) -> None:
        """Take the third reading."""
        self._answer(2)

    def action_fourth_reading(self) -> None:
        """Take the fourth reading."""
        self._answer(3)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's own shape
        """Offer as many readings as are asked."""
        ids = [reading.id for reading in READINGS]
        count = len(self._reading.options) if isinstance(self._reading, Question) and self.asks else 0
        return action not in ids[count:]

    def _answer(self, option: int) -> None:
        if isinstance(self._reading, Question) and self.asks and option < len(self._reading.options):
            self._reading = self._reading.options[option]
            self._time = settled(self._time, self._reading)
            self.screen.set_focus(self.line)
            self._show()
            if self.through:
                self.through()


class MomentRow(FormRow):
    """A field of a time in the form."""

    DEFAULT_CSS = """
    MomentRow Choices { width: 1fr; }
    """

    def __init__(self, slot: Slot, reader: TimeReader, time: TypedTime | None = None) -> None:
        """Show the words of this time."""
        self._moment = MomentField(reader, time)
        super().__init__(slot, self._moment, filled=time is not None)
        self._moment.through = self.done

    @property
    def entrance(self) -> Widget:
        """The line, or the question that waits there."""
        return self._moment.entrance

    @property
    def time(self) -> TypedTime:
        """What stands in the field this instant."""
        return self._moment.time

    def say(self, words: str) -> None:
        """Say something of the time, where the field does not say itself what is missing."""
        super().say("" if self._moment.explains_itself else words)

    def added_to(self, typed: FormInput) -> FormInput:
        """Return the form with the words of the time, and what they were settled to."""
        return typed.with_time(self.field, self._moment.time)

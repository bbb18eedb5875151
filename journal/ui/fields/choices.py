"""A field of a few answers, one or several of them, on as many lines as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Offset
from textual.reactive import reactive
from textual.widget import Widget

from journal.domain.text.normalisation import normalise
from journal.ui.fields.among_fields import AmongFields
from journal.ui.fields.commands import (
    AnswerAfter,
    AnswerBefore,
    ClearAnswer,
    NextField,
    NextRow,
    PreviousField,
    TickAnswer,
)
from journal.ui.fields.typing_order import taken
from journal.ui.frame.command import bindings
from journal.ui.frame.text import literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.events import Click, Key
    from textual.geometry import Size

GAP = 2
SECONDS_BETWEEN_LETTERS = 1.0
"""Letters that come sooner behind each other spell one word."""


class Choices(Widget, AmongFields, can_focus=True):
    """Answers in a row; arrows, first letters, figures or the mouse choose, backspace and delete take back.

    With `several`, arrows move and space ticks; with `numbered`, the figures stand before the answers. Where only one
    can be chosen, space keeps what the arrow has just chosen, because whoever ticks boxes presses it out of habit.
    """

    DEFAULT_CSS = """
    Choices { height: auto; width: 1fr; }
    Choices:focus { background: $field-focused; }
    """
    BINDINGS = bindings(AnswerAfter, AnswerBefore, TickAnswer, ClearAnswer, NextRow, NextField, PreviousField)

    chosen: reactive[tuple[str, ...]] = reactive(())
    """The ids of the chosen answers, in the order in which they are offered."""
    at: reactive[int] = reactive(-1)
    """The answer on which the arrows stand; -1 for none."""

    def __init__(
        self,
        answers: Mapping[str, str],
        chosen: tuple[str, ...] = (),
        *,
        several: bool = False,
        numbered: bool = False,
        name: str | None = None,
    ) -> None:
        """Offer answers, id to translated words; a chosen id that is not among them is offered as it is."""
        super().__init__(name=name)
        self._answers = dict(answers) | {one: one for one in chosen if one not in answers}
        self._several, self._numbered = several, numbered
        self.through: Callable[[], None] | None = None
        """What enter does; where there is nothing, it goes to the next field."""
        self.when_chosen: Callable[[], None] | None = None
        """What is done as soon as an answer is chosen."""
        self.when_typed: Callable[[Key], None] | None = None
        """What is done with a letter, a space or a deletion; where there is nothing, they choose and take back."""
        self._spelt, self._spelt_at = "", 0.0
        self.set_reactive(Choices.chosen, chosen)
        self.set_reactive(Choices.at, self._ids.index(chosen[0]) if chosen and not several else -1)

    def offer(self, answers: Mapping[str, str]) -> None:
        """Offer other answers, none of them chosen."""
        self._answers = dict(answers)
        self.chosen, self.at = (), -1
        self.refresh(layout=True)

    @property
    def _ids(self) -> list[str]:
        return list(self._answers)

    @property
    def caret(self) -> Offset:
        """Where on the screen the answer begins that the arrows are at, else the first."""
        rows = enumerate(self._flow(self.content_size.width))
        at = max(self.at, 0)
        spot = next((Offset(start, y) for y, row in rows for one, start in row if one == at), Offset())
        return self.content_region.offset + spot

    def _choose(self, position: int) -> None:
        one = self._ids[position]
        self.at = position
        kept = set(self.chosen) ^ {one} if self._several else {one}
        self.chosen = tuple(answer for answer in self._ids if answer in kept)
        if self.when_chosen:
            self.when_chosen()

    def action_answer_after(self) -> None:
        """Go to the answer on the right; where only one can be chosen, choose it."""
        self._step(1)

    def action_answer_before(self) -> None:
        """Go to the answer on the left; where only one can be chosen, choose it."""
        self._step(-1)

    def _step(self, by: int) -> None:
        first = 0 if by > 0 else len(self._ids) - 1
        position = first if self.at < 0 else (self.at + by) % len(self._ids)
        if self._several or self._numbered:
            self.at = position
        else:
            self._choose(position)

    def action_tick_answer(self) -> None:
        """Tick the answer or take the tick away; where only one can be chosen, choose the one on which it stands."""
        self._choose(max(self.at, 0))

    def action_clear_answer(self) -> None:
        """Take back what was chosen."""
        self.chosen, self.at = (), -1

    def on_key(self, event: Key) -> None:
        """Choose by a figure or by the first letter, the next answer with that letter each time.

        Where only one can be chosen, a whole word can be typed: its other letters choose nothing else.
        """
        typed = event.character or ""
        if self.when_typed and self.screen.focused is self and self._is_typed_on(event):
            event.prevent_default()
            self.when_typed(event)
        elif taken(self, event):
            return
        elif typed.isdecimal() and 1 <= int(typed) <= len(self._ids):
            self._choose(int(typed) - 1)
        elif not (typed.isalpha() and self._spell(typed, event.time)):
            return
        event.stop()

    def _spell(self, letter: str, time: float) -> bool:
        """Choose by a letter that was typed at a time, in seconds; tell whether it meant an answer."""
        goes_on = not self._several and time - self._spelt_at < SECONDS_BETWEEN_LETTERS
        word = self._spelt + letter if goes_on else letter
        self._spelt, self._spelt_at = word, time
        again = word.count(letter) == len(word)
        if fitting := self._beginning_with(letter if again else word):
            self._choose(next((one for one in fitting if one > self.at), fitting[0]) if again else fitting[0])
        return bool(fitting) or len(word) > 1

    def action_next_row(self) -> None:
        """Be through with the answers."""
        (self.through or self.screen.focus_next)()

    def _is_typed_on(self, event: Key) -> bool:
        """Tell whether a key goes on with words typed before, and answers nothing."""
        if not self.has_focus:
            return False
        if event.key == "space":
            return self.at < 0
        typed = event.character or ""
        answers = typed.isdecimal() and 1 <= int(typed) <= len(self._ids)
        return event.key in ClearAnswer.keys_now() or (event.is_printable and not answers)

    def _beginning_with(self, letters: str) -> list[int]:
        words = [normalise(answer) for answer in self._answers.values()]
        return [position for position, word in enumerate(words) if word.startswith(normalise(letters))]

    def on_click(self, event: Click) -> None:
        """Choose the answer under the mouse."""
        rows = self._flow(self.content_size.width)
        spot = event.get_content_offset(self)
        if spot is None or spot.y >= len(rows):
            return
        for position, start in rows[spot.y]:
            if start <= spot.x < start + len(self._label(position)):
                self._choose(position)

    def _label(self, position: int) -> str:
        one = self._ids[position]
        if self._numbered:
            return f"{position + 1}  {self._answers[one]}"
        ticked = one in self.chosen
        mark = ("[x]" if ticked else "[ ]") if self._several else "(•)" if ticked else "( )"
        return f"{mark} {self._answers[one]}"

    def _flow(self, width: int) -> list[list[tuple[int, int]]]:
        """Return the lines: which answers stand there, and where each begins."""
        lines: list[list[tuple[int, int]]] = [[]]
        used = 0
        for position in range(len(self._ids)):
            length = literal(self._label(position)).cell_length
            if used and used + length > width:
                lines.append([])
                used = 0
            lines[-1].append((position, used))
            used += length + GAP
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - the shape of the one it replaces
        """Return how many lines the answers need at this width."""
        return len(self._flow(width))

    def render(self) -> Content:
        """Draw the answers."""
        lines = [
            Content(" " * GAP).join([self._drawn(position) for position, _ in line])
            for line in self._flow(self.content_size.width or 60)
        ]
        return Content("\n").join(lines)

    def _drawn(self, position: int) -> Content:
        chosen = self._ids[position] in self.chosen
        here = position == self.at and self.has_focus
        style = "reverse" if here and (self._several or self._numbered) else "bold" if chosen else ""
        return literal(self._label(position), style)

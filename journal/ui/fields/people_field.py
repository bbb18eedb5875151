"""The field of people: who is named stands there; a letter or space opens the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from journal.domain.text.words import _
from journal.ui.fields.among_fields import AmongFields
from journal.ui.fields.commands import ChoosePeople, NextField, NextRow, PreviousField, TakeAwayPerson
from journal.ui.fields.form_row import FormRow, Slot
from journal.ui.fields.typing_order import taken
from journal.ui.frame.command import bindings
from journal.ui.frame.text import FAINT, literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.events import Click, Key

    from journal.domain.case.people import Person, Role
    from journal.domain.forms.form_input import FormInput

SEPARATOR = " · "


def called(person: Person) -> Content:
    """Return a person's name, and in brackets how they belong."""
    note = literal(f" ({person.note})", FAINT) if person.note else Content("")
    return literal(person.name) + note


class PeopleField(Widget, AmongFields, can_focus=True):
    """Names in a row."""

    DEFAULT_CSS = """
    PeopleField { height: auto; width: 1fr; background: $boost; }
    PeopleField:focus { background: $field-focused; }
    """
    BINDINGS = bindings(ChoosePeople, TakeAwayPerson, NextRow, NextField, PreviousField)

    chosen: reactive[tuple[int, ...]] = reactive((), layout=True)
    """The numbers of the people."""

    @dataclass
    class ListRequested(Message):
        """The person wants to choose from the list."""

        field: PeopleField
        letters: str
        """What was typed to find somebody."""

    def __init__(self, people: Mapping[int, Person], chosen: tuple[int, ...], role: Role, *, several: bool) -> None:
        """Show the people with these numbers; `people` is read again at each drawing."""
        super().__init__()
        self._people = people
        self.role = role
        """What somebody who is added here is to the case."""
        self.several = several
        """Whether more than one can be named."""
        self.title = ""
        """What the list is called, translated."""
        self.through: Callable[[], None] | None = None
        """What enter does; where there is nothing, it goes to the next field."""
        self.asking = False
        """Whether the list is being opened, so that further letters are meant for it."""
        self.set_reactive(PeopleField.chosen, chosen)

    def render(self) -> Content:
        """Draw the names."""
        names = [called(self._people[one]) for one in self.chosen if one in self._people]
        told = Content(SEPARATOR).join(names)
        hint = Content.styled(_("space or a letter to choose or add"), FAINT)
        if self.has_focus:
            return told + Content("   ") + hint if names else hint
        return told if names else Content.styled("\N{EN DASH}", FAINT)

    def action_choose_people(self) -> None:
        """Open the list of people."""
        self._ask("")

    def action_take_away_person(self) -> None:
        """Take away the person named last."""
        self.chosen = self.chosen[:-1]

    def on_key(self, event: Key) -> None:
        """Open the list at the typed letter."""
        letter = event.character or ""
        if (self.asking and event.is_printable and self.app.screen is self.screen) or (
            not taken(self, event) and letter.isalpha()
        ):
            event.stop()
            self._ask(letter)

    def _ask(self, letters: str) -> None:
        self.asking = True
        self.post_message(self.ListRequested(self, letters))

    def action_next_row(self) -> None:
        """Be through with the people."""
        (self.through or self.screen.focus_next)()

    def on_click(self, event: Click) -> None:
        """Open the list of people."""
        event.stop()
        self.action_choose_people()


class PeopleRow(FormRow):
    """A field of people in the form."""

    def __init__(  # noqa: PLR0913 - each is a choice of its own, made by name
        self,
        slot: Slot,
        people: Mapping[int, Person],
        chosen: str = "",
        *,
        role: Role,
        several: bool = False,
        title: str = "",
    ) -> None:
        """Show the people whose numbers are named, separated by commas; the title is that of the list."""
        numbers = tuple(int(one) for one in chosen.split(", ") if one.isdecimal())
        self._people = PeopleField(people, numbers, role, several=several)
        super().__init__(slot, self._people, filled=bool(chosen))
        self._people.through = self.done
        self._people.title = title

    def choose(self, numbers: tuple[int, ...]) -> None:
        """Name these people instead."""
        self._people.chosen = numbers

    def added_to(self, typed: FormInput) -> FormInput:
        """Return the form with the numbers of the people."""
        return typed.with_words(self.field, ", ".join(map(str, self._people.chosen)))

"""Chooses people for an entry, and adds somebody who is not in the journal yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from textual import on
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from journal.domain.base.errors import JournalError
from journal.domain.case.people import Person, Role
from journal.domain.text.normalisation import normalise
from journal.domain.text.words import N_, _
from journal.ui.dialogs.dialog import Dialog
from journal.ui.fields.people_field import called
from journal.ui.frame.text import literal, own
from journal.ui.lists.find_line import FindLine
from journal.ui.lists.plain_list import PlainList

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from journal.logbook import Logbook
    from journal.ui.fields.people_field import PeopleField
    from journal.ui.frame.fitted import Fitted

_NAME_AND_NOTE = re.compile(r"(?P<name>.*\S)\s*\((?P<note>[^()]*)\)\s*")
_ADD = "add"
_ADD_UNKNOWN = "add_unknown"


class PeoplePicker(Dialog[tuple[int, ...]]):
    """A list of people; letters narrow it, enter ticks or adds, and an empty line says that it is done."""

    AUTO_FOCUS = "FindLine"
    HELP = N_(
        "Type to find a person. Enter chooses or adds the person. Press Enter on an empty line, or F2, when you are "
        "finished."
    )

    def __init__(  # noqa: PLR0913 - each is a choice of its own, made by name
        self,
        logbook: Logbook,
        chosen: tuple[int, ...],
        role: Role,
        *,
        several: bool = True,
        letters: str = "",
        title: str = "",
    ) -> None:
        """Offer the people of the journal; `role` is what somebody who is added here is to the case.

        The title is translated.
        """
        super().__init__(title, verb=_("Done"))
        self._logbook, self._chosen, self._role, self._several = logbook, chosen, role, several
        self._letters = letters
        self._listed_for: str | None = None

    _line = query_one(FindLine)

    def add_letters(self, letters: str) -> None:
        """Find by more letters, which were typed while the list was being opened."""
        if self.is_mounted:
            self._line.insert_text_at_cursor(letters)
        else:
            self._letters += letters

    def compose_fields(self) -> ComposeResult:
        """Yield the line to find by, and the list."""
        line = FindLine(self._letters, placeholder=_("a name, for example: An Invented (sister)"), move=self._move)
        line.through = self._take_highlighted
        yield line
        people = PlainList()
        people.can_focus = False
        yield people

    def on_mount(self) -> None:
        """Show everybody whom the letters find."""
        self._line.cursor_position = len(self._line.value)
        self._offer()

    def draw_anew(self) -> None:
        """Offer the people as they are drawn from now on."""
        super().draw_anew()
        self._offer()

    def _offer(self) -> None:
        typed = self._line.words.strip()
        found = [person for person in self._known() if _fits(person, typed)]
        options = [Option(self._drawn(person), id=str(person.number)) for person in found]
        if typed and not any(normalise(person.name) == normalise(_split(typed)[0]) for person in found):
            options.append(Option(own(_("+ add "), "bold") + literal(typed), id=_ADD))
        elif not typed and self._role is Role.STALKER:
            options.append(Option(own(_("+ add "), "bold") + literal(self._unknown()), id=_ADD_UNKNOWN))
        self.query_one(PlainList).put(options, 0 if typed else None)
        self._listed_for = self._line.words

    def _known(self) -> list[Person]:
        people = self._logbook.state.people.values()
        offered = [one for one in people if not one.withdrawn or one.number in self._chosen]
        return sorted(offered, key=lambda one: (one.role is not self._role, one.number))

    def _drawn(self, person: Person) -> Content:
        ticked = person.number in self._chosen
        mark = ("[x] " if ticked else "[ ] ") if self._several else "(•) " if ticked else "( ) "
        return Content(mark) + called(person)

    def _unknown(self) -> str:
        taken = {person.name for person in self._logbook.state.people.values()}
        names = (_("unknown caller {letter}").format(letter=letter) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return next((name for name in names if name not in taken), _("unknown caller"))

    @on(Input.Changed)
    def _narrow(self) -> None:
        if self._listed_for != self._line.words:
            self.say("")
            self._offer()

    def _move(self, by: int) -> None:
        self._narrow()
        listed = self.query_one(PlainList)
        (listed.action_cursor_down if by > 0 else listed.action_cursor_up)()

    def _take_highlighted(self) -> None:
        self._narrow()
        option = self.query_one(PlainList).highlighted_option
        if option is None:
            self.action_agree()
        else:
            self._take(option.id or "")

    @on(OptionList.OptionSelected)
    def _pointed_at(self, event: OptionList.OptionSelected) -> None:
        self._take(event.option_id or "")

    def _take(self, option: str) -> None:
        if option in {_ADD, _ADD_UNKNOWN}:
            self._add(self._line.words.strip() if option == _ADD else self._unknown())
        else:
            self._tick(int(option))

    def _add(self, typed: str) -> None:
        name, note = _split(typed)
        try:
            saved = self._logbook.add_person(name, self._role, note)
        except JournalError as why:
            self.say(str(why))
        else:
            self._tick(saved.subject)

    def _tick(self, number: int) -> None:
        without = tuple(one for one in self._chosen if one != number)
        if self._several:
            self._chosen = without if number in self._chosen else (*without, number)
        else:
            self._chosen = (number,)
        self._line.words = ""
        self._offer()

    def action_agree(self) -> None:
        """Answer who is ticked."""
        self.dismiss(self._chosen)


async def choose_people(screen: Fitted[Any], logbook: Logbook, event: PeopleField.ListRequested) -> None:
    """Open the picker for a field; where it is open already, give it the letters that were typed meanwhile."""
    field, front = event.field, screen.app.screen
    if isinstance(front, PeoplePicker):
        front.add_letters(event.letters)
        return

    async def ask() -> None:
        asked = PeoplePicker(
            logbook, field.chosen, field.role, several=field.several, letters=event.letters, title=field.title
        )
        chosen = await screen.app.push_screen_wait(asked)
        field.chosen = field.chosen if chosen is None else chosen
        field.asking = False

    await screen.run_flow(ask())


def _split(typed: str) -> tuple[str, str]:
    """Return name and note: in `An Invented (sister)` the brackets hold how somebody belongs."""
    found = _NAME_AND_NOTE.fullmatch(typed)
    return (found["name"], found["note"].strip()) if found else (typed, "")


def _fits(person: Person, typed: str) -> bool:
    return normalise(_split(typed)[0]) in normalise(f"{person.name} {person.note}")

"""The list of people in front of a form, for the field that asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.ui.forms.people_picker import PeoplePicker

if TYPE_CHECKING:
    from textual.screen import Screen

    from journal.logbook import Logbook
    from journal.ui.fields.people_field import PeopleField


async def choose_people(screen: Screen[Any], logbook: Logbook, event: PeopleField.Asked) -> None:
    """Open the list for a field; where it is open already, give it the letters that were typed meanwhile."""
    field, front = event.field, screen.app.screen
    if isinstance(front, PeoplePicker):
        front.add_letters(event.letters)
        return

    def put(chosen: tuple[int, ...] | None) -> None:
        field.chosen = field.chosen if chosen is None else chosen
        field.asking = False

    picker = PeoplePicker(
        logbook, field.chosen, field.role, several=field.several, letters=event.letters, title=field.title
    )
    await screen.app.push_screen(picker, put)

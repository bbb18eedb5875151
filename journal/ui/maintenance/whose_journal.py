"""Asks who keeps a journal that is brought in: a journal holds no name of its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.people import Person, Role
from journal.domain.entry import labels
from journal.domain.text.words import N_, _
from journal.ui.dialogs.ask_words import AskWords
from journal.ui.frame.command import bindings
from journal.ui.frame.masking import escaped
from journal.ui.lists.find_screen import FindScreen, Line
from journal.ui.lists.line_list import Row
from journal.ui.maintenance.commands import SomebodyElse

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_NAMED = Person(number=0, name="")
"""The answer where nobody is to be named."""


class KeeperName(AskWords):
    """Name of somebody who is not among the people of the case yet."""

    HELP = N_("This person is added to the people of the case, as a witness. F2 goes on, escape goes back.")
    EXAMPLE = N_("a name, for example: Marie from next door")
    MISSING = N_("Who keeps this journal?")

    def __init__(self) -> None:
        """Ask for the name."""
        super().__init__(_("Somebody else"), _(self.MISSING), _("Go on"))


class WhoseJournal(FindScreen[Person]):
    """People of the case; it answers who keeps the journal, `NOT_NAMED` for nobody, and None to go back."""

    HELP = N_(
        "What another journal says is kept as told by the person who keeps it. Enter chooses, F6 names somebody "
        "who is not in the list, escape goes back and brings in nothing."
    )
    BINDINGS = bindings(SomebodyElse)

    def __init__(self, title: str, people: Sequence[Person]) -> None:
        """List these people under a question, and last that nobody is named."""
        lines = [
            Line(one, Row([(escaped(one.name), "")], _(labels.ROLES[one.role])))
            for one in people
            if one.role is not Role.STALKER
        ]
        lines.append(Line(NOT_NAMED, Row([(_("nobody is to be named"), "faint")])))
        super().__init__(title, lambda: lines, nothing=_("Nobody is in the list."))

    def action_somebody_else(self) -> None:
        """Ask for a name, and answer a new witness."""
        self.app.push_screen(KeeperName(), self._named)

    def _named(self, name: str | None) -> None:
        if name:
            self.dismiss(Person(number=0, name=name, role=Role.WITNESS))

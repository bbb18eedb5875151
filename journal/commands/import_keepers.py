"""Asks who keeps each journal that is brought in, because a journal holds no name of its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.line_answers import line
from journal.commands.output import tell
from journal.domain.case.people import Person, Role
from journal.domain.text.normalisation import normalise
from journal.domain.text.words import N_, _, labelled
from journal.ui.frame.masking import escaped, harmless

if TYPE_CHECKING:
    from journal.logbook import Logbook
    from journal.logbook.intake_results import Reading

_WHOSE = N_("Whose journal is “{name}”? A number, a name, or enter for nobody named.")
_WHOSE_HELP = N_("The number of a person of the case, or the name of somebody new, who becomes a witness.")
_NO_SUCH = N_("There is no person {number}.")


def asked_keepers(logbook: Logbook, reading: Reading) -> dict[int, Person]:
    """Return who keeps each journal of somebody else, by index of its export; a new person has the number 0."""
    keepers: dict[int, Person] = {}
    if reading.of_others:
        tell(_("Entries of another journal are kept as told by the person who keeps it."))
        for person in logbook.people():
            tell(labelled(str(person.number), harmless(person.name)))
    for at in reading.of_others:
        if keeper := asked_keeper(logbook, _(_WHOSE).format(name=escaped(reading.exports[at].name))):
            keepers[at] = keeper
    return keepers


def asked_keeper(logbook: Logbook, question: str) -> Person | None:
    """Ask who keeps a journal; a new person has the number 0, and None is nobody named."""
    while answer := line(question, _(_WHOSE_HELP)):
        by_number = {str(person.number): person for person in logbook.people()}
        if answer in by_number:
            return by_number[answer]
        if not answer.isdecimal():
            named = (person for person in logbook.people() if normalise(person.name) == normalise(answer))
            return next(named, Person(number=0, name=answer, role=Role.WITNESS))
        tell(_(_NO_SUCH).format(number=answer))
    return None

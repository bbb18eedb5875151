"""`journal import contacts.vcf`: numbers, addresses and accounts for people of the journal, asked one by one.

A contact that is not picked leaves nothing behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journal.commands.error_reporting import DONE, FAILED
from journal.commands.line_answers import agreed, line
from journal.commands.output import say, tell, tell_numbered
from journal.domain.case.identifiers import marks_of
from journal.domain.case.people import Person
from journal.domain.text.normalisation import normalise
from journal.domain.text.words import N_, _, many
from journal.evidence.errors import FileRefused
from journal.intake.formats import vcard
from journal.intake.model.source import Source
from journal.intake.triage.contacts import lacking, people_of, with_identifiers
from journal.ui.frame.masking import escaped, harmless

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from journal.intake.model.address_book import AddressBookContact
    from journal.logbook import Logbook

_NOBODY = N_("There are no people in the journal yet. Add them first; then their numbers can be taken from contacts.")
_PICK = N_("Is a person of the journal called otherwise in the contacts? Type a part of that name, or enter for none.")
_ADD_HELP = N_("Yes adds it to the person, so that entries are recognised by it. No leaves it out.")
_PICK_HELP = N_("A contact that is not chosen leaves nothing behind. Enter alone ends the questions.")
_NUMBER_HELP = N_("Type the number that stands before it.")
_MOST = 20
"""Contacts that are listed for a part of a name."""


class _Pair(NamedTuple):
    """Contact that may be a person of the journal."""

    contact: AddressBookContact
    person: int


def are_contacts(path: Path) -> bool:
    """Test whether a file is an address book."""
    try:
        return path.is_file() and vcard.recognises(Source(path).head())
    except OSError as error:
        raise FileRefused(path.name) from error


def import_contacts(logbook: Logbook, path: Path) -> int:
    """Read, ask and save, with one amendment for each person; returns 1 where nothing was taken."""
    contacts = list(vcard.read(Source(path)))
    people = logbook.case.standing(Person)
    if not people:
        tell(_(_NOBODY))
        return FAILED
    told = many("{name}: {count} contact", "{name}: {count} contacts", len(contacts))
    tell(told.format(name=escaped(path.name), count=len(contacts)))
    region = logbook.settings.country or "BE"
    marks = marks_of(people, region)
    changed = {one.number: one for one in people}
    pairs = [_Pair(contact, number) for contact in contacts for number in people_of(contact, marks)]
    for pair in pairs:
        changed[pair.person] = _asked(changed[pair.person], pair.contact, region)
    while picked := _picked(contacts, people):
        changed[picked.person] = _asked(changed[picked.person], picked.contact, region)
    new = [changed[one.number] for one in people if changed[one.number] != one]
    if not new:
        tell(_("Nothing was brought in."))
        return FAILED
    for one in new:
        logbook.case.amend(one, path.name.encode("utf-8", "replace").decode())
    say([_("Added to: {names}.").format(names=", ".join(harmless(one.name) for one in new))])
    return DONE


def _asked(person: Person, contact: AddressBookContact, region: str) -> Person:
    """Ask for each number, address and account that a person lacks whether it is to be added."""
    told = {"person": harmless(person.name), "contact": harmless(contact.name or "?")}
    question = _("Add {text} to {person}, from “{contact}”? Type yes or no.")
    added = [
        one
        for one in lacking(person, contact, region)
        if agreed(question.format(text=harmless(one.text), **told), _(_ADD_HELP))
    ]
    return with_identifiers(person, added)


def _picked(contacts: Sequence[AddressBookContact], people: Sequence[Person]) -> _Pair | None:
    """Ask for a contact by a part of its name and for the person that it is; None to end."""
    while typed := line(_(_PICK), _(_PICK_HELP)):
        fitting = [one for one in contacts if normalise(typed) in normalise(one.name)]
        if not fitting:
            tell(_("No contact is called so."))
            continue
        at = _one_of([one.name for one in fitting[:_MOST]], _("Which contact? Its number, or enter for none."))
        if at is None:
            continue
        whose = _one_of([one.name for one in people], _("Which person of the journal is it? Its number."))
        if whose is not None:
            return _Pair(fitting[at], people[whose].number)
    return None


def _one_of(names: Sequence[str], question: str) -> int | None:
    """Ask for one of these by its number; None for any other answer."""
    tell_numbered(map(harmless, names))
    answer = line(question, _(_NUMBER_HELP)) or ""
    given = int(answer) if answer.isdecimal() and len(answer) < 6 else 0
    return given - 1 if 0 < given <= len(names) else None

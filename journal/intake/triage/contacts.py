"""Contacts of an address book held against the people of a case: whose they are, and what these lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from journal.domain.case import telephone
from journal.domain.case.identifiers import account, email_address, known_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from journal.domain.case.identifiers import PeopleMarks
    from journal.domain.case.people import Person
    from journal.intake.model.address_book import AddressBookContact


class LackingIdentifier(Struct, frozen=True):
    """Number, address or account of a contact that a person does not have yet."""

    field: str
    """Name of the field of `Person`."""
    text: str


def people_of(contact: AddressBookContact, marks: PeopleMarks) -> tuple[int, ...]:
    """Return the numbers of the people whose name, number, address or account a contact has."""
    texts = (contact.name, *contact.telephone_numbers, *contact.email_addresses, *contact.accounts)
    return tuple(dict.fromkeys(number for text in texts if text for number in known_as(text, marks)))


def lacking(person: Person, contact: AddressBookContact, region: str) -> Iterator[LackingIdentifier]:
    """Yield what a contact has and a person lacks, in any spelling; what is no number or address is passed over."""
    canonical: dict[str, Callable[[str], str]] = {
        "telephone_numbers": lambda text: telephone.key(text, region),
        "email_addresses": email_address,
        "accounts": account,
    }
    for field, key in canonical.items():
        known = {key(text) for text in getattr(person, field)} | {""}
        for text in getattr(contact, field):
            if key(text) not in known:
                known.add(key(text))
                yield LackingIdentifier(field, text)


def with_identifiers(person: Person, added: Iterable[LackingIdentifier]) -> Person:
    """Return a person with these numbers, addresses and accounts behind its own."""
    for one in added:
        person = replace(person, **{one.field: (*getattr(person, one.field), one.text)})
    return person

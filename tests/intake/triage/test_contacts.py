"""Whose a contact is, and what a person of the case lacks of it."""

from __future__ import annotations

import pytest

from journal.domain.case.identifiers import marks_of
from journal.domain.case.people import Person
from journal.intake.model.address_book import AddressBookContact
from journal.intake.triage.contacts import lacking, people_of, with_identifiers

PERSON = Person(
    number=3, name="Bram Jansens", telephone_numbers=("0470 555 123",), email_addresses=("bram@example.org",)
)


@pytest.mark.parametrize(
    ("contact", "people"),
    [
        (AddressBookContact("bram  jansens"), (3,)),
        (AddressBookContact("B", ("+32 470 55 51 23",)), (3,)),
        (AddressBookContact("B", (), ("BRAM@example.org",)), (3,)),
        (AddressBookContact("Bram"), ()),
        (AddressBookContact("", ("0470 555 999",)), ()),
    ],
)
def test_a_contact_is_a_person_by_name_number_or_address(contact: AddressBookContact, people: tuple[int, ...]) -> None:
    assert people_of(contact, marks_of([PERSON], "BE")) == people


def test_only_what_is_lacking_is_offered_once_and_only_what_is_a_number_or_address() -> None:
    contact = AddressBookContact(
        "Bram",
        ("+32470555123", "0470 555 999", "0032470555999", "call me"),
        ("BRAM@example.org", "b@example.net"),
        ("@b",),
    )

    found = list(lacking(PERSON, contact, "BE"))

    assert [one.text for one in found] == ["0470 555 999", "b@example.net", "@b"]
    person = with_identifiers(PERSON, found)
    assert person.telephone_numbers == ("0470 555 123", "0470 555 999")
    assert person.email_addresses == ("bram@example.org", "b@example.net")
    assert person.accounts == ("@b",)
    assert list(lacking(person, contact, "BE")) == []

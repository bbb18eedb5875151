"""By what somebody of the case is recognised: numbers, addresses, accounts, plates and names, in any spelling."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from journal.domain.case import telephone
from journal.domain.text.normalisation import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from journal.domain.case.people import Person

_NAMED = re.compile(r"[^<>]*<([^<>]+)>")
_ADDRESS = re.compile(r"[^\s@<>\"(),;:]+@[^\s@<>\"(),;:]+")
_WEB = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


class IdentifierType(StrEnum):
    """The sorts of marks."""

    NUMBER = "number"
    EMAIL = "email"
    ACCOUNT = "account"
    PLATE = "plate"
    NAME = "name"


@dataclass(frozen=True)
class PeopleMarks:
    """The marks of everybody, ready to be compared."""

    region: str
    """The country in whose way telephone numbers are read: `BE`, `NL`."""
    people_by: Mapping[tuple[IdentifierType, str], frozenset[int]]
    """A mark in its one spelling to the numbers of the people who have it."""


def marks_of(people: Iterable[Person], region: str) -> PeopleMarks:
    """Return the marks of these people; withdrawn people have none."""
    found: dict[tuple[IdentifierType, str], set[int]] = {}
    for person in people:
        for mark in () if person.withdrawn else _marks(person, region):
            if mark[1]:
                found.setdefault(mark, set()).add(person.number)
    return PeopleMarks(region, {mark: frozenset(numbers) for mark, numbers in found.items()})


def known_as(text: str, people_marks: PeopleMarks) -> tuple[int, ...]:
    """Return the numbers of the people whose mark the text is, as a whole; none for a mark inside a longer text."""
    found = {number for mark in _readings(text, people_marks.region) for number in people_marks.people_by.get(mark, ())}
    return tuple(sorted(found))


def shared_marks(person: Person, people_marks: PeopleMarks) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return the numbers, addresses, accounts and plates of a person that others have too, each with these others."""
    texts = (*person.telephone_numbers, *person.email_addresses, *person.accounts, *person.plates)
    others = {text: tuple(one for one in known_as(text, people_marks) if one != person.number) for text in texts}
    return tuple((text, numbers) for text, numbers in others.items() if numbers)


def email_address(text: str) -> str:
    """Return the address in its one spelling, also out of `Name <address>` and `mailto:`; "" where there is none."""
    visible = _visible(text)
    named = _NAMED.fullmatch(visible)
    address = (named[1] if named else visible).removeprefix("mailto:").partition("?")[0]
    return address.casefold() if _ADDRESS.fullmatch(address) else ""


def account(text: str) -> str:
    """Return the name of an account or the address of a profile in its one spelling: without `@`, `https`, capitals."""
    return _WEB.sub("", _visible(text)).rstrip("/").removeprefix("@").casefold()


def plate(text: str) -> str:
    """Return a number plate in its one spelling: `1-ABC-234` and `1 abc 234` are `1ABC234`."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).upper() if sign.isalnum())


def _marks(person: Person, region: str) -> Iterator[tuple[IdentifierType, str]]:
    yield from ((IdentifierType.NUMBER, telephone.key(text, region)) for text in person.telephone_numbers)
    yield from ((IdentifierType.EMAIL, email_address(text)) for text in person.email_addresses)
    yield from ((IdentifierType.ACCOUNT, account(text)) for text in person.accounts)
    yield from ((IdentifierType.PLATE, plate(text)) for text in person.plates)
    yield from ((IdentifierType.NAME, normalise(text)) for text in (person.name, *person.also_known_as))


def _readings(text: str, region: str) -> tuple[tuple[IdentifierType, str], ...]:
    """Return everything that a text may be."""
    return (
        (IdentifierType.NUMBER, telephone.key(text, region)),
        (IdentifierType.EMAIL, email_address(text)),
        (IdentifierType.ACCOUNT, account(text)),
        (IdentifierType.PLATE, plate(text)),
        (IdentifierType.NAME, normalise(text)),
    )


def _visible(text: str) -> str:
    """Return the text without signs that nobody sees and without spaces around it."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf").strip()

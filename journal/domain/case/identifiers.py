"""Normalisation and look-up of the identifiers of people: numbers, addresses, accounts, plates and names."""

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
    """Types of identifiers."""

    NUMBER = "number"
    EMAIL = "email"
    ACCOUNT = "account"
    PLATE = "plate"
    NAME = "name"


@dataclass(frozen=True)
class PeopleMarks:
    """Index from identifiers to people."""

    region: str
    """Country code by whose conventions telephone numbers are parsed: `BE`, `NL`."""
    people_by: Mapping[tuple[IdentifierType, str], frozenset[int]]
    """Type and canonical form of an identifier, to the numbers of the people who have it."""


def marks_of(people: Iterable[Person], region: str) -> PeopleMarks:
    """Build the index of these people; withdrawn ones are left out."""
    found: dict[tuple[IdentifierType, str], set[int]] = {}
    for person in people:
        for mark in () if person.withdrawn else _marks(person, region):
            if mark[1]:
                found.setdefault(mark, set()).add(person.number)
    return PeopleMarks(region, {mark: frozenset(numbers) for mark, numbers in found.items()})


def known_as(text: str, people_marks: PeopleMarks) -> tuple[int, ...]:
    """Return the numbers of the people with this identifier; the whole text must match, in any spelling."""
    found = {number for mark in _readings(text, people_marks.region) for number in people_marks.people_by.get(mark, ())}
    return tuple(sorted(found))


def known_forms(text: str, region: str) -> frozenset[tuple[IdentifierType, str]]:
    """Return every canonical form of a text; two texts that share one are spellings of the same identifier."""
    return frozenset(form for form in _readings(text, region) if form[1])


def shared_marks(person: Person, people_marks: PeopleMarks) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return the identifiers of a person that others have too, names aside, each with the numbers of the others."""
    texts = (*person.telephone_numbers, *person.email_addresses, *person.accounts, *person.plates)
    others = {text: tuple(one for one in known_as(text, people_marks) if one != person.number) for text in texts}
    return tuple((text, numbers) for text, numbers in others.items() if numbers)


def email_address(text: str) -> str:
    """Return the canonical form of an e-mail address, also from `Name <address>` and `mailto:`; "" for other text."""
    visible = _visible(text)
    named = _NAMED.fullmatch(visible)
    address = (named[1] if named else visible).removeprefix("mailto:").partition("?")[0]
    return address.casefold() if _ADDRESS.fullmatch(address) else ""


def account(text: str) -> str:
    """Return the canonical form of an account name or profile address: lower case, without `@`, scheme and `www.`."""
    return _WEB.sub("", _visible(text)).rstrip("/").removeprefix("@").casefold()


def plate(text: str) -> str:
    """Return the canonical form of a number plate: `1-ABC-234` and `1 abc 234` are `1ABC234`."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).upper() if sign.isalnum())


def _marks(person: Person, region: str) -> Iterator[tuple[IdentifierType, str]]:
    yield from ((IdentifierType.NUMBER, telephone.key(text, region)) for text in person.telephone_numbers)
    yield from ((IdentifierType.EMAIL, email_address(text)) for text in person.email_addresses)
    yield from ((IdentifierType.ACCOUNT, account(text)) for text in person.accounts)
    yield from ((IdentifierType.PLATE, plate(text)) for text in person.plates)
    yield from ((IdentifierType.NAME, normalise(text)) for text in (person.name, *person.also_known_as))


def _readings(text: str, region: str) -> tuple[tuple[IdentifierType, str], ...]:
    """Return the canonical form of a text as each type of identifier."""
    return (
        (IdentifierType.NUMBER, telephone.key(text, region)),
        (IdentifierType.EMAIL, email_address(text)),
        (IdentifierType.ACCOUNT, account(text)),
        (IdentifierType.PLATE, plate(text)),
        (IdentifierType.NAME, normalise(text)),
    )


def _visible(text: str) -> str:
    """Strip surrounding spaces and remove invisible format characters."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf").strip()

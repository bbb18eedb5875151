"""Reader of vCards 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350): names, numbers, addresses and accounts, and nothing else.

Lines that are no property, as of a picture that is cut off, are passed over.
"""

from __future__ import annotations

import binascii
import re
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from journal.domain.text.words import N_
from journal.evidence.errors import FileRefused
from journal.evidence.text import decoded
from journal.intake.model.address_book import AddressBookContact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal.intake.model.source import Source

LARGEST = 1 << 27
"""Bytes above which an address book is not read: 128 MiB, as pictures are in it."""
_BEGINS = re.compile(rb"\s*BEGIN:VCARD\s", re.IGNORECASE)
_PROPERTY = re.compile(r'(?:[\w-]{1,60}\.)?([A-Za-z][\w-]{0,60})((?:;(?:"[^"]*"|[^":])*)?):(.*)', re.DOTALL)
_PACKED = re.compile(r"(?:;ENCODING=|;)QUOTED-PRINTABLE(?:;|$)", re.IGNORECASE)
_CHARSET = re.compile(r";CHARSET=\"?([\w-]{1,40})", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([nN,;:\\])")
_ACCOUNTS = frozenset(
    (
        *("IMPP", "SOCIALPROFILE", "X-SOCIALPROFILE", "X-MS-IMADDRESS", "X-SKYPE", "X-SKYPE-USERNAME", "X-AIM"),
        *("X-ICQ", "X-JABBER", "X-MSN", "X-YAHOO", "X-GOOGLE-TALK", "X-QQ", "X-TWITTER"),
    )
)
_KEPT = frozenset({"BEGIN", "END", "FN", "N", "TEL", "EMAIL"}) | _ACCOUNTS
_SCHEME = re.compile(r"^(?:tel|mailto|aim|skype|xmpp|icq|msnim|ymsgr|x-apple):(?!//)", re.IGNORECASE)
_LONGEST = 300


class AddressBookTooLarge(FileRefused):
    """Raised for a file of more than 128 MiB."""

    sentence = N_("“{name}” is too large for an address book. Nothing was brought in. Export fewer contacts at once.")


def recognises(head: bytes) -> bool:
    """Test whether a file begins as a vCard."""
    return _BEGINS.match(head.removeprefix(BOM_UTF8)) is not None


def read(source: Source) -> Iterator[AddressBookContact]:
    """Yield every contact that has anything to take, in order; one that is cut off as far as it goes."""
    with source.open() as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise AddressBookTooLarge(source.name)
    yield from filter(None, map(_of_card, _cards(_properties(decoded(data)))))


def _properties(text: str) -> Iterator[tuple[str, str]]:
    """Yield name and decoded value of each property that is of use; long lines are put together first."""
    for line in _lines(text):
        found = _PROPERTY.match(line)
        if not found or found[1].upper() not in _KEPT:
            continue
        name, said, value = found[1].upper(), found[2], found[3]
        if _PACKED.search(said):
            charset = _CHARSET.search(said)
            packed = binascii.a2b_qp(re.sub(r"=\r?\n", "", value).encode("utf-8", "replace"))
            value = decoded(packed, charset[1] if charset else "")
        yield name, value


def _lines(text: str) -> Iterator[str]:
    """Yield lines with what was folded: behind a blank, or in a packed value behind `=`."""
    pieces: list[str] = []
    soft = False
    for line in re.split(r"\r\n|\r|\n", text):
        if pieces and (soft or line[:1] in {" ", "\t"}):
            pieces.append(line if soft else line[1:])
        else:
            if pieces:
                yield "".join(pieces)
            pieces = [line]
        soft = line.endswith("=") and _is_packed(pieces[0])
        if soft:
            pieces[-1] = pieces[-1][:-1]
    yield "".join(pieces)


def _is_packed(line: str) -> bool:
    return "QUOTED-PRINTABLE" in line[:200].upper()


def _cards(properties: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Yield the properties of each card; a card inside another one is a card of its own."""
    open_cards: list[list[tuple[str, str]]] = []
    for name, value in properties:
        if name == "BEGIN":
            open_cards.append([])
        elif name == "END" and open_cards:
            yield open_cards.pop()
        elif open_cards:
            open_cards[-1].append((name, value))
    yield from open_cards


def _of_card(card: list[tuple[str, str]]) -> AddressBookContact | None:
    names = [_plain(value) for name, value in card if name == "FN"]
    names += [_composed(value) for name, value in card if name == "N"]
    found = AddressBookContact(
        next(filter(None, names), ""),
        _distinct(_without_scheme(value).partition(";")[0] for name, value in card if name == "TEL"),
        _distinct(_without_scheme(value) for name, value in card if name == "EMAIL"),
        _distinct(_without_scheme(value) for name, value in card if name in _ACCOUNTS),
    )
    return found if found.telephone_numbers or found.email_addresses or found.accounts else None


def _composed(value: str) -> str:
    """Return the given name and the family name of a structured name."""
    family, given, *_rest = [*re.split(r"(?<!\\);", value), ""]
    return " ".join(filter(None, (_plain(given), _plain(family))))


def _without_scheme(value: str) -> str:
    return _SCHEME.sub("", _plain(value))


def _plain(value: str) -> str:
    text = _ESCAPED.sub(lambda sign: " " if sign[1] in "nN" else sign[1], value)
    return " ".join(re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text).split())[:_LONGEST]


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))

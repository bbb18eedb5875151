"""Contact of an address book, of which numbers, addresses and accounts may be taken for a person of the case."""

from __future__ import annotations

from msgspec import Struct


class AddressBookContact(Struct, frozen=True):
    """Contact as its address book has it; nothing of it is kept unless it is picked."""

    name: str = ""
    telephone_numbers: tuple[str, ...] = ()
    email_addresses: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()

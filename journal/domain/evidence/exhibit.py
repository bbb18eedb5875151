"""A piece of evidence under its own number: a file in the journal, a file elsewhere, or a thing."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

import msgspec
from msgspec import Struct

from journal.domain.ledger.case_object import Numbered
from journal.domain.time.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any


MEGABYTE = 1_000_000


class Form(StrEnum):
    """What an exhibit is."""

    FILE = "file"
    """Its bytes are in the journal."""
    FINGERPRINT = "fingerprint"
    """The file lies elsewhere; the journal keeps its digest, by which it is known again."""
    ERASED = "erased"
    """Its bytes were in the journal and were erased on purpose; what else is known of it stays."""
    THING = "thing"
    """Something without a file: a letter, a gift."""


class Obtained(StrEnum):
    """How a piece came to the person."""

    RECEIVED = "received"
    FOUND = "found"
    MADE = "made"
    """A photo, recording or screenshot that the person made."""
    SAVED = "saved"
    """Saved from a telephone, a mail program, a page."""
    GIVEN = "given"
    """Handed over by somebody who helps: a witness, the police."""
    OTHER = "other"


class CarriedBy(StrEnum):
    """Where in a file a time stands."""

    MODIFIED = "modified"
    """When the file was last written, as its folder says."""
    TAKEN = "taken"
    """When a photo was taken, as the camera wrote it."""
    SENT = "sent"
    """When a mail was sent, as its header says."""
    STATED = "stated"
    """Any other time that stands in the file."""


class FileTime(Struct, frozen=True):
    """A time that a file itself carries; nobody warrants that it is true."""

    by: CarriedBy
    when: Moment


class Exhibit(Numbered, frozen=True, kw_only=True, omit_defaults=True):
    """A piece of evidence; every field may be left empty.

    What is known of a file stands in fields of its own, so that one of them can be blackened while the rest verifies.
    """

    SUBJECT: ClassVar = "exhibit"

    title: str = ""
    obtained: Obtained | None = None
    obtained_how: str = ""
    """How it was obtained, in the person's own words."""
    from_person: int = 0
    """The number of the person it came from; 0 where nobody is named."""
    from_whom: str = ""
    """Whom it came from, where that is nobody of the case."""
    original_place: str = ""
    """Where the original was when the exhibit was added: telephone, drawer. Later places are movements."""
    file: int = 0
    """The number of the evidence row that holds the bytes, which exhibits of equal content share; 0 for none."""
    sha256: str = ""
    """The digest of the bytes, in lower-case hexadecimal."""
    size: int = 0
    """In bytes."""
    file_name: str = ""
    """The name of the file as it was, without its folder."""
    media_type: str = ""
    """As found in the content, not in the name: `image/jpeg`."""
    file_times: tuple[FileTime, ...] = ()
    seconds: int = 0
    """How long a recording lasts; 0 where that is unknown."""
    has_location: bool = False
    """Whether the file says where it was made."""
    lies_at: str = ""
    """Where the file lies, when only its fingerprint is kept."""
    note: str = ""
    added_at: str = ""
    """When it was added, UTC, ISO 8601: the time of its first record."""
    erased_at: str = ""
    """When its bytes were erased on purpose, UTC, ISO 8601; empty where they were not."""

    @property
    def form(self) -> Form:
        """What it is."""
        if self.file:
            return Form.ERASED if self.erased_at else Form.FILE
        return Form.FINGERPRINT if self.sha256 else Form.THING


class Target(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an exhibit is linked to: one thing of the case."""

    entry: int = 0
    item: str = ""
    """The id of an item of the entry's checklist, where it is the proof of that item."""
    step: str = ""
    report: int = 0
    order: int = 0
    movement: int = 0
    """The movement of which it is the receipt."""
    person: int = 0

    def fields(self) -> dict[str, Any]:
        """Return what is filled in, as fields of a record."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return plain

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> Target:
        """Return the target that a record's fields name; raises msgspec.ValidationError for something impossible."""
        return msgspec.convert({name: fields[name] for name in cls.__struct_fields__ if name in fields}, cls)


def is_large(exhibit: Exhibit, megabytes: int) -> bool:
    """Tell whether a file is larger than what is taken in unasked; 0 megabytes is no limit."""
    return 0 < megabytes * MEGABYTE < exhibit.size


def exhibits_of(target: Target, links: Mapping[int, Collection[Target]]) -> tuple[int, ...]:
    """Return the numbers of the exhibits linked to exactly this, lowest first; `links` goes from exhibit to targets."""
    return tuple(sorted(number for number, targets in links.items() if target in targets))


def exhibits_of_entry(entry: int, links: Mapping[int, Collection[Target]]) -> tuple[int, ...]:
    """Return the numbers of the exhibits of an entry, those of the items of its checklist included."""
    return tuple(sorted(number for number, targets in links.items() if any(one.entry == entry for one in targets)))


def items_proved(entry: int, links: Mapping[int, Collection[Target]]) -> dict[str, tuple[int, ...]]:
    """Return the numbers of the exhibits linked to each item of the checklist of an entry, by the id of the item."""
    found: dict[str, tuple[int, ...]] = {}
    for number, targets in sorted(links.items()):
        for target in targets:
            if target.entry == entry and target.item:
                found[target.item] = (*found.get(target.item, ()), number)
    return found


def files_by_entry(links: Mapping[int, Collection[Target]]) -> dict[int, int]:
    """Return how many exhibits each entry has; entries without any are left out."""
    count: dict[int, int] = {}
    for targets in links.values():
        for entry in {target.entry for target in targets if target.entry}:
            count[entry] = count.get(entry, 0) + 1
    return count

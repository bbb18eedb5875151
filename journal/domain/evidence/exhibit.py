"""Exhibit: a numbered item of evidence, which is a file in the journal, a file elsewhere, or an object."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import msgspec
from msgspec import Struct

from journal.domain.ledger.case_object import Numbered
from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_
from journal.domain.time.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any


MEGABYTE = 1_000_000


class Form(LabelledEnum):
    """What the journal holds of an exhibit."""

    FILE = "file", N_("file in the journal")
    """The file's bytes are in the journal."""
    FINGERPRINT = "fingerprint", N_("fingerprint of a file kept elsewhere")
    """Only the digest of a file kept elsewhere, by which that is recognised."""
    ERASED = "erased", N_("file, erased on purpose")
    """The bytes were in the journal and were erased on purpose; the metadata stays."""
    THING = "thing", N_("thing")
    """A physical object without a file: a letter, a gift."""


class Obtained(LabelledEnum):
    """How the user obtained it."""

    RECEIVED = "received", N_("received")
    FOUND = "found", N_("found")
    MADE = "made", N_("made by you")
    """A photo, recording or screenshot made by the user."""
    SAVED = "saved", N_("saved from a telephone, mail or page")
    """Saved from a telephone, a mail program, a page."""
    GIVEN = "given", N_("given by somebody who helps")
    """Handed over by a helper: a witness, the police."""
    OTHER = "other", N_("other")


class CarriedBy(LabelledEnum):
    """Source of a time in a file's metadata."""

    MODIFIED = "modified", N_("file last written")
    """Modification time in the file system."""
    TAKEN = "taken", N_("taken or recorded, by the device's clock")
    """Time of a photo, written by the camera."""
    SENT = "sent", N_("mail sent, by its header")
    """`Date` header of a mail."""
    STATED = "stated", N_("stated in the file")
    """Any other time in the file."""


class FileTime(Struct, frozen=True):
    """Time from a file's own metadata, unverified."""

    by: CarriedBy
    when: Moment


class Exhibit(Numbered, frozen=True, kw_only=True, omit_defaults=True):
    """Item of evidence; every field may be left empty.

    File metadata is in fields of its own, so that one of them can be blackened while the rest verifies.
    """

    SUBJECT: ClassVar = "exhibit"

    title: str = ""
    obtained: Obtained | None = None
    obtained_how: str = ""
    """How it was obtained, in the user's own words."""
    from_person: int = 0
    """Number of the person it came from; 0 for none."""
    from_whom: str = ""
    """Who it came from, where that is no person of the case."""
    original_place: str = ""
    """Place of the original when the exhibit was added: telephone, drawer. Later places are movements."""
    file: int = 0
    """Number of the evidence row with the bytes, shared by exhibits of equal content; 0 for none."""
    sha256: str = ""
    """SHA-256 digest of the bytes, lower-case hexadecimal."""
    size: int = 0
    """Size in bytes."""
    file_name: str = ""
    """Original file name, without its folder."""
    media_type: str = ""
    """Media type detected from the content, not from the name: `image/jpeg`."""
    file_times: tuple[FileTime, ...] = ()
    seconds: int = 0
    """Duration of a recording; 0 where unknown."""
    has_location: bool = False
    """Whether the file holds the place where it was made."""
    lies_at: str = ""
    """Path of the file, where only its fingerprint is kept."""
    note: str = ""
    added_at: str = ""
    """Time of its first record, UTC, ISO 8601."""
    erased_at: str = ""
    """Time of the erasure of its bytes, UTC, ISO 8601; empty where they were not erased."""

    @property
    def form(self) -> Form:
        """What the journal holds of it."""
        if self.file:
            return Form.ERASED if self.erased_at else Form.FILE
        return Form.FINGERPRINT if self.sha256 else Form.THING


class Target(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Target of a link from an exhibit: one object of the case."""

    entry: int = 0
    item: str = ""
    """Id of the item of the entry's checklist that it proves."""
    step: str = ""
    report: int = 0
    order: int = 0
    movement: int = 0
    """Number of the movement of which it is the receipt."""
    person: int = 0

    def fields(self) -> dict[str, Any]:
        """Encode the non-default values as fields of a record."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return plain

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> Target:
        """Decode from the fields of a record; raises msgspec.ValidationError for an invalid value."""
        return msgspec.convert({name: fields[name] for name in cls.__struct_fields__ if name in fields}, cls)


def is_large(exhibit: Exhibit, megabytes: int) -> bool:
    """Return whether a file exceeds the limit in megabytes above which it is not stored unasked; 0 is no limit."""
    return 0 < megabytes * MEGABYTE < exhibit.size


def exhibits_of(target: Target, links: Mapping[int, Collection[Target]]) -> tuple[int, ...]:
    """Return the numbers of the exhibits linked to exactly this target, ascending; `links` maps exhibits to targets."""
    return tuple(sorted(number for number, targets in links.items() if target in targets))


def exhibits_of_entry(entry: int, links: Mapping[int, Collection[Target]]) -> tuple[int, ...]:
    """Return the numbers of the exhibits of an entry, those of its checklist items included, ascending."""
    return tuple(sorted(number for number, targets in links.items() if any(one.entry == entry for one in targets)))


def items_proved(entry: int, links: Mapping[int, Collection[Target]]) -> dict[str, tuple[int, ...]]:
    """Return the numbers of the exhibits linked to each checklist item of an entry, by the id of the item."""
    found: dict[str, tuple[int, ...]] = {}
    for number, targets in sorted(links.items()):
        for target in targets:
            if target.entry == entry and target.item:
                found[target.item] = (*found.get(target.item, ()), number)
    return found


def exhibits_by_entry(links: Mapping[int, Collection[Target]]) -> dict[int, tuple[int, ...]]:
    """Return for each entry that has any what `exhibits_of_entry` returns for one."""
    found: dict[int, tuple[int, ...]] = {}
    for number, targets in sorted(links.items()):
        for entry in {target.entry for target in targets if target.entry}:
            found[entry] = (*found.get(entry, ()), number)
    return found


def files_by_entry(links: Mapping[int, Collection[Target]]) -> dict[int, int]:
    """Count the exhibits of each entry; entries without any are omitted."""
    return {entry: len(numbers) for entry, numbers in exhibits_by_entry(links).items()}

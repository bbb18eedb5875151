"""Files of the exhibits in a bundle: originals, copies without a location, or the reason why neither is included."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from journal.domain.base.errors import Unreadable
from journal.domain.evidence.exhibit import Form
from journal.evidence.errors import LocationStays
from journal.evidence.photo import without_location
from journal.handover.bundle.embedded_locations import Budget, OverBudget, holds_location
from journal.handover.selection.choice import Stays

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.domain.evidence.exhibit import Exhibit
    from journal.handover.bundle.bagit_writer import BagWriter
    from journal.handover.selection.selection import Selection

LARGEST_HELD = 256_000_000
"""Maximum size in bytes of a file that is read into memory; a larger one cannot be copied without its location."""
_MAY_SAY_WHERE = ("image/", "video/", "audio/mp4", "audio/x-m4a")
"""Prefixes of the media types into which telephones and cameras write a location."""
_LONGEST_NAME = 60
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")


class NotHere(StrEnum):
    """Reason why the file of an exhibit is not in the bundle."""

    THING = "thing"
    ELSEWHERE = "elsewhere"
    ERASED = "erased"
    UNREADABLE = "unreadable"
    LOCATION = "location"
    """No copy without the location can be made of it, or searching it takes too long."""
    STAYS = "stays"
    WITHDRAWN = "withdrawn"


_OF_FORM = {Form.THING: NotHere.THING, Form.FINGERPRINT: NotHere.ELSEWHERE, Form.ERASED: NotHere.ERASED}


class _Missing(Exception):
    """The file is not included."""

    def __init__(self, why: NotHere) -> None:
        super().__init__(why.value)
        self.why = why


class ExhibitFile(Struct, frozen=True):
    """Entry of `exhibits.json`."""

    exhibit: int
    file: str = ""
    """Its name in the bundle; empty where the file is not included."""
    sha256: str = ""
    """Digest of the original."""
    copy_sha256: str = ""
    """Digest of the copy, where the file is one without its location; empty for an original."""
    not_here: str = ""
    size: int = 0
    """Of the original, in bytes."""
    media_type: str = ""

    def plain(self) -> dict[str, Any]:
        """Return it as plain JSON, empty values included."""
        return {name: getattr(self, name) for name in self.__struct_fields__}


def put_exhibit_file(chosen: Selection, exhibit: Exhibit, bag: BagWriter, ask: Callable[[], object]) -> ExhibitFile:
    """Put the file of an exhibit into the bag where it may leave, and return what became of it.

    `ask` is called now and then while a file is looked into; what it raises comes through.
    """
    piece = ExhibitFile(exhibit=exhibit.number, sha256=exhibit.sha256, size=exhibit.size, media_type=exhibit.media_type)
    name = f"exhibits/{exhibit_file_name(exhibit)}"
    try:
        digest = _put(chosen, exhibit, bag, name, ask)
    except _Missing as missing:
        return msgspec.structs.replace(piece, not_here=missing.why.value)
    copy = "" if digest == exhibit.sha256 else digest
    return msgspec.structs.replace(piece, file=f"data/{name}", copy_sha256=copy)


def exhibit_file_name(exhibit: Exhibit) -> str:
    """Return the file name in a bundle: number and original name, in plain letters."""
    told = unicodedata.normalize("NFKD", exhibit.file_name).encode("ascii", "ignore").decode()
    ending = _ENDING.search(told)
    stem = re.sub(r"[^A-Za-z0-9_]+", "-", told[: ending.start()] if ending else told).strip("-")
    return f"{exhibit.number:04}-{stem[:_LONGEST_NAME] or 'file'}{ending[0].lower() if ending else ''}"


def _put(chosen: Selection, exhibit: Exhibit, bag: BagWriter, name: str, ask: Callable[[], object]) -> str:
    """Return the digest of the file that was put into the bag; raises `_Missing` with nothing of it in there."""
    if exhibit.form in _OF_FORM:
        raise _Missing(_OF_FORM[exhibit.form])
    if exhibit.withdrawn:
        raise _Missing(NotHere.WITHDRAWN)
    if not chosen.gives(exhibit.number):
        raise _Missing(NotHere.STAYS)
    kept_back = chosen.choice.keeps(Stays.LOCATIONS)
    says_where = exhibit.media_type.startswith(_MAY_SAY_WHERE)
    if exhibit.size <= LARGEST_HELD:
        held = bytearray()
        _read(chosen, exhibit, held.extend)
        data = bytes(held)
        if kept_back and not says_where and _may_hold_location(data, ask):
            raise _Missing(NotHere.LOCATION)
        return bag.put(name, _without_location(data) if kept_back and says_where else data)
    if kept_back and says_where:
        raise _Missing(NotHere.LOCATION)
    # What was read counts only once all of it was, and a zip takes nothing back: it is read twice.
    _read(chosen, exhibit, lambda _part: None)
    return bag.stream(name, lambda write: _read(chosen, exhibit, write))


def _may_hold_location(data: bytes, ask: Callable[[], object]) -> bool:
    """Tell whether a place was found in a file, or it cannot be looked into; what `ask` raises comes through."""
    try:
        return holds_location(data, Budget(len(data), ask))
    except OverBudget:
        return True


def _without_location(data: bytes) -> bytes:
    try:
        return without_location(data)
    except LocationStays as error:
        raise _Missing(NotHere.LOCATION) from error


def _read(chosen: Selection, exhibit: Exhibit, write: Callable[[bytes], object]) -> None:
    try:
        chosen.read(exhibit.number, write)
    except Unreadable as error:
        raise _Missing(NotHere.UNREADABLE) from error

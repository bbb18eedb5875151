"""Rows that identify a file: program, format version and wrapped key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET, Raw, Struct, UnsetType

from journal.store.age.wraps import Wraps
from journal.store.file.layout import decode_lines, lines

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMAT = 1
"""Version of the file format that this program writes."""
ROW = "1"
"""Key of the identity in the table `lock`."""


class Identity(Struct, frozen=True):
    """Row of the table `lock` with program and format version."""

    program: str = "Journal"
    format: int = FORMAT
    key: Wraps | UnsetType = UNSET
    """Wrapped key of a protected journal, under its passphrase and under its recovery code."""


class KeyBackup(Struct, frozen=True, tag_field="about", tag="key"):
    """Second copy of the wrapped key, a row of the table `desk`."""

    passphrase: str
    recovery: str

    @property
    def wraps(self) -> Wraps:
        """The wrapped key."""
        return Wraps(passphrase=self.passphrase, recovery=self.recovery)


class FailedAttempts(Struct, frozen=True, tag_field="about", tag="attempts"):
    """Counter of failed attempts to unlock the journal, a row of the table `desk`."""

    failed: int = 0
    """Number of them since it was last unlocked."""
    last: str = ""
    """Time of the last, UTC, ISO 8601 to the second."""


def identity_of(row: Raw) -> Identity | None:
    """Parse a row of the table `lock` as an identity; None where it is not one of a journal of this program."""
    try:
        found = msgspec.json.decode(row, type=Identity)
    except (ValueError, RecursionError):
        return None
    return found if found.program == Identity().program and found.format > 0 else None


def wraps_in(rows: Iterable[Raw]) -> Wraps | None:
    """Return the wrapped key in the rows of the table `lock`, or None where there is none."""
    found = [identity.key for row in rows if (identity := identity_of(row))]
    return found[-1] if found and isinstance(found[-1], Wraps) else None


def with_key(lock: bytes, wraps: Wraps | None) -> bytes:
    """Return the lines of the table `lock` with the wrapped key replaced or removed; all else stays as it is."""
    rows = decode_lines(lock)
    said = msgspec.json.decode(rows[ROW], type=dict[str, Raw])
    said.pop("key", None)
    if wraps:
        said["key"] = Raw(msgspec.json.encode(wraps))
    return lines({**rows, ROW: Raw(msgspec.json.encode(said))}.items())

"""Versions of an entry, decoded from its records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from journal.domain.entry.entry import Entry, understood
from journal.domain.ledger.actions import Action
from journal.domain.ledger.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable


class Version(Struct, frozen=True):
    """State of an entry from one record on."""

    record: Record
    act: Action
    entry: Entry
    changed: tuple[str, ...]
    """Names of the fields that this version changed."""
    reason: str
    """Reason of the amendment, withdrawal or reinstatement; empty for the first version."""


def versions_in(records: Iterable[Record]) -> tuple[Version, ...]:
    """Decode the version that each record of one entry gives, oldest first."""
    versions: list[Version] = []
    said: dict[str, Any] = {}
    for record in records:
        fields = record.fields()
        said |= fields
        entry = understood({name: value for name, value in said.items() if value is not None})
        names = tuple(name for name in fields if name in Entry.__struct_fields__ or "." in name)
        versions.append(Version(record, Action(fields["action"]), entry, names, str(fields.get("reason", ""))))
    return tuple(versions)

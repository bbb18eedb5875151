"""Base class of numbered case objects, and their conversion from and to the fields of records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

OF_THE_RECORD = ("number", "withdrawn", "added_at", "erased_at")
"""Attributes derived from a record's subject, action and time, which are never fields of its body."""


class Numbered(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Case object with a running number of its own."""

    SUBJECT: ClassVar[str]
    """Name of the record field that holds the object's number."""

    number: int
    """Running number, never reused."""
    withdrawn: bool = False
    """Withdrawn by the user; still shown wherever something refers to it."""

    def fields(self) -> dict[str, Any]:
        """Encode the non-default values as fields of a record: name to JSON value."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return {name: value for name, value in plain.items() if name not in OF_THE_RECORD}

    @classmethod
    def from_fields(cls, number: int, fields: Mapping[str, Any], **derived: object) -> Self:
        """Decode an object from the merged fields of its records; `derived` holds what the records themselves imply.

        Unknown fields and emptied ones (`None`) are ignored. Raises msgspec.ValidationError where a known field has an
        invalid value.
        """
        own = {name: value for name, value in fields.items() if name in cls.__struct_fields__ and value is not None}
        said = {name: value for name, value in own.items() if name not in OF_THE_RECORD}
        return msgspec.convert(said | derived | {"number": number}, cls)


NumberedT = TypeVar("NumberedT", bound=Numbered)


def changed(old: NumberedT, new: NumberedT) -> dict[str, Any]:
    """Return the difference between two versions as fields of a record, `None` for those that were emptied."""
    before, after = old.fields(), new.fields()
    emptied = dict.fromkeys(before.keys() - after.keys())
    return emptied | {name: value for name, value in after.items() if name not in before or before[name] != value}

"""What the case keeps beside its entries: values with a running number, told by the fields of their records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

OF_THE_RECORD = ("number", "withdrawn", "added_at", "erased_at")
"""What follows from the record itself, its subject, its act and its time, and so is no field of its own."""


class Numbered(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something of the case under a number of its own."""

    SUBJECT: ClassVar[str]
    """The name of the field by which a record says which one it is about."""

    number: int
    """Its own running number, never handed out again."""
    withdrawn: bool = False
    """Taken back; still named wherever something refers to it."""

    def fields(self) -> dict[str, Any]:
        """Return what is filled in, as fields of a record: name to JSON value."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return {name: value for name, value in plain.items() if name not in OF_THE_RECORD}

    @classmethod
    def from_fields(cls, number: int, fields: Mapping[str, Any], **derived: object) -> Self:
        """Return the value that the fields of its records say, taken together; `derived` follows from the records.

        Fields that this program does not know, and emptied ones (`None`), are passed over. Raises
        msgspec.ValidationError where a known field holds something impossible.
        """
        own = {name: value for name, value in fields.items() if name in cls.__struct_fields__ and value is not None}
        said = {name: value for name, value in own.items() if name not in OF_THE_RECORD}
        return msgspec.convert(said | derived | {"number": number}, cls)


Kept = TypeVar("Kept", bound=Numbered)


def changed(old: Kept, new: Kept) -> dict[str, Any]:
    """Return the fields in which `new` differs, with `None` for those that were emptied."""
    before, after = old.fields(), new.fields()
    emptied = dict.fromkeys(before.keys() - after.keys())
    return emptied | {name: value for name, value in after.items() if name not in before or before[name] != value}

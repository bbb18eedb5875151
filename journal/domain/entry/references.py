"""Numbers of the people and of the order to which an entry refers, kept while the ledger is folded."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import UNSET, Raw, Struct, UnsetType

from journal.domain.entry.partial_record import Referring

if TYPE_CHECKING:
    from collections.abc import Iterator

_REFERRING = msgspec.json.Decoder(Referring)
_FIELDS = msgspec.json.Decoder(dict[str, Any])


class References(Struct, frozen=True, gc=False):
    """Numbers of what one version of an entry refers to; 0 for nothing."""

    person: int = 0
    """Who did it."""
    witnesses: tuple[int, ...] = ()
    reported_by: int = 0
    order: int = 0
    """Order that a breach names."""

    def after(self, said: Referring) -> References:
        """Return the references once a record changed some of them; equal ones are one object."""
        return _after(self, said.person, said.witnesses, said.reported_by, said.order)


NOTHING = References()


def referring(body: Raw) -> Referring:
    """Decode a body leniently: a value that only another version of the program knows counts as emptied."""
    try:
        return _REFERRING.decode(body)
    except (ValueError, RecursionError):
        return Referring(**dict(_readable(body)))


def _readable(body: Raw) -> Iterator[tuple[str, Any]]:
    said = _FIELDS.decode(body)
    for name, stored in zip(Referring.__struct_fields__, Referring.__struct_encode_fields__, strict=True):
        if stored in said and name != "taken_from":
            try:
                yield name, getattr(msgspec.convert({stored: said[stored]}, Referring), name)
            except msgspec.ValidationError:
                yield name, None


@lru_cache(maxsize=4096)
def _after(
    before: References,
    person: int | UnsetType | None,
    witnesses: tuple[int, ...] | UnsetType | None,
    reported_by: int | UnsetType | None,
    order: int | UnsetType | None,
) -> References:
    """Return the references after such a change. Cached: a long ledger refers to few things in few ways."""
    return _shared(
        References(
            _later(before.person, person),
            before.witnesses if witnesses is UNSET else witnesses or (),
            _later(before.reported_by, reported_by),
            _later(before.order, order),
        )
    )


@lru_cache(maxsize=4096)
def _shared(references: References) -> References:
    """Return references that equal these; equal ones are one object. Cached."""
    return references


def _later(before: int, said: int | UnsetType | None) -> int:
    return before if said is UNSET else said or 0

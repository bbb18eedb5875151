"""Encoding of filters as JSON values; one of a newer version of the program is not understood, and said so."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from journal.domain.filters.values import AllOf, AnyFilter, AtHours, InPeriod, Not, OneOf, OnWeekday, all_of, one_of


def to_stored(wanted: AnyFilter) -> dict[str, Any]:
    """Encode a filter as JSON values."""
    plain: dict[str, Any] = msgspec.to_builtins(wanted)
    return plain


def from_stored(plain: object) -> AnyFilter | None:
    """Decode a filter, in normal form; None where it is malformed or of another version."""
    try:
        return _checked(msgspec.convert(plain, AnyFilter))
    except (ValueError, RecursionError):
        return None


def _checked(one: AnyFilter) -> AnyFilter:
    """Return the normal form; raises ValueError for a day, hour or weekday that there is not."""
    if isinstance(one, AllOf):
        return all_of(map(_checked, one.parts))
    if isinstance(one, OneOf):
        return one_of(map(_checked, one.parts))
    if isinstance(one, Not):
        return ~_checked(one.what)
    if isinstance(one, InPeriod):
        for day in filter(None, (one.first, one.last)):
            date.fromisoformat(day)
    if (isinstance(one, AtHours) and not {one.first, one.last} <= {*range(24)}) or (
        isinstance(one, OnWeekday) and one.weekday not in range(7)
    ):
        raise ValueError(one)
    return one

"""Event: entries that belong to one happening, together under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from journal.domain.ledger.case_object import Numbered

if TYPE_CHECKING:
    from collections.abc import Iterable


class CaseEvent(Numbered, frozen=True, kw_only=True, omit_defaults=True):
    """Named group of entries; an entry can belong to several."""

    SUBJECT: ClassVar = "event"

    name: str
    entries: tuple[int, ...] = ()
    """Numbers of the entries that belong to it."""
    note: str = ""


def holding_entry(entry: int, events: Iterable[CaseEvent]) -> tuple[CaseEvent, ...]:
    """Return the events to which an entry belongs, in their order."""
    return tuple(one for one in events if entry in one.entries)

"""Order of what was found, and what of it is looked at: by sender, kind and period."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.intake.triage.entries import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.intake.triage.triage import TriageItem


class ListOrder(StrEnum):
    """By what the items are sorted; equal ones stay in the order of their files."""

    TIME = "time"
    SENDER = "sender"
    KIND = "kind"


class Narrowing(Struct, frozen=True, kw_only=True):
    """What of the items is looked at, in which order; empty fields hold back nothing."""

    order: ListOrder = ListOrder.TIME
    sender: tuple[str, str] | None = None
    """Name and number of the other side, as `sender_of`."""
    kind: str = ""
    """Id of the kind of entry that an item becomes."""
    since: date | None = None
    """First day."""
    until: date | None = None
    """Last day."""

    def places(self, items: Sequence[TriageItem]) -> list[int]:
        """Return the indices of the items that are looked at, in order; those whose time is in doubt come first."""
        kept = (at for at, one in enumerate(items) if self.holds(one))
        return sorted(kept, key=lambda at: self._key(items[at]))

    def holds(self, one: TriageItem) -> bool:
        """Tell whether an item is looked at; one whose time is in doubt is in no period."""
        day = one.when[:10]
        within = (not self.since or day >= self.since.isoformat()) and (not self.until or day <= self.until.isoformat())
        in_period = (within and bool(day)) or not (self.since or self.until)
        return in_period and self.sender in {None, sender_of(one)} and self.kind in {"", kind_of(one.found)}

    def _key(self, one: TriageItem) -> tuple[str, str, str]:
        if self.order is ListOrder.SENDER:
            return (*sender_of(one), one.when)
        return (kind_of(one.found) if self.order is ListOrder.KIND else "", one.when, "")


def sender_of(one: TriageItem) -> tuple[str, str]:
    """Return name and number of the other side; both empty where the number is withheld or nobody is named."""
    return one.found.name, one.found.party

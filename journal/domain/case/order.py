"""Court order or ban with its period, and which orders an event may breach."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from journal.domain.ledger.case_object import Numbered
from journal.domain.time.within import Inside

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.time.within import Days


class Order(Numbered, frozen=True, kw_only=True, omit_defaults=True):
    """Contact ban, street ban or another condition; every field may be left empty.

    Whether something is a breach is for police and court to decide; the program only compares dates.
    """

    SUBJECT: ClassVar = "order"

    parts: tuple[str, ...] = ()
    """Prohibitions: option ids of the field `order.part`."""
    person: int = 0
    """Number of the person bound by it; 0 for none."""
    by: str = ""
    """Court or authority that issued it."""
    reference: str = ""
    """Reference number."""
    starts: str = ""
    """First local day in force, ISO 8601; empty where unknown."""
    ends: str = ""
    """Last local day in force, ISO 8601; empty where no end is known."""
    told_on: str = ""
    """Local day on which the other side was served with it, ISO 8601."""
    distance: str = ""
    streets: str = ""
    """Streets or places named in it."""
    note: str = ""


def in_force(order: Order, days: Days) -> Inside:
    """Test whether an order was in force on any day of an event; a withdrawn order never was."""
    begin, last = _day(order.starts), _day(order.ends)
    if order.withdrawn:
        return Inside.NO
    inside = days.reaching_into(begin, last)
    if inside is Inside.YES and begin is None:
        # The beginning of an order is not known where it is empty, but on its own last day it held.
        return Inside.YES if last and days.reaching_into(last, last) is Inside.YES else Inside.PERHAPS
    return inside


def breached_by(orders: Iterable[Order], days: Days, person: int = 0) -> tuple[tuple[Order, Inside], ...]:
    """Return the orders that an event on these days may breach: certain ones first, then by number.

    With the number of the person who did it, orders that bind another person are left out.
    """
    sure = {Inside.YES: 0, Inside.PERHAPS: 1}
    ranked = [
        (sure[holds], order.number, order, holds)
        for order in orders
        if (holds := in_force(order, days)) in sure and may_bind(order, person)
    ]
    return tuple((order, holds) for _sure, _number, order, holds in sorted(ranked, key=lambda one: one[:2]))


def may_bind(order: Order, person: int) -> bool:
    """Return whether an order can bind a person: true unless both are named and differ."""
    return not (person and order.person and person != order.person)


def _day(text: str) -> date | None:
    """Parse an ISO 8601 date; None for an empty or malformed text."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

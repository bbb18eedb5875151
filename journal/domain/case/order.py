"""An order: a ban with its days, so that an entry can be seen to be a breach of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from journal.domain.ledger.case_object import Numbered
from journal.domain.time.within import Inside

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.time.within import Days


class Order(Numbered, frozen=True, kw_only=True, omit_defaults=True):
    """A contact ban, a street ban or another condition; every field may be left empty.

    Whether something is a breach is for police and court to say; the program only puts days side by side.
    """

    SUBJECT: ClassVar = "order"

    parts: tuple[str, ...] = ()
    """What it forbids: ids of choices of the field `order.part`."""
    person: int = 0
    """The number of the person whom it binds; 0 where nobody is named."""
    by: str = ""
    """The court or authority that gave it."""
    reference: str = ""
    """Its number."""
    starts: str = ""
    """The first local day on which it holds, ISO 8601; empty where that is unknown."""
    ends: str = ""
    """The last local day on which it holds, ISO 8601; empty where no end is known."""
    told_on: str = ""
    """The local day on which the other side was officially told of it, ISO 8601."""
    distance: str = ""
    streets: str = ""
    """The streets or places that it names."""
    note: str = ""


def in_force(order: Order, days: Days) -> Inside:
    """Return whether the order held on any of the days of a happening; a withdrawn order never held."""
    begin, last = _day(order.starts), _day(order.ends)
    if order.withdrawn:
        return Inside.NO
    inside = days.reaching_into(begin, last)
    if inside is Inside.YES and begin is None:
        # The beginning of an order is not known where it is empty, but on its own last day it held.
        return Inside.YES if last and days.reaching_into(last, last) is Inside.YES else Inside.PERHAPS
    return inside


def breached_by(orders: Iterable[Order], days: Days, person: int = 0) -> tuple[tuple[Order, Inside], ...]:
    """Return the orders that something on these days may breach: those surely in force first, then by number.

    With the number of the person who did it, orders that bind somebody else are left out.
    """
    sure = {Inside.YES: 0, Inside.PERHAPS: 1}
    ranked = [
        (sure[holds], order.number, order, holds)
        for order in orders
        if (holds := in_force(order, days)) in sure and may_bind(order, person)
    ]
    return tuple((order, holds) for _sure, _number, order, holds in sorted(ranked, key=lambda one: one[:2]))


def may_bind(order: Order, person: int) -> bool:
    """Tell whether an order can bind who did something: nobody is named on either side, or the same person on both."""
    return not (person and order.person and person != order.person)


def _day(text: str) -> date | None:
    """Return the day, or nothing for an empty or foreign text."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

"""An order: a ban with its days, so that an entry can be seen to be a breach of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from journal.domain.numbered import Numbered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.moment import Moment


class Held(StrEnum):
    """Whether an order held at some time."""

    YES = "yes"
    PERHAPS = "perhaps"
    """The days of the order, or the time asked about, are not known well enough to say."""
    NO = "no"


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


def in_force(order: Order, moment: Moment) -> Held:
    """Return whether the order held at a moment, both by their local days; a withdrawn order never held."""
    begin, last = _day(order.starts), _day(order.ends)
    first, until = moment.day, _last_day(moment)
    if order.withdrawn or (begin and until and until < begin) or (last and first and first > last):
        return Held.NO
    if begin is None or first is None or until is None:
        return Held.PERHAPS
    return Held.YES if begin <= first and (last is None or until <= last) else Held.PERHAPS


def breached_by(orders: Iterable[Order], moment: Moment, person: int = 0) -> tuple[Order, ...]:
    """Return the orders that something at this moment may breach: those surely in force first, then by number.

    With the number of the person who did it, orders that bind somebody else are left out.
    """
    sure = {Held.YES: 0, Held.PERHAPS: 1}
    ranked = [
        (sure[holds], order.number, order)
        for order in orders
        if (holds := in_force(order, moment)) in sure and not (person and order.person and person != order.person)
    ]
    return tuple(order for _sure, _number, order in sorted(ranked, key=lambda one: one[:2]))


def _day(text: str) -> date | None:
    """Return the day, or nothing for an empty or foreign text."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _last_day(moment: Moment) -> date | None:
    return _day(moment.end[:10]) if moment.end else moment.day

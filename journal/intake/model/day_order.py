"""Order of day, month and year in the dates of a chat, worked out from the whole file and never guessed."""

from __future__ import annotations

from datetime import date
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from journal.domain.base.errors import Refused
from journal.domain.text.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CONTRADICTION = N_(
    "The dates in this file contradict each other: line {one} has “{first}” and line {other} has “{second}”. Nothing "
    "of it was brought in. Export the chat again, in one piece, and try that file."
)
_CHANGES = 2
"""How many dates that go back tell that an order is wrong; a single one may be a telephone without network."""


class DayOrder(Enum):
    """Places of year, month and day among the three numbers of a date."""

    DAY_FIRST = (2, 1, 0)
    MONTH_FIRST = (2, 0, 1)
    YEAR_FIRST = (0, 1, 2)

    def date(self, numbers: Sequence[int]) -> date:
        """Return the date that three numbers mean; a year of two digits is of 2000. Raises ValueError for none."""
        year, month, day = (numbers[at] for at in self.value)
        return date(year + 2000 if year < 100 else year, month, day)


class Dated(NamedTuple):
    """Date as it stands in a file."""

    numbers: tuple[int, int, int]
    text: str
    line: int


class DatesContradict(Refused):
    """Two lines of a file are dates only in orders that exclude each other."""


class DayOrderOpen(Refused):
    """The file allows both orders; `dated` is a date of it that has two meanings."""

    def __init__(self, dated: Dated) -> None:
        """Keep the date to ask about."""
        self.dated = dated
        super().__init__(_("Which day is “{text}”?").format(text=dated.text))

    @property
    def readings(self) -> tuple[tuple[DayOrder, date], ...]:
        """Both meanings."""
        return tuple((order, order.date(self.dated.numbers)) for order in (DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST))


def day_order(dates: Iterable[Dated]) -> DayOrder:
    """Work out the order from every date of a file, in its order.

    A number above 12 decides; else the order in which no date goes back, where dates of the other do. Raises
    DatesContradict where two lines contradict each other, with both; DayOrderOpen where both orders remain.
    """
    above: dict[DayOrder, Dated] = {}
    ambiguous: Dated | None = None
    seen: list[tuple[int, int, int]] = []
    for dated in dates:
        if (order := _surely(dated.numbers)) is not None:
            above.setdefault(order, dated)
        if ambiguous is None and dated.numbers[0] != dated.numbers[1]:
            ambiguous = dated
        if not seen or seen[-1] != dated.numbers:
            seen.append(dated.numbers)
    if len(above) > 1:
        earlier, later = sorted(above.values(), key=lambda each: each.line)[:2]
        told = {"one": earlier.line, "first": earlier.text, "other": later.line, "second": later.text}
        raise DatesContradict(_(_CONTRADICTION).format(**told))
    if above:
        return next(iter(above))
    if ambiguous is None:
        return DayOrder.DAY_FIRST
    back = {order: _goes_back(seen, order) for order in (DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST)}
    likely, other = sorted(back, key=lambda order: back[order])
    if not back[likely] and back[other] >= _CHANGES:
        return likely
    raise DayOrderOpen(ambiguous)


def _surely(numbers: Sequence[int]) -> DayOrder | None:
    """Return the only order in which three numbers are a date; None where there are two."""
    if numbers[0] > 31:
        return DayOrder.YEAR_FIRST
    if numbers[0] > 12:
        return DayOrder.DAY_FIRST
    return DayOrder.MONTH_FIRST if numbers[1] > 12 else None


def _goes_back(dates: Sequence[tuple[int, int, int]], order: DayOrder) -> int:
    """Count the dates that lie before their forerunner."""
    keys = [tuple(numbers[at] for at in order.value) for numbers in dates]
    return sum(later < earlier for earlier, later in pairwise(keys))

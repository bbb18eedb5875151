"""Days to be marked in overview and calendar: the refusals, reports, orders, and days to ask again."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.case.order import Order
from journal.domain.case.report import Receiver, Report
from journal.domain.overview.no_contact import sure_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal.domain.state.state import State


class MarkType(StrEnum):
    """Sorts of marks, in the order in which they are told."""

    NO = "no"
    REPORT = "report"
    ORDER_BEGINS = "order_begins"
    ORDER_ENDS = "order_ends"
    """Last day of an order."""
    ASK_AGAIN = "ask_again"


class DayMark(Struct, frozen=True, order=True):
    """What is marked on a day."""

    day: date
    place: int
    """Of its sort, in the order of telling."""
    number: int
    """Of the entry, report or order; 0 for a refusal that is a step of the case."""
    sort: MarkType
    receiver: Receiver | None = None


def day_marks(state: State, no: date | None) -> tuple[DayMark, ...]:
    """Return the marks of all days that are known, the earliest first; `no` is the day of the first refusal.

    Later refusals are marked too; withdrawn ones are not, and neither are answered reports to be asked about.
    """
    found = {_mark(day, sort, number, receiver) for day, sort, number, receiver in _found(state)}
    if no and not any(one.day == no and one.sort is MarkType.NO for one in found):
        found.add(_mark(no, MarkType.NO, 0, None))
    return tuple(sorted(found, key=lambda one: (one.day, one.place, one.number)))


def _mark(day: date, sort: MarkType, number: int, receiver: Receiver | None) -> DayMark:
    return DayMark(day, list(MarkType).index(sort), number, sort, receiver)


def _found(state: State) -> Iterator[tuple[date, MarkType, int, Receiver | None]]:
    for entry in state.entries.values():
        if entry.kind_id == "said_no" and not entry.withdrawn and (day := sure_day(entry.happened)):
            yield day, MarkType.NO, entry.number, None
    for report in state.of(Report).standing:
        if report.made.on_one_day and (day := report.made.day):
            yield day, MarkType.REPORT, report.number, report.receiver
        if not report.answered_on:
            yield from ((day, MarkType.ASK_AGAIN, report.number, None) for day in _days(report.follow_up_on))
    for order in state.of(Order).standing:
        yield from ((day, MarkType.ORDER_BEGINS, order.number, None) for day in _days(order.starts))
        yield from ((day, MarkType.ORDER_ENDS, order.number, None) for day in _days(order.ends))


def _days(text: str) -> Iterable[date]:
    """Return the day of a stored text; none for an empty or malformed one."""
    try:
        return (date.fromisoformat(text),)
    except ValueError:
        return ()

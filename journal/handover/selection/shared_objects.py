"""Objects of the case that also belong to entries outside the selection, so that a part never says *none* of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.case_event import CaseEvent
from journal.domain.case.order import Order
from journal.domain.case.report import Report
from journal.domain.evidence.exhibit import exhibits_by_entry
from journal.domain.state.mentions import named_in
from journal.domain.state.relations import held_during
from journal.domain.time.within import Inside
from journal.handover.selection.choice import ObjectRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.domain.entry.history import History
    from journal.domain.state.state import State
    from journal.handover.selection.reaching import Reached


def shared_objects(state: State, reached: Reached) -> frozenset[ObjectRef]:
    """Return the reports, orders, events, people and exhibits that also belong to entries which do not leave."""
    staying = [one for number, one in state.entries.items() if not reached.holds("entry", number)]
    return frozenset(_of_entries(staying, state)) if staying else frozenset()


def _of_entries(staying: list[History], state: State) -> Iterator[ObjectRef]:
    numbers = {one.number for one in staying}
    for report in state.of(Report).standing:
        if numbers & {*report.entries}:
            yield ObjectRef("report", report.number)
    for event in state.of(CaseEvent).standing:
        if numbers & {*event.entries}:
            yield ObjectRef("event", event.number)
    counting = [one for one in staying if not one.withdrawn]
    for order in state.of(Order).standing:
        if any(held_during(order, one) is not Inside.NO for one in counting):
            yield ObjectRef("order", order.number)
    linked = exhibits_by_entry(state.standing_links)
    for one in counting:
        yield from (ObjectRef("person", person) for person, _how in named_in(one.refers))
    for one in staying:
        yield from (ObjectRef("exhibit", number) for number in linked.get(one.number, ()))

"""Relations between entries, people, exhibits, reports, orders and events, in both directions."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.case import order as orders
from journal.domain.case import report as reports
from journal.domain.case.case_event import CaseEvent, holding_entry
from journal.domain.case.order import Order, in_force, may_bind
from journal.domain.case.report import Report
from journal.domain.evidence.custody import Movement
from journal.domain.evidence.exhibit import Exhibit, Target, exhibits_of, exhibits_of_entry
from journal.domain.kinds.orders import ORDER_BROKEN
from journal.domain.state.event_facts import event_facts
from journal.domain.state.mentions import MentionRole, mentions_of, named_in
from journal.domain.text.labelled import labels_of
from journal.domain.text.words import N_
from journal.domain.time.within import Inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from journal.domain.entry.history import History
    from journal.domain.state.state import State


class EntityType(StrEnum):
    """Types of related objects."""

    ENTRY = "entry"
    PERSON = "person"
    EXHIBIT = "exhibit"
    REPORT = "report"
    ORDER = "order"
    EVENT = "event"


class Ref(Struct, frozen=True, gc=False):
    """Reference to an object, by type and number."""

    thing: EntityType
    number: int


class Relation(Struct, frozen=True):
    """Related object, with the reason."""

    ref: Ref
    how: str
    """Marked phrase for the kind of relation."""


HOW: Mapping[MentionRole, str] = labels_of(MentionRole)
"""Labels of the roles in which an entry names a person."""

HELD_THEN: Mapping[Inside, str] = {Inside.YES: N_("in force then"), Inside.PERHAPS: N_("perhaps in force then")}
WHILE_HELD: Mapping[Inside, str] = {
    Inside.YES: N_("happened while order {number} held"),
    Inside.PERHAPS: N_("order {number} perhaps held then"),
}
"""Labels for an order in force at the time of an entry; they never claim a breach."""
_PROOF = N_("proof")
_COVERED = N_("covered by the report")
_COVERS = N_("covers this entry")
_HANDED_OVER = N_("handed over")
_TAKEN_BY = N_("took the report")
_BOUND = N_("bound by the order")
_CAME_FROM = N_("came from there")
_RECEIVED = N_("received it")
_PART_OF = N_("the entry belongs to it")
_BELONGS = N_("belongs to the event")
_BREACH = N_("noted as a breach")


def related_to(ref: Ref, state: State) -> Iterator[Relation]:
    """Yield the objects related to one object, lazily, each once per reason; withdrawn ones left out.

    Entries come last, the latest first, so that a caller who needs only a few does not compute all of them.
    """
    finders: Mapping[EntityType, Callable[[int, State], Iterator[Relation]]] = {
        EntityType.ENTRY: _of_entry,
        EntityType.PERSON: _of_person,
        EntityType.EXHIBIT: _of_exhibit,
        EntityType.REPORT: _of_report,
        EntityType.ORDER: _of_order,
        EntityType.EVENT: _of_event,
    }
    said: set[Relation] = set()
    for one in finders[ref.thing](ref.number, state):
        if one not in said and _counts(one.ref, state):
            said.add(one)
            yield one


def held_at(history: History, state: State) -> tuple[tuple[Order, Inside], ...]:
    """Return the orders that were, or perhaps were, in force at an act of the other side; none for an own step."""
    if not history.acts:
        return ()
    return orders.breached_by(state.of(Order).standing, history.days, history.refers.person)


def held_during(order: Order, history: History) -> Inside:
    """Return whether an order was in force at an act of the other side; `NO` for an own step."""
    if not history.acts:
        return Inside.NO
    holds = in_force(order, history.days)
    return holds if holds is Inside.NO or may_bind(order, history.refers.person) else Inside.NO


def _of_entry(number: int, state: State) -> Iterator[Relation]:
    history = state.entries[number]
    yield from (Relation(Ref(EntityType.PERSON, person), HOW[how]) for person, how in named_in(history.refers))
    linked = exhibits_of_entry(number, state.standing_links)
    yield from (Relation(Ref(EntityType.EXHIBIT, exhibit), _PROOF) for exhibit in linked)
    covering = reports.covering(number, state.of(Report).standing)
    yield from (Relation(Ref(EntityType.REPORT, one.number), _COVERS) for one in covering)
    holding = holding_entry(number, state.of(CaseEvent).standing)
    yield from (Relation(Ref(EntityType.EVENT, one.number), _PART_OF) for one in holding)
    if history.refers.order in state.of(Order).now:
        yield Relation(Ref(EntityType.ORDER, history.refers.order), _BREACH)
    yield from (Relation(Ref(EntityType.ORDER, one.number), HELD_THEN[held]) for one, held in held_at(history, state))


def _of_person(number: int, state: State) -> Iterator[Relation]:
    for exhibit in state.of(Exhibit).standing:
        if exhibit.from_person == number:
            yield Relation(Ref(EntityType.EXHIBIT, exhibit.number), _CAME_FROM)
    for movement in state.of(Movement).standing:
        if movement.person == number:
            yield Relation(Ref(EntityType.EXHIBIT, movement.exhibit), _RECEIVED)
    yield from _proof(Target(person=number), state)
    for report in state.of(Report).standing:
        if report.person == number:
            yield Relation(Ref(EntityType.REPORT, report.number), _TAKEN_BY)
    for order in state.of(Order).standing:
        if order.person == number:
            yield Relation(Ref(EntityType.ORDER, order.number), _BOUND)
    for entry, how in mentions_of(number, reversed(state.chronological())):
        yield Relation(Ref(EntityType.ENTRY, entry), HOW[how])


def _of_exhibit(number: int, state: State) -> Iterator[Relation]:
    for target in state.standing_links.get(number, ()):
        for thing in (EntityType.ENTRY, EntityType.REPORT, EntityType.ORDER, EntityType.PERSON):
            if one := getattr(target, thing):
                yield Relation(Ref(thing, one), _PROOF)
    for report in reports.handing_over(number, state.of(Report).standing):
        yield Relation(Ref(EntityType.REPORT, report.number), _HANDED_OVER)
    if from_person := state.of(Exhibit).now[number].from_person:
        yield Relation(Ref(EntityType.PERSON, from_person), _CAME_FROM)
    for movement in state.of(Movement).standing:
        if movement.exhibit == number and movement.person:
            yield Relation(Ref(EntityType.PERSON, movement.person), _RECEIVED)


def _of_report(number: int, state: State) -> Iterator[Relation]:
    report = state.of(Report).now[number]
    if report.person:
        yield Relation(Ref(EntityType.PERSON, report.person), _TAKEN_BY)
    yield from (Relation(Ref(EntityType.EXHIBIT, one), _HANDED_OVER) for one in report.handed_over)
    yield from _proof(Target(report=number), state)
    yield from (Relation(Ref(EntityType.ENTRY, one), _COVERED) for one in report.entries)


def _of_order(number: int, state: State) -> Iterator[Relation]:
    order = state.of(Order).now[number]
    if order.person:
        yield Relation(Ref(EntityType.PERSON, order.person), _BOUND)
    yield from _proof(Target(order=number), state)
    for history in reversed(state.chronological()):
        if history.kind_id == ORDER_BROKEN.id and history.refers.order == number:
            yield Relation(Ref(EntityType.ENTRY, history.number), _BREACH)
        if (holds := held_during(order, history)) is not Inside.NO:
            yield Relation(Ref(EntityType.ENTRY, history.number), HELD_THEN[holds])


def _of_event(number: int, state: State) -> Iterator[Relation]:
    for history in event_facts(state.of(CaseEvent).now[number], state.entries).entries:
        yield Relation(Ref(EntityType.ENTRY, history.number), _BELONGS)


def _proof(target: Target, state: State) -> Iterator[Relation]:
    for exhibit in exhibits_of(target, state.standing_links):
        yield Relation(Ref(EntityType.EXHIBIT, exhibit), _PROOF)


def _counts(ref: Ref, state: State) -> bool:
    """Return whether an object is shown as related; a withdrawn entry or person is."""
    if ref.thing is EntityType.ENTRY:
        return ref.number in state.entries
    one = state.registers[ref.thing].now.get(ref.number)
    return one is not None and (ref.thing is EntityType.PERSON or not one.withdrawn)

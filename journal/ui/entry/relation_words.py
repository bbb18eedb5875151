"""A thing of the journal as one line, wherever something refers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.case_event import CaseEvent, holding_entry
from journal.domain.case.order import Order
from journal.domain.case.report import Report, covering
from journal.domain.evidence.exhibit import Exhibit
from journal.domain.forms.rendering import person_called
from journal.domain.state.relations import WHILE_HELD, EntityType, Ref, Relation, held_at
from journal.domain.state.short_names import NAMES, entry_called, exhibit_called, order_called, report_called
from journal.domain.text.words import _, spoken
from journal.ui.frame.page import PageField, PageHeading
from journal.ui.frame.text import FAINT, literal, own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content

    from journal.domain.entry.history import History
    from journal.domain.state.state import State
    from journal.ui.frame.page import PageBlock


def line_of(one: Relation, state: State) -> Content:
    """Return something that belongs to something else: what it is, and in brackets as what."""
    return told(one.ref, state) + own(f" ({_(one.how)})", FAINT)


def told(ref: Ref, state: State) -> Content:
    """Return a thing of the journal as one line: its number and by what it is known, struck where it is withdrawn."""
    name = own(_(NAMES[ref.thing]).format(number=ref.number), "bold")
    words, withdrawn = words_of(ref, state)
    return name + own("  ") + literal(words, "strike" if withdrawn else "")


def words_of(ref: Ref, state: State) -> tuple[str, bool]:
    """Return by what a thing is known, as it is stored, and whether it is withdrawn."""
    if ref.thing is EntityType.ENTRY:
        history = state.entries[ref.number]
        return entry_called(history, spoken()), history.withdrawn
    if ref.thing is EntityType.PERSON:
        return person_called(ref.number, state.people, spoken()), state.people[ref.number].withdrawn
    if ref.thing is EntityType.EXHIBIT:
        exhibit = state.of(Exhibit).now[ref.number]
        return exhibit_called(exhibit, spoken()), exhibit.withdrawn
    if ref.thing is EntityType.REPORT:
        report = state.of(Report).now[ref.number]
        return report_called(report, spoken()), report.withdrawn
    if ref.thing is EntityType.EVENT:
        event = state.of(CaseEvent).now[ref.number]
        return event.name, event.withdrawn
    order = state.of(Order).now[ref.number]
    return order_called(order, spoken()), order.withdrawn


def blocks_around(history: History, state: State) -> Iterator[PageBlock]:
    """Yield what the case has to an entry: its events, the reports that cover it, the orders that held then."""
    reports = covering(history.number, state.of(Report).standing)
    held = held_at(history, state)
    events = holding_entry(history.number, state.of(CaseEvent).standing)
    if reports or held or events:
        yield None
        yield PageHeading(_("In the case"))
    for event in events:
        name = _(NAMES[EntityType.EVENT]).format(number=event.number)
        yield PageField(name, literal(event.name), Ref(EntityType.EVENT, event.number))
    for report in reports:
        yield PageField(
            _(NAMES[EntityType.REPORT]).format(number=report.number),
            literal(report_called(report, spoken())),
            Ref(EntityType.REPORT, report.number),
        )
    for order, sure in held:
        said = own(_(WHILE_HELD[sure]).format(number=order.number)) + literal(
            f" ({order_called(order, spoken())})", FAINT
        )
        yield PageField(
            _(NAMES[EntityType.ORDER]).format(number=order.number), said, Ref(EntityType.ORDER, order.number)
        )

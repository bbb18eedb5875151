"""Sections around the entries: stalker, witnesses, steps taken, reports, orders, events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.case_labels import RECEIVERS, WILLING
from journal.domain.case.people import Role, Willing
from journal.domain.case.steps import field, group_label, step
from journal.domain.entry import labels
from journal.domain.entry.detail_words import detail_in_words
from journal.domain.forms.field_labels import LABELS
from journal.domain.forms.people import STALKER
from journal.domain.kinds import field as kind_field
from journal.domain.state.event_facts import facts_of
from journal.domain.state.short_names import span_called
from journal.domain.text.words import N_
from journal.domain.time.moment_words import in_words
from journal.domain.time.within import Inside
from journal.handover.dossier.formatting import (
    acts_text,
    day_text,
    during,
    entries_link,
    exhibit_anchor,
    filled,
    standing,
)
from journal.handover.model.document import Facts, Heading, Link, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal.domain.case.case_event import CaseEvent
    from journal.domain.case.order import Order
    from journal.domain.case.people import Person
    from journal.domain.case.report import Report
    from journal.domain.case.steps import StepMark
    from journal.domain.text.words import Words
    from journal.handover.model.document import Block, Cell
    from journal.handover.selection.selection import Selection


WOULD_TESTIFY = frozenset({Willing.YES, Willing.UNSURE})
"""Who may testify though no entry names them; whoever said no is nobody's witness."""


def stalkers(chosen: Selection, words: Words) -> Section | None:
    """Return who does it, as far as known: names, numbers, accounts, vehicles, description."""
    blocks = _each(
        (one.name, _known_of(one, chosen, words)) for one in chosen.people.values() if one.role is Role.STALKER
    )
    title = words(N_("The suspect"))
    return Section(title, blocks, anchor="stalkers") if blocks else None


def witnesses(chosen: Selection, words: Words) -> Section | None:
    """Return who saw something or would testify, on pages that can be taken out; None where there is nobody."""
    seen: dict[int, list[int]] = {}
    for entry in standing(chosen):
        for number in (*entry.history.entry.witnesses, entry.history.entry.reported_by):
            seen.setdefault(number, []).append(entry.history.number)
    blocks = _each(
        (one.name, _of_witness(one, seen.get(one.number, []), chosen, words))
        for one in chosen.people.values()
        if one.role is not Role.STALKER and (one.number in seen or one.willing_to_testify in WOULD_TESTIFY)
    )
    note = words(N_("These pages hold data of other people and can be taken out of the dossier."))
    title = words(N_("Witnesses, and people who may testify"))
    return Section(title, (Paragraph(note, small=True), *blocks), "witnesses", removable=True) if blocks else None


def steps(chosen: Selection, words: Words) -> Section | None:
    """Return the steps that were taken, with day, note and their own fields."""
    taken = [(step(one), mark) for one, mark in chosen.steps.items() if mark.state.value == "done"]
    blocks = _each((words(one.label), _of_step(mark, words(group_label(one.group)), words)) for one, mark in taken)
    return Section(words(N_("Steps taken")), blocks, anchor="steps") if blocks else None


def reports(chosen: Selection, words: Words) -> Section | None:
    """Return what was reported, to whom, under which number, with what answer."""
    title = words(N_("Report {number}: {receiver}"))
    blocks = _each(
        (title.format(number=one.number, receiver=words(RECEIVERS[one.receiver])), _of_report(one, chosen, words))
        for one in chosen.reports
    )
    return Section(words(N_("Reports")), blocks, anchor="reports") if blocks else None


def orders(chosen: Selection, words: Words) -> Section | None:
    """Return each order, with the entries whose time lies in it; whether one is a breach is not for a log to say."""
    title = words(N_("Order {number}"))
    blocks = _each((title.format(number=one.number), _of_order(one, chosen, words)) for one in chosen.orders)
    return Section(words(N_("Orders")), blocks, anchor="orders") if blocks else None


def events(chosen: Selection, words: Words) -> Section | None:
    """Return the events: entries that the keeper of the log put together under a name."""
    named, unnamed = words(N_("Event {number}: {name}")), words(N_("Event {number}"))
    blocks = _each(
        ((named if one.name else unnamed).format(number=one.number, name=one.name), _of_event(one, chosen, words))
        for one in chosen.events
    )
    note = Paragraph(words(N_("The keeper of this log put these entries together under a name.")), small=True)
    return Section(words(N_("Events")), (note, *blocks), anchor="events") if blocks else None


def _each(found: Iterable[tuple[str, Iterable[tuple[str, Cell]]]]) -> tuple[Block, ...]:
    """Return a heading with the facts under it, for each of these; facts that say nothing are left out."""
    return tuple(block for title, rows in found for block in (Heading(title), Facts(filled(rows), dense=True)))


def _known_of(one: Person, chosen: Selection, words: Words) -> Iterator[tuple[str, Cell]]:
    for asked in STALKER:
        value = getattr(one, asked.name)
        yield words(asked.label), ", ".join(value) if isinstance(value, tuple) else value
    numbers = [entry.history.number for entry in standing(chosen) if entry.history.entry.person == one.number]
    yield from _of_anybody(one, numbers, chosen, words)


def _of_anybody(one: Person, numbers: list[int], chosen: Selection, words: Words) -> Iterator[tuple[str, Cell]]:
    beyond = chosen.is_shared("person", one.number)
    yield words(N_("Named in entries")), entries_link(numbers, words, beyond=beyond)
    yield words(N_("Note")), one.note
    if one.withdrawn:
        yield words(N_("State")), words(N_("crossed out by the person who keeps this log"))


def _of_witness(one: Person, numbers: list[int], chosen: Selection, words: Words) -> Iterator[tuple[str, Cell]]:
    willing = words(WILLING[one.willing_to_testify]) if one.willing_to_testify else ""
    label = LABELS["person"]
    said = {"role": words(labels.ROLES[one.role]), "contact": one.contact, "willing_to_testify": willing}
    for name, value in said.items():
        yield words(label[name]), value
    yield from _of_anybody(one, numbers, chosen, words)


def _of_step(mark: StepMark, group: str, words: Words) -> Iterator[tuple[str, Cell]]:
    yield words(N_("Group")), group
    yield words(N_("Day")), day_text(mark.on, words)
    for name, value in mark.details.items():
        known = field(name)
        yield words(known.label if known else name), detail_in_words(known, value, words)
    yield words(N_("Note")), mark.note


def _of_report(one: Report, chosen: Selection, words: Words) -> Iterator[tuple[str, Cell]]:
    label = {name: words(one) for name, one in LABELS["report"].items()}
    sort = kind_field("report.sort")
    yield label["made"], in_words(one.made, words)
    yield label["office"], one.office
    taker = chosen.people[one.person].name if one.person in chosen.people else ""
    yield label["person"], ", ".join(filter(None, (taker, one.officer)))
    yield label["reference"], one.reference
    yield label["sort"], detail_in_words(sort, one.sort, words) if one.sort else ""
    if one.prosecution_asked is not None:
        yield label["prosecution_asked"], words(labels.YES if one.prosecution_asked else labels.NO)
    beyond = chosen.is_shared("report", one.number)
    yield label["entries"], entries_link(one.entries, words, beyond=beyond)
    for number in one.handed_over:
        yield words(N_("Exhibit handed over")), Link(str(number), exhibit_anchor(number))
    yield label["handed_over_besides"], one.handed_over_besides
    yield label["answer"], one.answer
    yield label["answered_on"], day_text(one.answered_on, words)
    yield label["note"], one.note


def _of_order(one: Order, chosen: Selection, words: Words) -> Iterator[tuple[str, Cell]]:
    label = {name: words(one) for name, one in LABELS["order"].items()}
    within, part = during(one, standing(chosen)), kind_field("order.part")
    yield label["parts"], ", ".join(detail_in_words(part, each, words) for each in one.parts)
    yield label["person"], chosen.people[one.person].name if one.person in chosen.people else ""
    yield label["by"], one.by
    yield label["reference"], one.reference
    yield label["starts"], day_text(one.starts, words)
    yield label["ends"], day_text(one.ends, words)
    yield label["told_on"], day_text(one.told_on, words)
    yield label["distance"], one.distance
    yield label["streets"], one.streets
    beyond = chosen.is_shared("order", one.number)
    yield words(N_("Entries logged in that time")), entries_link(within[Inside.YES], words, beyond=beyond)
    if within[Inside.PERHAPS]:
        yield words(N_("Perhaps in that time")), entries_link(within[Inside.PERHAPS], words)
    yield label["note"], one.note


def _of_event(one: CaseEvent, chosen: Selection, words: Words) -> Iterator[tuple[str, Cell]]:
    facts = facts_of(entry.history for entry in chosen.entries if entry.history.number in one.entries)
    beyond = chosen.is_shared("event", one.number)
    yield words(N_("Entries")), entries_link([entry.number for entry in facts.entries], words, beyond=beyond)
    yield words(N_("Acts")), acts_text(facts.acts, words)
    yield words(N_("From when to when")), span_called(facts, words)
    if facts.at_unknown:
        yield words(N_("At an unknown time")), str(facts.at_unknown)
    label = {name: words(text) for name, text in LABELS["event"].items()}
    yield label["note"], one.note

"""A thing of the journal as one line, wherever something refers to it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.domain import case_labels, kinds, telling
from journal.domain.belonging import Belonging, Ref, Thing, held_at
from journal.domain.exhibit import Exhibit
from journal.domain.order import Held, Order
from journal.domain.report import Report, covering
from journal.domain.sheets.orders import PART
from journal.domain.sheets.telling import person_called
from journal.domain.words import N_, _, spoken
from journal.ui.text import literal, own
from journal.ui.widgets.page import Fact, Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content

    from journal.domain.history import History
    from journal.domain.moment import Moment
    from journal.domain.state import State
    from journal.ui.widgets.page import Block

FAINT = "$foreground 60%"
WHILE_HELD = {
    Held.YES: N_("happened while order {number} held"),
    Held.PERHAPS: N_("order {number} perhaps held then"),
}
UNNAMED = N_("without a name")
NAMES = {
    Thing.ENTRY: N_("Entry {number}"),
    Thing.PERSON: N_("Person {number}"),
    Thing.EXHIBIT: N_("Exhibit {number}"),
    Thing.REPORT: N_("Report {number}"),
    Thing.ORDER: N_("Order {number}"),
}


def line_of(one: Belonging, state: State) -> Content:
    """Return something that belongs to something else: what it is, and in brackets as what."""
    return told(one.ref, state) + own(f" ({_(one.how)})", FAINT)


def told(ref: Ref, state: State) -> Content:
    """Return a thing of the journal as one line: its number and by what it is known, struck where it is withdrawn."""
    name = own(_(NAMES[ref.thing]).format(number=ref.number), "bold")
    words, withdrawn = words_of(ref, state)
    return name + own("  ") + literal(words, "strike" if withdrawn else "")


def words_of(ref: Ref, state: State) -> tuple[str, bool]:
    """Return by what a thing is known, as it is stored, and whether it is withdrawn."""
    if ref.thing is Thing.ENTRY:
        history = state.entries[ref.number]
        return entry_called(history), history.withdrawn
    if ref.thing is Thing.PERSON:
        return person_called(ref.number, state.people, spoken()), state.people[ref.number].withdrawn
    if ref.thing is Thing.EXHIBIT:
        exhibit = state.of(Exhibit).now[ref.number]
        return exhibit.title or exhibit.file_name or _(UNNAMED), exhibit.withdrawn
    if ref.thing is Thing.REPORT:
        report = state.of(Report).now[ref.number]
        return report_called(report), report.withdrawn
    order = state.of(Order).now[ref.number]
    return order_called(order), order.withdrawn


def entry_called(history: History) -> str:
    """Return an entry in few words: when and of which kind."""
    return f"{when_called(history.happened)} · {_(kinds.kind(history.kind_id).label)}"


def when_called(moment: Moment) -> str:
    """Return a moment in few words: `21 Nov 2026 22:14`; in full where it is sure of no single day."""
    if not moment.on_one_day or moment.day is None:
        return telling.in_words(moment, spoken())
    return " ".join(filter(None, (day_called(moment.day.isoformat()), _clock(moment))))


def _clock(moment: Moment) -> str:
    told_short = telling.short(moment)
    return "" if told_short == telling.DASH else told_short


def day_called(kept: str) -> str:
    """Return a day that was kept as ISO 8601 in few words: `3 Feb 2026`; anything else as it is."""
    from babel.dates import format_date

    try:
        return format_date(date.fromisoformat(kept), format="d MMM y", locale=spoken().language)
    except ValueError:
        return kept


def report_called(report: Report) -> str:
    """Return a report in few words: to whom, when, and its number."""
    made = when_called(report.made) if report.made.known else ""
    return " · ".join(filter(None, (_(case_labels.RECEIVERS[report.receiver]), made, report.reference)))


def order_called(order: Order) -> str:
    """Return an order in few words: what it forbids, and its number."""
    labels = {choice.id: choice.label for choice in PART.choices}
    parts = ", ".join(_(labels[part]) if part in labels else part for part in order.parts)
    return " · ".join(filter(None, (parts or _(N_("order")), order.reference)))


def blocks_around(history: History, state: State) -> Iterator[Block]:
    """Yield what the case has to an entry: the reports that cover it, and the orders that held when it happened."""
    reports = covering(history.number, state.of(Report).standing)
    held = held_at(history, state)
    if reports or held:
        yield None
        yield Heading(_(N_("In the case")))
    for report in reports:
        yield Fact(_(NAMES[Thing.REPORT]).format(number=report.number), literal(report_called(report)))
    for order, sure in held:
        said = own(_(WHILE_HELD[sure]).format(number=order.number)) + literal(f" ({order_called(order)})", FAINT)
        yield Fact(_(NAMES[Thing.ORDER]).format(number=order.number), said)

"""Short display names of the journal's objects, for references to them; stored text is not escaped."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.case import case_labels
from journal.domain.forms.orders import PART
from journal.domain.text.words import N_
from journal.domain.time import moment_words as telling
from journal.domain.time.clocks import clocks_meant

if TYPE_CHECKING:
    from journal.domain.case.order import Order
    from journal.domain.case.report import Report
    from journal.domain.entry.history import History
    from journal.domain.evidence.exhibit import Exhibit
    from journal.domain.state.event_facts import EventFacts
    from journal.domain.text.words import Words
    from journal.domain.time.moment import Moment

NAMES = {
    "entry": N_("Entry {number}"),
    "person": N_("Person {number}"),
    "exhibit": N_("Exhibit {number}"),
    "report": N_("Report {number}"),
    "order": N_("Order {number}"),
    "movement": N_("Movement {number}"),
    "event": N_("Event {number}"),
    "kept_head": N_("Kept head digest {number}"),
}
"""By the sort of a thing: its marked name with its number."""

SEPARATOR = " · "
UNNAMED = N_("without a name")
AN_ORDER = N_("order")


def entry_called(history: History, words: Words) -> str:
    """Name an entry by time and kind: `21 Nov 2026 22:14 · Silent call`."""
    return _joined(when_called(history.happened, words), words(kinds.kind(history.kind_id).label))


def exhibit_called(exhibit: Exhibit, words: Words) -> str:
    """Name an exhibit by its title, else by its file name."""
    return exhibit.title or exhibit.file_name or words(UNNAMED)


def report_called(report: Report, words: Words) -> str:
    """Name a report by receiver, date and reference."""
    made = when_called(report.made, words) if report.made.known else ""
    return _joined(words(case_labels.RECEIVERS[report.receiver]), made, report.reference)


def order_called(order: Order, words: Words) -> str:
    """Name an order by what it forbids, and its reference."""
    labels = {choice.id: choice.label for choice in PART.choices}
    parts = ", ".join(words(labels[part]) if part in labels else part for part in order.parts)
    return _joined(parts or words(AN_ORDER), order.reference)


def when_called(moment: Moment, words: Words) -> str:
    """Format a moment as `21 Nov 2026 22:14`; in full where it has no single day."""
    if not moment.on_one_day:
        return telling.in_words(moment, words)
    clock, meant = telling.short(moment), clocks_meant(moment, None, words)
    told = f"{day_called(moment.start[:10], words)} {clock if clock != telling.DASH else ''}".strip()
    return f"{told} ({meant})" if meant else told


def span_called(facts: EventFacts, words: Words) -> str:
    """Name from when to when entries lasted together; "" where no time of theirs is known."""
    if facts.begins is None or facts.ends is None:
        return ""
    first, last = when_called(facts.begins, words), when_called(facts.ends, words)
    return first if first == last else words(N_("{first} to {last}")).format(first=first, last=last)


def day_called(kept: str, words: Words) -> str:
    """Format a stored ISO 8601 date as `3 Feb 2026`; anything else is returned as it is."""
    from babel.dates import format_date

    try:
        return format_date(date.fromisoformat(kept), format="d MMM y", locale=words.language)
    except ValueError:
        return kept


def _joined(*parts: str) -> str:
    return SEPARATOR.join(part for part in parts if part)

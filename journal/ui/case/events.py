"""The events: entries that belong to one happening, under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.case_event import CaseEvent
from journal.domain.forms.events import EVENT
from journal.domain.forms.rendering import told
from journal.domain.state.event_facts import event_facts
from journal.domain.state.short_names import span_called
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, many, spoken
from journal.ui.case.event_form import event_form
from journal.ui.case.section import CaseSection, SectionLine, fact_blocks, joined
from journal.ui.forms.form import values_of
from journal.ui.frame.page import PageField, PageText
from journal.ui.frame.text import literal, own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content

    from journal.domain.state.event_facts import EventFacts
    from journal.ui.forms.form import FormDefinition
    from journal.ui.frame.page import PageBlock


class EventsSection(CaseSection):
    """The events, each with its count, its span and its entries."""

    name = N_("Events")
    empty = N_(
        "No event is noted. An event is a name for entries that belong together, for example one night with "
        "many calls. {add_one} adds one; on the timeline F4 picks entries and F2 puts them into one."
    )
    sort = CaseEvent
    takes_evidence = False

    def count(self) -> str:
        """Return how many events there are."""
        return str(len(self.state.of(CaseEvent).standing))

    def lines(self) -> Iterator[SectionLine]:
        """Yield the events, the latest first."""
        for event in reversed(self.state.of(CaseEvent).standing):
            yield SectionLine(str(event.number), self._drawn(event))

    def _drawn(self, event: CaseEvent) -> Content:
        facts = event_facts(event, self.state.entries)
        said = joined(_entries(facts), span_called(facts, spoken()))
        return own(f"{event.number:>3}  ") + literal(event.name) + own("  ") + said

    def blocks(self, line: str) -> Iterator[PageBlock]:
        """Yield an event: its count and span, what is noted of it, and its entries in the order of happening."""
        event = self.state.of(CaseEvent).now[int(line)]
        facts = event_facts(event, self.state.entries)
        yield PageText(own(_("Event {number}").format(number=event.number), "bold"))
        yield from fact_blocks(told(values_of(event), EVENT, self.state.people, spoken()))
        yield PageField(_("Together"), own(", ".join(_counts(facts))))
        if span := span_called(facts, spoken()):
            yield PageField(_("From when to when"), own(span))
        yield from self.relations(line)

    def form(self, line: str) -> FormDefinition:
        """Return the form of an event."""
        return event_form(self.logbook, int(line or 0))


def _entries(facts: EventFacts) -> str:
    return many("{count} entry", "{count} entries", facts.counted).format(count=in_figures(facts.counted, spoken()))


def _counts(facts: EventFacts) -> Iterator[str]:
    yield _entries(facts)
    yield many("{count} act", "{count} acts", facts.acts).format(count=in_figures(facts.acts, spoken()))
    if unknown := facts.at_unknown:
        told_unknown = many("{count} at an unknown time", "{count} at an unknown time", unknown)
        yield told_unknown.format(count=in_figures(unknown, spoken()))
    if out := len(facts.entries) - facts.counted:
        yield many("{count} crossed out", "{count} crossed out", out).format(count=in_figures(out, spoken()))

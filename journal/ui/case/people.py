"""The people of the case, role by role."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from journal.domain.case.case_labels import WILLING
from journal.domain.case.people import Person, Role, circles_without
from journal.domain.forms.people import questions_of
from journal.domain.forms.rendering import told
from journal.domain.kinds.fields import CIRCLES
from journal.domain.state.mentions import entries_by_person
from journal.domain.state.short_names import day_called
from journal.domain.text.words import N_, _, many, spoken
from journal.ui.case.person_form import person_form, told_shared
from journal.ui.case.section import CaseSection, SectionLine, fact_blocks, joined
from journal.ui.forms.form import values_of
from journal.ui.frame.page import PageText
from journal.ui.frame.text import FAINT, literal, own

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from textual.content import Content

    from journal.ui.forms.form import FormDefinition
    from journal.ui.frame.page import PageBlock

HEADINGS = {
    Role.STALKER: N_("Suspects"),
    Role.WITNESS: N_("Witnesses"),
    Role.FAMILY: N_("Family"),
    Role.CONFIDANT: N_("People you trust"),
    Role.PROFESSIONAL: N_("Professional helpers"),
}
NOBODY_TOLD = N_("You have not told anybody yet in these circles: {circles}.")
NUMBERS_SHOWN = 2


class PeopleSection(CaseSection):
    """Who did it, who saw it, who helps."""

    name = N_("People")
    empty = N_("No people yet. Press s to add a suspect, n to add somebody around you.")
    sort = Person

    @cached_property
    def _named(self) -> Counter[int]:
        return entries_by_person(self.state.chronological())

    def count(self) -> str:
        """Return how many people there are."""
        return str(len(self.logbook.people()))

    def lines(self) -> Iterator[SectionLine]:
        """Yield the people under what they are to the case, and the circles in which nobody was told."""
        for role, heading in HEADINGS.items():
            people = self.logbook.people(role)
            if people:
                yield SectionLine("", own(_(heading), "bold $primary"))
            for person in people:
                yield SectionLine(str(person.number), self._drawn(person))

    def _drawn(self, person: Person) -> Content:
        note = literal(f" ({person.note})", FAINT) if person.note else own("")
        entries = self._named[person.number]
        circle = next((_(one.label) for one in CIRCLES if one.id == person.circle), person.circle)
        told_on = _("told {day}").format(day=day_called(person.informed_on, spoken())) if person.informed_on else ""
        answer = person.willing_to_testify
        testifies = _("would testify: {answer}").format(answer=_(WILLING[answer])) if answer else ""
        numbers = ", ".join(person.telephone_numbers[:NUMBERS_SHOWN])
        named = many("{count} entry", "{count} entries", entries).format(count=entries) if entries else ""
        facts = joined(named, circle, told_on, testifies, numbers)
        return own("   ") + literal(person.name) + note + own("  ") + facts

    def blocks(self, line: str) -> Iterator[PageBlock]:
        """Yield somebody: what is noted, whom they share a number with, and where they appear."""
        person = self.state.people[int(line)]
        yield PageText(literal(person.name, "bold"))
        told_facts = told(values_of(person), questions_of(person.role), self.state.people, spoken())
        yield from fact_blocks(fact for fact in told_facts if fact.name != "name")
        for sentence in told_shared(self.logbook, person):
            yield None
            yield PageText(own(sentence, "bold"))
        yield from self.relations(line)
        yield from self._circles(person)

    def _circles(self, person: Person) -> Iterator[PageBlock]:
        missing = circles_without(self.state.people.values())
        if person.role is Role.STALKER or not missing:
            return
        names = ", ".join(_(circle.label) for circle in CIRCLES if circle.id in missing)
        yield None
        yield PageText(own(_(NOBODY_TOLD).format(circles=names), FAINT))

    def form(self, line: str) -> FormDefinition:
        """Return the form of somebody."""
        return person_form(self.logbook, int(line or 0))

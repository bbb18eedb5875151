"""The steps of the case, group by group."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from journal.domain.case import steps
from journal.domain.case.case_labels import WILLING
from journal.domain.case.report import Report
from journal.domain.case.steps.people import TESTIMONY_ASKED
from journal.domain.case.steps.telephone import UNLISTED_NUMBER
from journal.domain.entry import labels
from journal.domain.evidence import checklist
from journal.domain.evidence.checklist import ItemState
from journal.domain.evidence.exhibit import Target, exhibits_of
from journal.domain.forms.rendering import told
from journal.domain.forms.steps import questions_of
from journal.domain.state.relations import EntityType, Ref
from journal.domain.state.short_names import day_called, report_called
from journal.domain.text.words import N_, _, many, spoken
from journal.ui.case.commands import ShowHelpLines
from journal.ui.case.section import CaseSection, SectionLine, fact_blocks, joined
from journal.ui.case.step_form import step_form, values_of_step
from journal.ui.entry.checklist_pane import SIGNS
from journal.ui.entry.relation_words import told as told_ref
from journal.ui.frame.country import country_for
from journal.ui.frame.page import PageField, PageHeading, PageText
from journal.ui.frame.text import FAINT, harmless, literal, own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content

    from journal.domain.case.people import Person
    from journal.domain.case.steps import StepLine
    from journal.domain.case.steps.catalogue import Step
    from journal.logbook import Logbook
    from journal.ui.forms.form import FormDefinition
    from journal.ui.frame.page import PageBlock


HAS_NUMBER = N_("has your unlisted number")
WOULD_TESTIFY = N_("would testify: {answer}")


class StepsSection(CaseSection):
    """What can be done in the case as a whole, and what was done."""

    name = N_("Steps")
    empty = N_("There are no steps.")

    def __init__(self, logbook: Logbook) -> None:
        """Show the steps of the journal's country."""
        super().__init__(logbook)
        self._lines = steps.lines(self.state.steps, country_for(logbook))

    def count(self) -> str:
        """Return how many of the steps that apply are done."""
        done, applying = checklist.done(self._lines)
        return f"{done}/{applying}"

    def lines(self) -> Iterator[SectionLine]:
        """Yield the steps under the names of their groups."""
        for group, of_group in groupby(self._lines, key=lambda line: line.item.group):
            yield SectionLine("", own(_(steps.group_label(group)), "bold $primary"))
            for line in of_group:
                yield SectionLine(line.item.id, self._drawn(line))

    def _drawn(self, line: StepLine) -> Content:
        mark = line.mark
        exhibits = len(self._exhibits(line.item.id))
        proof = many("{count} exhibit", "{count} exhibits", exhibits).format(count=exhibits) if exhibits else ""
        state = _(labels.ITEM_STATES[mark.state]) if mark.state is ItemState.DOES_NOT_APPLY else ""
        facts = joined(state, day_called(mark.on, spoken()), proof, mark.note)
        label = own(f" {SIGNS[mark.state]} {harmless(_(line.item.label))}")
        return label + own("  ") + facts

    def _exhibits(self, step: str) -> tuple[int, ...]:
        return exhibits_of(Target(step=step), self.state.standing_links)

    def blocks(self, line: str) -> Iterator[PageBlock]:
        """Yield a step: what is said of it, its short advice, what to think of first, and its evidence."""
        step, mark = steps.step(line), self.state.steps.get(line, steps.UNMARKED)
        yield PageText(own(harmless(_(step.label)), "bold"))
        yield from fact_blocks(told(values_of_step(mark), questions_of(step), self.state.people, spoken()))
        yield None
        if step.advice:
            yield PageText(own(_(step.advice)))
        if step.safety:
            yield None
            yield PageText(own(_("Think of this first: "), "bold") + own(_(step.safety)))
        if step.help_lines:
            yield None
            yield PageText(own(_("Help lines: {key}").format(key=ShowHelpLines.shown_key()), "bold"))
        yield from self._around(step)

    def _around(self, step: Step) -> Iterator[PageBlock]:
        exhibits = [Ref(EntityType.EXHIBIT, number) for number in self._exhibits(step.id)]
        reports = [one for one in self.state.of(Report).standing if step.receiver and one.receiver is step.receiver]
        people = [(person, said) for person in self.logbook.people() if (said := _said_of(person, step))]
        if exhibits or reports or people:
            yield None
            yield PageHeading(_("Linked items"))
        for ref in exhibits:
            yield PageText(told_ref(ref, self.state), indent=2)
        for report in reports:
            name = _("Report {number}").format(number=report.number)
            yield PageField(name, literal(report_called(report, spoken())))
        for person, said in people:
            yield PageField(harmless(person.name), literal(said, FAINT))

    def form(self, line: str) -> FormDefinition:
        """Return the form of a step."""
        return step_form(self.logbook, line)


def _said_of(person: Person, step: Step) -> str:
    """Return what is noted with somebody that belongs to a step; "" where nothing is."""
    if step.circle and step.circle == person.circle and person.informed_on:
        return day_called(person.informed_on, spoken())
    if step.id == UNLISTED_NUMBER.id and person.has_private_number:
        return _(HAS_NUMBER)
    if step.id == TESTIMONY_ASKED.id and person.willing_to_testify:
        return _(WOULD_TESTIFY).format(answer=_(WILLING[person.willing_to_testify]))
    return ""

"""What was reported or asked somewhere, the latest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.case_labels import RECEIVERS
from journal.domain.case.report import Report, due
from journal.domain.forms.rendering import told
from journal.domain.forms.reports import REPORT
from journal.domain.state.short_names import day_called
from journal.domain.text.words import N_, _, many, spoken
from journal.ui.case.report_form import report_form
from journal.ui.case.section import SEPARATOR, CaseSection, SectionLine, fact_blocks, joined
from journal.ui.forms.form import values_of
from journal.ui.frame.page import PageText
from journal.ui.frame.text import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content

    from journal.logbook import Logbook
    from journal.ui.forms.form import FormDefinition
    from journal.ui.frame.page import PageBlock

ASK_AGAIN = N_("ask again since {day}")
DUE = N_("It is time to ask again: {day}.")


class ReportsSection(CaseSection):
    """The reports, and which of them are to be asked about again."""

    name = N_("Reports")
    empty = N_("No reports yet. Press n to add one: to the police, a telephone company, a platform …")
    sort = Report

    def __init__(self, logbook: Logbook) -> None:
        """See which reports are due today."""
        super().__init__(logbook)
        self._due = {one.number for one in due(self.state.of(Report).standing, logbook.now().date())}

    def count(self) -> str:
        """Return how many reports there are, and how many are to be asked about again."""
        count, asked = len(self.state.of(Report).standing), len(self._due)
        if not asked:
            return str(count)
        return many("{all}, {count} to ask again", "{all}, {count} to ask again", asked).format(all=count, count=asked)

    def lines(self) -> Iterator[SectionLine]:
        """Yield the reports, the latest first."""
        for report in reversed(self.state.of(Report).standing):
            yield SectionLine(str(report.number), self._drawn(report))

    def _drawn(self, report: Report) -> Content:
        entries, exhibits = len(report.entries), len(report.handed_over)
        covered = many("{count} entry", "{count} entries", entries).format(count=entries) if entries else ""
        given = many("{count} exhibit", "{count} exhibits", exhibits).format(count=exhibits) if exhibits else ""
        facts = joined(self._stands(report), report.reference, covered, given)
        made = day_called(report.made.day.isoformat(), spoken()) if report.made.day else ""
        called = SEPARATOR.join(filter(None, (_(RECEIVERS[report.receiver]), made)))
        return own(f"{report.number:>3}  {called}  ") + facts

    def _stands(self, report: Report) -> str:
        if report.answered_on:
            return _("answered {day}").format(day=day_called(report.answered_on, spoken()))
        if report.answer:
            return _("answered")
        if report.number in self._due:
            return _(ASK_AGAIN).format(day=day_called(report.follow_up_on, spoken()))
        if report.follow_up_on:
            return _("ask again on {day}").format(day=day_called(report.follow_up_on, spoken()))
        return ""

    def blocks(self, line: str) -> Iterator[PageBlock]:
        """Yield a report: what is noted of it, and what belongs to it."""
        report = self.state.of(Report).now[int(line)]
        name = _("Report {number}").format(number=report.number)
        yield PageText(own(name, "bold"))
        if report.number in self._due:
            yield PageText(own(_(DUE).format(day=day_called(report.follow_up_on, spoken())), "bold"))
        yield from fact_blocks(told(values_of(report), REPORT, self.state.people, spoken()))
        yield from self.relations(line)

    def form(self, line: str) -> FormDefinition:
        """Return the form of a report."""
        return report_form(self.logbook, int(line or 0))

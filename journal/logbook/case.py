"""The case around the entries: people, reports, orders and movements of exhibits, and the steps that were taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.report import Report
from journal.domain.evidence.custody import Movement
from journal.domain.ledger.acts import Act
from journal.domain.ledger.register import ADDED, AMENDED, WITHDRAWN
from journal.domain.state import rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.case.steps import StepMark
    from journal.domain.ledger.case_object import Numbered, NumberedT
    from journal.logbook.writing import Saved, Writing


class Case:
    """What is kept beside the entries; every method that saves raises as those of the logbook."""

    def __init__(self, writing: Writing) -> None:
        """Keep the case in this ledger."""
        self._writing = writing

    def standing(self, sort: type[NumberedT]) -> list[NumberedT]:
        """Return everything of one sort that was not withdrawn, by number."""
        return self._writing.state.of(sort).standing

    def add(self, one: Numbered, draft: str = "") -> Saved:
        """Record a person, a movement, a report or an order under the next number of its sort; its own is ignored.

        Here as below, the draft that it was is forgotten in the same save.
        """
        state = self._writing.state
        rules.require_known(state, one)
        number = state.of(type(one)).next
        return self._writing.append(Act(f"{one.SUBJECT}.{ADDED}"), subject=number, draft=draft, **one.fields())

    def hand_over(self, report: Report, movements: Sequence[Movement], draft: str = "") -> Saved:
        """Record a report, new where its number is 0, and the movements of what went with it, all in one save."""
        state = self._writing.state
        for one in (report, *movements):
            rules.require_known(state, one)
        number, act = report.number, Act.REPORT_AMENDED
        fields = rules.case_difference(state, report) if number else report.fields()
        if not number:
            number, act = state.of(Report).next, Act.REPORT_ADDED
        first = state.of(Movement).next
        moved = [(Act.MOVEMENT_ADDED, first + at, one.fields()) for at, one in enumerate(movements)]
        return self._writing.append_all([(act, number, fields), *moved], draft)[0]

    def amend(self, one: Numbered, reason: str = "", draft: str = "") -> Saved:
        """Record what should be said of one from now on; something withdrawn counts again."""
        fields = rules.case_difference(self._writing.state, one)
        rules.require_known(self._writing.state, one)
        act = Act(f"{one.SUBJECT}.{AMENDED}")
        return self._writing.append(act, subject=one.number, draft=draft, reason=reason, **fields)

    def withdraw(self, sort: type[Numbered], number: int, reason: str = "") -> Saved:
        """Record that one no longer counts; it is still named wherever something refers to it."""
        rules.require_standing(self._writing.state, sort, number)
        return self._writing.append(Act(f"{sort.SUBJECT}.{WITHDRAWN}"), subject=number, reason=reason)

    def mark_step(self, step: str, mark: StepMark, draft: str = "") -> Saved:
        """Record where one step of the case stands, with its own fields; what was said of it before is replaced."""
        return self._writing.append(Act.STEP_MARKED, draft=draft, step=step, **mark.fields())

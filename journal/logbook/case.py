"""Case objects of an open journal: people, reports, orders, custody movements, and marks of steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.case.kept_head import KeptHead
from journal.domain.case.people import Person
from journal.domain.case.report import Report
from journal.domain.evidence.custody import Movement
from journal.domain.ledger.actions import Action
from journal.domain.ledger.register import ADDED, AMENDED, WITHDRAWN
from journal.domain.state import rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.case.steps import StepMark
    from journal.domain.ledger.case_object import Numbered, NumberedT
    from journal.logbook.writing import Saved, Writing


class Case:
    """Operations on case objects; every method that saves raises as those of the logbook."""

    def __init__(self, writing: Writing) -> None:
        """Bind to the ledger of an open journal."""
        self._writing = writing

    def standing(self, sort: type[NumberedT]) -> list[NumberedT]:
        """Return all objects of one sort that are not withdrawn, by number."""
        return self._writing.state.of(sort).standing

    def add(self, one: Numbered, draft: str = "") -> Saved:
        """Record a new object under the next number of its sort; its own number is ignored.

        Here as below, `draft` is deleted in the same save.
        """
        state = self._writing.state
        rules.require_known(state, one)
        number = state.of(type(one)).next
        return self._writing.append(Action(f"{one.SUBJECT}.{ADDED}"), subject=number, draft=draft, **one.fields())

    def keep_head(self, head: KeptHead, keeper: Person | None = None) -> Saved:
        """Record a head digest of another journal, and its keeper where that person is new, in one save."""
        state = self._writing.state
        number = keeper.number if keeper else 0
        people = []
        if keeper and not number:
            number = state.of(Person).next
            people.append((Action.PERSON_ADDED, number, keeper.fields()))
        kept = replace(head, person=number, kept_on=self._writing.now().date().isoformat())
        added = (Action.KEPT_HEAD_ADDED, state.of(KeptHead).next, kept.fields())
        return self._writing.append_all([*people, added])[-1]

    def hand_over(self, report: Report, movements: Sequence[Movement], draft: str = "") -> Saved:
        """Record a report, a new one where its number is 0, and the movements of its exhibits, in one save."""
        state = self._writing.state
        for one in (report, *movements):
            rules.require_known(state, one)
        number, action = report.number, Action.REPORT_AMENDED
        fields = rules.case_difference(state, report) if number else report.fields()
        if not number:
            number, action = state.of(Report).next, Action.REPORT_ADDED
        first = state.of(Movement).next
        moved = [(Action.MOVEMENT_ADDED, first + at, one.fields()) for at, one in enumerate(movements)]
        return self._writing.append_all([(action, number, fields), *moved], draft)[0]

    def amend(self, one: Numbered, reason: str = "", draft: str = "") -> Saved:
        """Record a new version of an object; a withdrawn one is reinstated."""
        fields = rules.case_difference(self._writing.state, one)
        rules.require_known(self._writing.state, one)
        action = Action(f"{one.SUBJECT}.{AMENDED}")
        return self._writing.append(action, subject=one.number, draft=draft, reason=reason, **fields)

    def withdraw(self, sort: type[Numbered], number: int, reason: str = "") -> Saved:
        """Record the withdrawal of an object; references to it still show it."""
        rules.require_standing(self._writing.state, sort, number)
        return self._writing.append(Action(f"{sort.SUBJECT}.{WITHDRAWN}"), subject=number, reason=reason)

    def mark_step(self, step: str, mark: StepMark, draft: str = "") -> Saved:
        """Record the mark of a step of the case, with the step's own fields; replaces the earlier one."""
        return self._writing.append(Action.STEP_MARKED, draft=draft, step=step, **mark.fields())

"""Suggestions of steps to mark as done after an entry, report or person was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.case.steps import STEPS, UNMARKED, StepMark, of_kind
from journal.domain.evidence.checklist import ItemState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journal.domain.case.people import Person
    from journal.domain.case.report import Report
    from journal.domain.case.steps.catalogue import Step
    from journal.domain.entry.entry import Entry

_CIRCLE = "told.circle"


def told_by_entry(entry: Entry, marks: Mapping[str, StepMark], country: str) -> tuple[Step, ...]:
    """Return the open steps that an entry documents; of those about a circle only that of the entry."""
    circle = entry.details.get(_CIRCLE, "")
    told = (one for one in of_kind(entry.kind) if not one.circle or one.circle == circle)
    return _open(told, marks, country)


def told_by_report(report: Report, marks: Mapping[str, StepMark], country: str) -> tuple[Step, ...]:
    """Return the open steps that a report documents."""
    return _open((one for one in STEPS if one.receiver and one.receiver is report.receiver), marks, country)


def told_by_person(person: Person, marks: Mapping[str, StepMark]) -> tuple[Step, ...]:
    """Return the open steps that are documented by a person of a circle having been informed."""
    circle = person.circle if person.informed_on else ""
    return _open((one for one in STEPS if circle and one.circle == circle), marks, "")


def done_on(step: Step, day: str, before: StepMark, entry: Entry | None = None) -> StepMark:
    """Return the mark of a step as done on a day, with the values of the step's own fields copied from the entry."""
    own = {field.id for field in step.fields}
    told = {name: value for name, value in entry.details.items() if name in own} if entry else {}
    return replace(before, state=ItemState.DONE, on=day, details=before.details | told)


def _open(steps: Iterable[Step], marks: Mapping[str, StepMark], country: str) -> tuple[Step, ...]:
    return tuple(
        one for one in steps if one.country in {"", country} and marks.get(one.id, UNMARKED).state is ItemState.TO_DO
    )

"""What is asked of a step of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.entry import labels
from journal.domain.forms.form_question import FormQuestion, Sort, answers, of_field
from journal.domain.text.words import N_
from journal.domain.time.reading import Direction

if TYPE_CHECKING:
    from journal.domain.case.steps.catalogue import Step

STATE = FormQuestion("state", N_("It is"), Sort.CHOICE, answers(labels.ITEM_STATES))
ON = FormQuestion("on", N_("On"), Sort.DAY, direction=Direction.PAST)
NOTE = FormQuestion("note", N_("Note"), Sort.TEXT)


def questions_of(step: Step) -> tuple[FormQuestion, ...]:
    """Return the questions about a step: where it stands, since when, its own fields, and a note."""
    return (STATE, ON, *map(of_field, step.fields), NOTE)

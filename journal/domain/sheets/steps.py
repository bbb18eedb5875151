"""What is asked of a step of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain import labels
from journal.domain.reading import Direction
from journal.domain.sheets.asked import Asked, Sort, answers, of_field
from journal.domain.words import N_

if TYPE_CHECKING:
    from journal.domain.steps.catalogue import Step

STATE = Asked("state", N_("It is"), Sort.CHOICE, answers(labels.ITEM_STATES))
ON = Asked("on", N_("On"), Sort.DAY, direction=Direction.PAST)
NOTE = Asked("note", N_("Note"), Sort.TEXT)


def sheet_of(step: Step) -> tuple[Asked, ...]:
    """Return the questions about a step: where it stands, since when, its own fields, and a note."""
    return (STATE, ON, *map(of_field, step.fields), NOTE)

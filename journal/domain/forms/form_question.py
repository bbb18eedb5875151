"""One question of a form: which field it fills, what it is called, and how it is answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from journal.domain.case.people import Role
from journal.domain.entry.labels import NO, YES
from journal.domain.entry.typed_details import FALSE, TRUE
from journal.domain.kinds.catalogue import Shape
from journal.domain.text.words import N_
from journal.domain.time.reading import Direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journal.domain.kinds.catalogue import Field


class Sort(StrEnum):
    """How a question is answered."""

    LINE = "line"
    TEXT = "text"
    LIST = "list"
    """Several short texts, typed between commas."""
    CHOICE = "choice"
    CHOICES = "choices"
    COUNT = "count"
    """One of a few answers whose ids are whole numbers."""
    YES_NO = "yes_no"
    TICK = "tick"
    """A yes, or nothing; a no is no more than that nobody said yes."""
    DAY = "day"
    """A local day, kept as ISO 8601."""
    MOMENT = "moment"
    """A time; one that is not known leaves the field empty."""
    TIME = "time"
    """A time that may be said to be unknown; an empty field says nothing of it."""
    PERSON = "person"
    """The number of somebody of the case, 0 for nobody."""
    PEOPLE = "people"
    """The numbers of several."""
    NUMBER = "number"
    """A whole number, zero or more."""
    TIMES = "times"
    """How many times, one or more."""
    DURATION = "duration"
    """Whole seconds, typed as `3:20` or `45 s`."""
    KIND = "kind"
    """The id of a kind of entry."""
    NUMBERS = "numbers"
    """Running numbers, typed one by one or as `1-12`."""


@dataclass(frozen=True)
class FormQuestion:
    """One question of a form."""

    name: str
    """The name of the field in the record."""
    label: str
    """Its marked label."""
    sort: Sort = Sort.LINE
    answers: Mapping[str, str] = field(default_factory=dict)
    """Of a choice: id to marked label."""
    rare: bool = False
    """Folded away among *more fields* while it is empty."""
    note: str = ""
    """A marked sentence that stands below the field."""
    hint: str = ""
    """A marked example that stands in the field while it is empty."""
    direction: Direction = Direction.PAST
    """Where a day or a time without a year is looked for."""
    role: Role = Role.WITNESS
    """What somebody who is added here is to the case."""
    list_title: str = ""
    """The marked title of the list of people, where that is not the label."""
    follows: str = ""
    """The field of the time behind which a bare clock time in this one lies."""


def answers(labels: Mapping[Any, str]) -> dict[str, str]:
    """Return labels by what stands in a record, for `FormQuestion.answers`."""
    return {str(one): label for one, label in labels.items()}


def of_field(one: Field) -> FormQuestion:
    """Return the question of a field that kinds and steps have of their own."""
    choices = {choice.id: choice.label for choice in one.choices}
    sort, hint = _SORTS[one.shape], LIKE_THIS if one.shape is Shape.DURATION else ""
    return FormQuestion(one.id, one.label, sort, choices, rare=one.rare, hint=hint, direction=Direction.INTERVAL)


def labels_of(questions: Iterable[FormQuestion]) -> dict[str, str]:
    """Return the marked labels of a form by the names of the fields."""
    return {one.name: one.label for one in questions}


LIKE_THIS = N_("3:20 or 45 s")

YES_OR_NO = {TRUE: YES, FALSE: NO}
"""The answers of a question of the sort `YES_NO`, as they stand in a form."""

ONLY_YES = {TRUE: YES}
"""The answer of a question of the sort `TICK`."""

_SORTS = {
    Shape.LINE: Sort.LINE,
    Shape.TEXT: Sort.TEXT,
    Shape.YES_NO: Sort.YES_NO,
    Shape.NUMBER: Sort.NUMBER,
    Shape.DURATION: Sort.DURATION,
    Shape.CHOICE: Sort.CHOICE,
    Shape.PHONE: Sort.LINE,
    Shape.DATE: Sort.DAY,
}

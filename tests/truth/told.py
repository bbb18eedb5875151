"""What a stored value is to be read as, in English, worked out apart from the program, but for its labels."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from journal.domain.case.steps import STEPS
from journal.domain.entry import labels
from journal.domain.entry.entry import Targeted
from journal.domain.kinds import KINDS, kind
from journal.handover.selection.third_person_labels import DocumentWords
from tests.truth.words import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.truth.paper import Paper, Said

FIELDS = {
    field.id: field for fields in [*(one.fields for one in KINDS), *(one.fields for one in STEPS)] for field in fields
}
IN_A_DOCUMENT = DocumentWords()
"""Says the labels of kinds to a reader who was not there."""
YES_NO = {True: "yes", False: "no"}


def words_of(name: str, value: Any, paper: Paper, *, outside: bool = False) -> str:
    """What is to be read of the value of a field; "" for a time, which is asked apart, and for what is not told.

    `outside` is for a reader who was not there, whom nobody calls *you*.
    """
    if name in {"happened", "until", "noticed"} or value is None:
        return ""
    told: dict[str, Callable[[], str]] = {
        "kind": lambda: kind(value).label,
        "person": lambda: _names([value], paper),
        "reported_by": lambda: _names([value], paper),
        "witnesses": lambda: _names(value, paper),
        "targeted": lambda: ", ".join(_target(one, outside=outside) for one in value),
        "identified_by": lambda: labels.IDENTIFIED_BY[value],
        "threat_felt": lambda: labels.FELT[value],
        "tags": lambda: ", ".join(map(shown, value)),
    }
    said = told[name]() if name in told else detail(name, value)
    return IN_A_DOCUMENT(said) if outside else said


def _names(numbers: list[int], paper: Paper) -> str:
    return ", ".join(shown(paper.things["person"][one]["said"]["name"]) for one in numbers)


def detail(name: str, value: Any) -> str:
    """What is to be read of the value of a field of a kind or a step, or of plain text."""
    field = FIELDS.get(name)
    if isinstance(value, bool):
        return YES_NO[value]
    if field and field.choices:
        return next(one.label for one in field.choices if one.id == value)
    if field and field.shape == "duration":
        return _duration(value)
    if field and field.shape == "date":
        return day(value, weekday=True)
    return shown(str(value))


def _target(one: str, *, outside: bool) -> str:
    if one == "me" and outside:
        return "the person who keeps this log"
    return str(labels.TARGETED[Targeted(one)])


def _duration(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    if hours:
        return f"{hours}:{rest // 60:02d}:{rest % 60:02d}"
    return f"{rest // 60}:{rest % 60:02d}" if rest >= 60 else f"{rest} s"


def day(text: str, *, weekday: bool = False) -> str:
    """A day in full."""
    on = date.fromisoformat(text)
    plain = f"{on.day} {on:%B} {on.year}"
    return f"{on:%A} {plain}" if weekday else plain


def fields_of(entry: Said, paper: Paper, *, outside: bool = False) -> dict[str, str]:
    """Every field that an entry says now, in words; times apart, and one act is not counted."""
    told = {name: words_of(name, value, paper, outside=outside) for name, value in entry["said"].items()}
    return {name: said for name, said in told.items() if said}

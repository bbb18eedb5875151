"""Rendering of the value of a record's field in words: no id of the program reaches the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from journal.domain import kinds
from journal.domain.case import steps
from journal.domain.entry import labels
from journal.domain.entry.detail_words import detail_in_words
from journal.domain.forms.field_labels import QUESTIONS
from journal.domain.forms.form_question import Sort
from journal.domain.forms.rendering import plain_told, said_of
from journal.domain.text.languages import LANGUAGE_NAMES
from journal.domain.time.moment import Moment
from journal.handover.preview.questions import RECEIVERS, STAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.case.people import Person
    from journal.domain.text.words import Words
    from journal.handover.selection.choice import ObjectRef

_ANSWERS: Mapping[str, Mapping[Any, str]] = {
    "to": RECEIVERS,
    "stays": STAYS,
    "language": LANGUAGE_NAMES,
    "state": labels.ITEM_STATES,
    "targeted": labels.TARGETED,
    "threat_felt": labels.FELT,
    "identified_by": labels.IDENTIFIED_BY,
}
"""Labels of ids, by field."""


def value_text(thing: ObjectRef | None, name: str, value: Any, people: Mapping[int, Person], words: Words) -> str:
    """Return what a field says, as a reader reads it; stored words as they stand."""
    asked = next((one for one in QUESTIONS.get(thing.sort if thing else "", ()) if one.name == name), None)
    told = msgspec.convert(value, Moment) if asked and asked.sort is Sort.MOMENT and isinstance(value, dict) else value
    if asked and (said := said_of(asked, tuple(told) if isinstance(told, list) else told, people, words)):
        return said
    if "." in name and isinstance(value, str | int):
        return detail_in_words(kinds.field(name) or steps.field(name), value, words)
    return plain_told(value, words, _ANSWERS.get(name))

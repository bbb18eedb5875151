"""Which rows the form of an entry has, in which order, and how each is filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from journal.domain.case.people import Role
from journal.domain.entry import labels
from journal.domain.entry.typed_details import YES_OR_NO
from journal.domain.kinds.catalogue import Shape
from journal.domain.text.words import N_, _
from journal.domain.time.reading import Direction
from journal.ui.editor.kind_field import KindRow
from journal.ui.fields.form_row import ChoiceRow, FormRow, LineRow, Slot, TextRow
from journal.ui.fields.moment_field import MomentRow
from journal.ui.fields.people_field import PeopleRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journal.domain.case.people import Person
    from journal.domain.entry.form import Typed
    from journal.domain.kinds.catalogue import Field, Kind
    from journal.ui.fields.time_reader import TimeReader

PRIVATE = N_("never leaves in a hand-over unless you tick it")
HINTS = {
    Shape.DURATION: N_("3:20 or 45 s"),
    Shape.DATE: N_("yesterday, 3/4 …"),
}

NUMBERS = frozenset({Shape.NUMBER, Shape.DURATION})


def slot(name: str, *, rare: bool = False, note: str = "") -> Slot:
    """Return the place in the form of a field that every entry has."""
    return Slot(name, labels.FIELDS[name], rare, note)


class EntryRows:
    """Makes the rows of one form."""

    def __init__(self, typed: Typed, people: Mapping[int, Person], reader: TimeReader) -> None:
        """Fill the rows in as the form was typed so far."""
        self._typed, self._people, self._reader = typed, people, reader

    def first(self) -> Iterator[FormRow]:
        """Yield what is asked first: enough for a whole entry on a bad evening."""
        when = self._moment(slot("happened"), self._reader)
        yield when
        yield self._moment(slot("until", rare=True), replace(self._reader, begins=lambda: when.time.moment))
        yield KindRow(slot("kind"), self._words("kind"), self._words("kind_typed"))
        yield TextRow(slot("account"), self._words("account"))

    def of_kind(self, kind: Kind) -> Iterator[FormRow]:
        """Yield the fields that only this kind has."""
        if kind.repeatable:
            yield LineRow(slot("times"), self._words("times"), hint="1", number=True)
        for field in kind.fields:
            yield self._own(field)

    def last(self) -> Iterator[FormRow]:
        """Yield the rest of what every entry has."""
        yield LineRow(slot("place"), self._words("place"))
        yield TextRow(slot("quoted_words"), self._words("quoted_words"))
        yield PeopleRow(slot("witnesses"), self._people, self._words("witnesses"), role=Role.WITNESS, several=True)
        yield PeopleRow(slot("person"), self._people, self._words("person"), role=Role.STALKER)
        yield self._choice("identified_by", labels.IDENTIFIED_BY)
        yield self._choice("targeted", labels.TARGETED, several=True)
        yield TextRow(slot("impact"), self._words("impact"))
        yield self._choice("threat_felt", labels.FELT)
        yield TextRow(slot("my_response"), self._words("my_response"))
        yield TextRow(slot("private_note", note=PRIVATE), self._words("private_note"))
        yield self._moment(slot("noticed", rare=True), self._reader)
        reported_by = slot("reported_by", rare=True)
        yield PeopleRow(reported_by, self._people, self._words("reported_by"), role=Role.WITNESS)
        yield LineRow(slot("tags", rare=True), self._words("tags"), hint=_("separated by commas"))

    def _words(self, name: str) -> str:
        return self._typed.words.get(name, "")

    def _moment(self, place: Slot, reader: TimeReader) -> MomentRow:
        return MomentRow(place, reader, self._typed.times.get(place.field))

    def _choice(self, name: str, answers: Mapping[Any, str], *, several: bool = False) -> ChoiceRow:
        told = {str(one): _(label) for one, label in answers.items()}
        return ChoiceRow(slot(name), told, self._words(name), several=several)

    def _own(self, field: Field) -> FormRow:
        place = Slot(field.id, field.label, field.rare)
        words = self._words(field.id)
        if field.shape is Shape.TEXT:
            return TextRow(place, words)
        if field.shape is Shape.YES_NO:
            return ChoiceRow(place, {one: _(label) for one, label in YES_OR_NO.items()}, words)
        if field.shape is Shape.CHOICE:
            return ChoiceRow(place, {choice.id: _(choice.label) for choice in field.choices}, words)
        if field.shape is Shape.DATE:
            return self._moment(place, replace(self._reader, direction=Direction.INTERVAL))
        return LineRow(place, words, hint=_(HINTS.get(field.shape, "")), number=field.shape in NUMBERS)

"""The rows of a form, one for each question."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from journal.domain.forms.form_question import ONLY_YES, YES_OR_NO, FormQuestion, Sort
from journal.domain.text.words import _
from journal.ui.fields.form_row import ChoiceRow, FormRow, LineRow, Slot, TextRow
from journal.ui.fields.moment_field import MomentRow
from journal.ui.fields.people_field import PeopleRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from journal.domain.case.people import Person
    from journal.domain.forms.form_input import FormInput
    from journal.domain.forms.time_reader import TimeReader

_TIMES = frozenset({Sort.DAY, Sort.MOMENT, Sort.TIME})
_CHOSEN = frozenset({Sort.CHOICE, Sort.CHOICES, Sort.COUNT, Sort.YES_NO, Sort.TICK})
_SEVERAL = frozenset({Sort.CHOICES, Sort.TICK})
_PEOPLE = frozenset({Sort.PERSON, Sort.PEOPLE})
_NUMBERS = frozenset({Sort.NUMBER, Sort.TIMES, Sort.DURATION})
_FIXED = {Sort.YES_NO: YES_OR_NO, Sort.TICK: ONLY_YES}


@dataclass(frozen=True)
class QuestionRows:
    """Makes the rows of one form, filled in as it was typed so far."""

    typed: FormInput
    people: Mapping[int, Person]
    reader: TimeReader
    _moments: dict[str, MomentRow] = field(default_factory=dict)

    def of(self, questions: Iterable[FormQuestion]) -> Iterator[FormRow]:
        """Yield a row for each question."""
        return (self.row(one) for one in questions)

    def row(self, one: FormQuestion) -> FormRow:
        """Return the row of a question."""
        slot = Slot(one.name, one.label, one.rare, one.note)
        words = self.typed.words.get(one.name, "")
        if one.sort in _TIMES:
            return self._moment(one, slot)
        if one.sort in _CHOSEN:
            answers = {answer: _(label) for answer, label in _FIXED.get(one.sort, one.answers).items()}
            return ChoiceRow(slot, answers, words, several=one.sort in _SEVERAL)
        if one.sort in _PEOPLE:
            title, several = _(one.list_title or one.label), one.sort is Sort.PEOPLE
            return PeopleRow(slot, self.people, words, role=one.role, several=several, title=title)
        if one.sort is Sort.TEXT:
            return TextRow(slot, words)
        return LineRow(slot, words, hint=_(one.hint), number=one.sort in _NUMBERS)

    def _moment(self, one: FormQuestion, slot: Slot) -> MomentRow:
        reader = self.reader.looking(one.direction)
        if first := self._moments.get(one.follows):
            reader = replace(reader, begins=lambda: first.time.moment)
        self._moments[one.name] = MomentRow(slot, reader, self.typed.times.get(one.name))
        return self._moments[one.name]

"""The rows of a sheet, one for each question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.state.forms.asked import ONLY_YES, YES_OR_NO, Asked, Sort
from journal.domain.text.words import _
from journal.ui.fields.form_row import ChoiceRow, FormRow, LineRow, Slot, TextRow
from journal.ui.fields.moment_field import MomentRow
from journal.ui.fields.people_field import PeopleRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from journal.domain.case.people import Person
    from journal.domain.entry.form import Typed
    from journal.ui.fields.time_reader import TimeReader

_TIMES = frozenset({Sort.DAY, Sort.MOMENT})
_CHOSEN = frozenset({Sort.CHOICE, Sort.CHOICES, Sort.COUNT, Sort.YES_NO, Sort.TICK})
_SEVERAL = frozenset({Sort.CHOICES, Sort.TICK})
_FIXED = {Sort.YES_NO: YES_OR_NO, Sort.TICK: ONLY_YES}


@dataclass(frozen=True)
class SheetRows:
    """Makes the rows of one sheet, filled in as it was typed so far."""

    typed: Typed
    people: Mapping[int, Person]
    reader: TimeReader

    def of(self, sheet: Iterable[Asked]) -> Iterator[FormRow]:
        """Yield a row for each question."""
        return (self._row(one) for one in sheet)

    def _row(self, one: Asked) -> FormRow:
        slot = Slot(one.name, one.label, one.rare, one.note)
        words = self.typed.words.get(one.name, "")
        if one.sort in _TIMES:
            return MomentRow(slot, self.reader.looking(one.direction), self.typed.times.get(one.name))
        if one.sort in _CHOSEN:
            answers = {answer: _(label) for answer, label in _FIXED.get(one.sort, one.answers).items()}
            return ChoiceRow(slot, answers, words, several=one.sort in _SEVERAL)
        if one.sort is Sort.PERSON:
            return PeopleRow(slot, self.people, words, role=one.role, title=_(one.label))
        if one.sort is Sort.TEXT:
            return TextRow(slot, words)
        return LineRow(slot, words, hint=_(one.hint))

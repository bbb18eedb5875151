"""Lazy sequence of the withheld fields, which of a long journal are nearly all."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload

from journal.domain.text.words import N_
from journal.handover.preview.value_text import value_text
from journal.handover.selection.object_refs import field_text, ref_of, ref_text
from journal.handover.selection.selection import PreviewField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journal.domain.base.task import Task
    from journal.domain.ledger.record import Record
    from journal.handover.selection.choice import ObjectRef
    from journal.handover.selection.selection import Selection


class WithheldFields(Sequence[PreviewField]):
    """The withheld fields of a journal, in the order of its records, without duplicates.

    Only positions are in memory; a field is rendered on access, and the fields of the last record are cached.
    """

    def __init__(
        self,
        chosen: Selection,
        records: Sequence[Record],
        *,
        tells: Callable[[str, object], bool],
        besides: Sequence[PreviewField],
        task: Task,
    ) -> None:
        """Index the fields for which the callback `tells` is true, and append `besides`; slow with many records."""
        self._besides = besides
        self._chosen, self._records, self._words, self._tells = chosen, records, chosen.words, tells
        self._at, self._name, self._names = array("L"), array("L"), list[str]()
        self._last: tuple[int, dict[str, PreviewField]] = -1, {}
        """Cache of the record that was rendered last."""
        self._find(task)

    def __len__(self) -> int:
        """Return the number of fields."""
        return len(self._at) + len(self._besides)

    @overload
    def __getitem__(self, at: int) -> PreviewField: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[PreviewField]: ...
    def __getitem__(self, at: int | slice) -> PreviewField | Sequence[PreviewField]:
        """Return one of them, or some."""
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        if at >= len(self._at):
            return self._besides[at - len(self._at)]
        number, name = self._at[at], self._names[self._name[at]]
        if self._last[0] != number:
            self._last = number, {one.field: one for one in self._told(self._records[number])}
        return self._last[1][name]

    def __iter__(self) -> Iterator[PreviewField]:
        """Yield all of them."""
        return map(self.__getitem__, range(len(self)))

    def _find(self, task: Task) -> None:
        numbers: dict[str, int] = {}
        staying = self._chosen.left_out
        left = {**self._chosen.times_left_out}
        said_before: dict[int, dict[str, list[Any]]] = {}
        for at, record in enumerate(task.counting(self._records)):
            if not (names := staying.get(record.seq)):
                continue
            said = record.fields()
            thing = ref_of(said)
            about = hash(thing)
            before = said_before.setdefault(about, {})
            for name in names:
                value = said.get(name)
                if self._tells(name, value) and not self._is_told(thing, name, value, before.get(name, ())):
                    before.setdefault(name, []).append(value)
                    self._at.append(at)
                    self._name.append(numbers.setdefault(name, len(numbers)))
            left[about] -= 1
            if not left[about]:
                del said_before[about], left[about]
        self._names = [*numbers]

    def _is_told(self, thing: ObjectRef | None, name: str, value: Any, before: Sequence[Any]) -> bool:
        """Return whether a field reads as one of the same thing before; rendering only where there is one."""
        if not (thing and before):
            return False
        people, words = self._chosen.people, self._words
        told = value_text(thing, name, value, people, words)
        return any(value_text(thing, name, one, people, words) == told for one in before)

    def _told(self, record: Record) -> Iterator[PreviewField]:
        said, words = record.fields(), self._words
        thing = ref_of(said)
        about = ref_text(thing, words) if thing else words(N_("record {number}")).format(number=record.seq)
        for name in self._chosen.left_out.get(record.seq, ()):
            value = said.get(name)
            if self._tells(name, value):
                told = value_text(thing, name, value, self._chosen.people, words)
                yield PreviewField(about, field_text(thing, name, words), told, thing, name)

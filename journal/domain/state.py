"""The present state of a journal, folded from its records in order."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from journal.domain.acts import Act
from journal.domain.checklist import Mark
from journal.domain.history import ENTRY_ACTS, Glimpse, History
from journal.domain.people import Person
from journal.domain.record import Record

_GLIMPSE = msgspec.json.Decoder(Glimpse)


class State:
    """What the records say, taken together; records of acts that this program does not know are passed over."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self.journal_id = ""
        """The random id that record 1 gives this journal."""
        self.entries: dict[int, History] = {}
        """Every entry ever recorded, withdrawn ones included, by number."""
        self.people: dict[int, Person] = {}
        """Everybody ever named, by number."""
        self.undone: set[int] = set()
        """The numbers of the records that a later record undid."""
        self._earlier_people: dict[int, list[Person]] = {}
        for record in records:
            self.take(record)

    def take(self, record: Record) -> None:
        """Fold in the next record.

        Raises msgspec.ValidationError where a known act holds something impossible.
        """
        glimpse = _GLIMPSE.decode(record.body)
        if glimpse.undoes:
            self.undone.add(glimpse.undoes)
        if glimpse.action in ENTRY_ACTS:
            self.entries.setdefault(glimpse.entry, History(glimpse.entry)).take(record, glimpse)
        elif glimpse.action == Act.ITEM_MARKED:
            fields = record.fields()
            self.entries[fields["entry"]].marked.setdefault(fields["item"], []).append(msgspec.convert(fields, Mark))
        elif glimpse.action.startswith("person."):
            self._take_person(record, glimpse.action)
        elif glimpse.action == Act.JOURNAL_BEGUN:
            self.journal_id = record.fields()["journal"]

    def _take_person(self, record: Record, action: str) -> None:
        fields = record.fields()
        number = fields["person"]
        known = self._earlier_people.setdefault(number, [])
        before = msgspec.to_builtins(known[-1]) if known else {"number": number, "name": ""}
        said = {name: value for name, value in fields.items() if name in Person.__struct_fields__}
        person = msgspec.convert(before | said | {"withdrawn": action == Act.PERSON_WITHDRAWN}, Person)
        known.append(person)
        self.people[number] = person

    def person_before(self, number: int) -> Person | None:
        """Return what was said of a person before the last record about them, or None where that was the first."""
        known = self._earlier_people[number]
        return known[-2] if len(known) > 1 else None

    def chronological(self) -> list[History]:
        """Return all entries, withdrawn ones included, in the order of happening, oldest first."""
        return sorted(self.entries.values(), key=lambda history: history.place_in_time)

    @property
    def next_entry(self) -> int:
        """The number that the next entry gets."""
        return max(self.entries, default=0) + 1

    @property
    def next_person(self) -> int:
        """The number that the next person gets."""
        return max(self.people, default=0) + 1

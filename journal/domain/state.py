"""The present state of a journal, folded from its records in order."""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from journal.domain import checklist
from journal.domain.acts import Act
from journal.domain.checklist import ItemState, Mark
from journal.domain.history import ENTRY_ACTS, Glimpse, History
from journal.domain.people import Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.record import Record

PERSON_ACTS = frozenset({Act.PERSON_ADDED, Act.PERSON_AMENDED, Act.PERSON_WITHDRAWN})
"""The acts that say who somebody is."""

_NEEDED = frozenset({"name"})
"""What a person always has; erased, it is empty."""
_GLIMPSE = msgspec.json.Decoder(Glimpse)


class Impossible(ValueError):
    """A record of a known act holds something that cannot be; says what."""


class _Marking(Struct, frozen=True):
    """What a record says of one item of an entry."""

    entry: int
    item: str
    state: ItemState = checklist.UNMARKED.state
    note: str = ""
    on: str = ""


_MARKING = msgspec.json.Decoder(_Marking)


class LastBackup(Struct, frozen=True):
    """The last copy that was made of the journal."""

    name: str
    """What the copy is called; in which folder it lies is not recorded."""
    record: int
    """The last record that it holds."""
    made: datetime
    """When, UTC."""


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
        self.last_backup: LastBackup | None = None
        """The last copy that was made; None where there never was one."""
        self._has_lost = False
        self._chronological: list[History] | None = None
        self._entries_recorded: list[int] = []
        self._said_of_people: dict[int, dict[int, Person]] = {}
        for record in records:
            self.take(record)

    def take_all(self, records: Iterable[Record]) -> list[Record]:
        """Fold in these records and return those that cannot be understood, which are passed over.

        After a recovery, records that build on lost ones are passed over without being returned.
        """
        passed_over: list[Record] = []
        for record in records:
            try:
                self.take(record)
            except Impossible:
                passed_over.append(record)
        return [] if self._has_lost else passed_over

    def take(self, record: Record) -> None:
        """Fold in the next record.

        Raises Impossible where a known act holds something that cannot be; the state is then as before.
        """
        try:
            glimpse = _GLIMPSE.decode(record.body)
            if glimpse.action in ENTRY_ACTS:
                self._take_entry(record, glimpse)
            elif glimpse.action == Act.ITEM_MARKED:
                self._take_mark(record)
            elif glimpse.action in PERSON_ACTS:
                self._take_person(record, glimpse)
            elif glimpse.action == Act.JOURNAL_BEGUN:
                self.journal_id = str(record.fields().get("journal", ""))
            elif glimpse.action == Act.BACKUP_MADE:
                said = record.fields()
                self.last_backup = LastBackup(str(said["name"]), int(said["at_record"]), record.written)
            elif glimpse.action == Act.JOURNAL_RECOVERED:
                self._has_lost = True
        except (ValueError, KeyError, RecursionError) as error:
            raise Impossible(f"record {record.seq}: {error}") from error
        if glimpse.undoes:
            self.undone.add(glimpse.undoes)

    def _take_entry(self, record: Record, glimpse: Glimpse) -> None:
        if glimpse.happened or glimpse.action == Act.ENTRY_RECORDED:
            self._chronological = None
        if glimpse.action != Act.ENTRY_RECORDED:
            self.entries[glimpse.entry].take(record, glimpse)
            return
        if glimpse.entry in self.entries or glimpse.entry == 0:
            raise Impossible(f"the entry number {glimpse.entry} cannot be used")
        history = History(glimpse.entry)
        history.take(record, glimpse)
        self.entries[glimpse.entry] = history
        self._entries_recorded.append(record.seq)

    def _take_mark(self, record: Record) -> None:
        said = _MARKING.decode(record.body)
        mark = Mark(state=said.state, note=said.note, on=said.on)
        self.entries[said.entry].take_mark(record, said.item, mark)

    def _take_person(self, record: Record, glimpse: Glimpse) -> None:
        number = glimpse.person or 0
        known = self._said_of_people.get(number, {})
        if number == 0 or bool(known) == (glimpse.action == Act.PERSON_ADDED):
            raise Impossible(f"the person number {number} cannot be used")
        before = msgspec.to_builtins(self.people[number]) if known else {}
        erased = dict.fromkeys(_NEEDED & record.blackened.keys(), "")
        said = {name: value for name, value in record.fields().items() if name in Person.__struct_fields__}
        now = before | erased | said | {"number": number, "withdrawn": glimpse.action == Act.PERSON_WITHDRAWN}
        person = msgspec.convert({name: value for name, value in now.items() if value is not None}, Person)
        self._said_of_people[number] = {**known, record.seq: person}
        self.people[number] = person

    def person_before(self, number: int, seq: int) -> Person | None:
        """Return what was said of a person before this record, or None where it was the first about them."""
        earlier = [person for record, person in self._said_of_people[number].items() if record < seq]
        return earlier[-1] if earlier else None

    def chronological(self) -> list[History]:
        """Return all entries, withdrawn ones included, in the order of happening, oldest first."""
        if self._chronological is None:
            self._chronological = sorted(self.entries.values(), key=attrgetter("place_in_time"))
        return list(self._chronological)

    @property
    def entries_since_backup(self) -> int:
        """How many entries were recorded after what the last copy holds; all of them where there is none."""
        held = self.last_backup.record if self.last_backup else 0
        return len(self._entries_recorded) - bisect_right(self._entries_recorded, held)

    @property
    def next_entry(self) -> int:
        """The number that the next entry gets."""
        return max(self.entries, default=0) + 1

    @property
    def next_person(self) -> int:
        """The number that the next person gets."""
        return max(self.people, default=0) + 1

"""The present state of a journal, folded from its records in order."""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import UNSET, Struct

from journal.domain.case.order import Order
from journal.domain.case.people import Person
from journal.domain.case.report import Report
from journal.domain.entry.history import ENTRY_ACTS, History, PartialRecord
from journal.domain.evidence import checklist
from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.evidence.custody import Movement
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.ledger.acts import Act
from journal.domain.ledger.erased import erased_by
from journal.domain.ledger.register import ADDED, AMENDED, WITHDRAWN, Register
from journal.domain.state.outside_digest import GIVING, outside_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.case.steps import StepMark
    from journal.domain.ledger.case_object import NumberedT
    from journal.domain.ledger.record import Record
    from journal.domain.state.outside_digest import Outside

_SORTS = (Person, Exhibit, Movement, Report, Order)
_REGISTERED = frozenset(f"{sort.SUBJECT}.{verb}" for sort in _SORTS for verb in (ADDED, AMENDED, WITHDRAWN))
_LINKING = frozenset({Act.EXHIBIT_LINKED, Act.EXHIBIT_UNLINKED})
_OF_CASE = _REGISTERED | _LINKING | {Act.STEP_MARKED, Act.EXHIBIT_ERASED}
_ERASING = frozenset({Act.FIELD_ERASED, Act.JOURNAL_RECOVERED})
_NOTHING = Target()
_PARTIAL = msgspec.json.Decoder(PartialRecord)


class Impossible(ValueError):
    """A record of a known act holds something that cannot be; says what."""


class _Marking(Struct, frozen=True):
    """What a record says of one item of an entry."""

    entry: int
    item: str
    state: ItemState = checklist.UNMARKED.state
    note: str = ""
    on: str = ""
    label: str = ""


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
        self.registers: dict[str, Register[Any]] = {sort.SUBJECT: Register(sort) for sort in _SORTS}
        """What the case keeps beside its entries, by the name of its sort; withdrawn things are in each `now` too."""
        self.people: dict[int, Person] = self.of(Person).now
        """Everybody ever named, by number."""
        self.links: dict[int, dict[Target, int]] = {}
        """By exhibit, what it is linked to, each with the number of the record that says so."""
        self.steps: dict[str, StepMark] = {}
        """What was last said of each step of the case."""
        self.undone: set[int] = set()
        """The numbers of the records that a later record undid and that were not done again since."""
        self.undoes: dict[int, int] = {}
        """By the number of a record that undoes another one, the number of that one."""
        self.last_backup: LastBackup | None = None
        """The last copy that was made; None where there never was one."""
        self.last_outside: Outside | None = None
        """The last head digest that somebody else was given; None where nobody was."""
        self._has_lost = False
        self._last_entry = 0
        self._chronological: list[History] | None = None
        self._listed: list[History] | None = None
        self._entries_recorded: list[int] = []
        self._said_of_steps: dict[str, dict[int, StepMark]] = {}
        for record in records:
            self.apply(record)

    def apply_all(self, records: Iterable[Record]) -> list[Record]:
        """Fold in these records and return those that cannot be understood, which are passed over.

        After a recovery, records that build on lost ones are passed over without being returned.
        """
        passed_over: list[Record] = []
        for record in records:
            try:
                self.apply(record)
            except Impossible:
                passed_over.append(record)
        return [] if self._has_lost else passed_over

    def replay(self, records: Iterable[Record]) -> list[Record]:
        """Forget everything and fold in these records; returns as `take_all`."""
        fresh = State()
        passed_over = fresh.apply_all(records)
        vars(self).update(vars(fresh))
        return passed_over

    def apply(self, record: Record) -> None:
        """Fold in the next record.

        Raises Impossible where a known act holds something that cannot be; the state is then as before.
        """
        try:
            partial = _PARTIAL.decode(record.body)
            if partial.action in ENTRY_ACTS:
                self._apply_entry(record, partial)
            elif partial.action == Act.ITEM_MARKED:
                self._apply_mark(record)
            elif partial.action in _OF_CASE:
                self._apply_of_case(record, partial.action)
            else:
                self._apply_of_journal(record, partial.action)
        except (ValueError, KeyError, RecursionError) as error:
            raise Impossible(f"record {record.seq}: {error}") from error
        if partial.undoes:
            self.undoes[record.seq] = partial.undoes
            self.undone.add(partial.undoes)
            self.undone.discard(self.undoes.get(partial.undoes, 0))

    def _apply_entry(self, record: Record, partial: PartialRecord) -> None:
        if partial.happened is not UNSET or partial.action == Act.ENTRY_RECORDED:
            self._chronological = self._listed = None
        if partial.action != Act.ENTRY_RECORDED:
            self.entries[partial.entry].apply(record, partial)
            return
        if partial.entry in self.entries or partial.entry == 0:
            raise Impossible(f"the entry number {partial.entry} cannot be used")
        history = History(partial.entry)
        history.apply(record, partial)
        self.entries[partial.entry] = history
        self._last_entry = max(self._last_entry, partial.entry)
        self._entries_recorded.append(record.seq)

    def _apply_mark(self, record: Record) -> None:
        said = _MARKING.decode(record.body)
        mark = Mark(state=said.state, note=said.note, on=said.on, label=said.label)
        self.entries[said.entry].apply_mark(record, said.item, mark)

    def _apply_of_journal(self, record: Record, action: str) -> None:
        if action == Act.JOURNAL_BEGUN:
            self.journal_id = str(record.fields().get("journal", ""))
        elif action == Act.BACKUP_MADE:
            said = record.fields()
            self.last_backup = LastBackup(str(said["name"]), int(said["at_record"]), record.written)
        elif action in GIVING:
            self.last_outside = outside_in(record) or self.last_outside
        elif action == Act.JOURNAL_RECOVERED:
            self._has_lost = True
        if action in _ERASING:
            self._apply_erasing(record)

    def _apply_erasing(self, record: Record) -> None:
        names: dict[int, list[str]] = {}
        for seq, name in erased_by(record.fields()):
            names.setdefault(seq, []).append(name)
        for history in self.entries.values() if names else ():
            for one in history.records:
                for name in names.get(one.seq, ()):
                    history.erased_on.setdefault(name, record.written)

    def _apply_of_case(self, record: Record, action: str) -> None:
        if action in _LINKING:
            self._apply_link(record, action)
        elif action == Act.STEP_MARKED:
            self._apply_step(record)
        else:
            sort, _, verb = action.partition(".")
            self.registers[sort].apply(record, verb)
            if action == Act.EXHIBIT_ADDED:
                self._apply_link(record, Act.EXHIBIT_LINKED)

    def _apply_link(self, record: Record, action: str) -> None:
        said = record.fields()
        links = self.links.setdefault(self.of(Exhibit).now[said["exhibit"]].number, {})
        target = Target.from_fields(said)
        if target == _NOTHING:
            return
        if action == Act.EXHIBIT_LINKED:
            links[target] = record.seq
        else:
            links.pop(target, None)

    def _apply_step(self, record: Record) -> None:
        from journal.domain.case.steps import StepMark

        said = record.fields()
        step, mark = str(said["step"]), StepMark.from_fields(said)
        self._said_of_steps.setdefault(step, {})[record.seq] = mark
        self.steps[step] = mark

    def of(self, sort: type[NumberedT]) -> Register[NumberedT]:
        """Return everything of one sort that the case keeps."""
        return self.registers[sort.SUBJECT]

    def step_before(self, step: str, seq: int) -> StepMark | None:
        """Return what was said of a step of the case before this record, or None where nothing was."""
        earlier = [mark for record, mark in self._said_of_steps[step].items() if record < seq]
        return earlier[-1] if earlier else None

    @property
    def standing_links(self) -> dict[int, tuple[Target, ...]]:
        """By exhibit that was not withdrawn, what it is linked to."""
        exhibits = self.of(Exhibit).now
        return {number: tuple(links) for number, links in self.links.items() if not exhibits[number].withdrawn}

    def chronological(self) -> list[History]:
        """Return all entries, withdrawn ones included, in the order of happening, oldest first."""
        if self._chronological is None:
            self._chronological = sorted(self.entries.values(), key=attrgetter("when"))
        return list(self._chronological)

    def listed(self) -> list[History]:
        """Return all entries as the timeline lists them: by local day, and within a day in the order of happening.

        That is the order of happening itself but for entries from several time zones, whose days overlap.
        """
        if self._listed is None:
            self._listed = sorted(self.chronological(), key=attrgetter("listed_on"))
        return list(self._listed)

    @property
    def entries_since_backup(self) -> int:
        """How many entries were recorded after what the last copy holds; all of them where there is none."""
        held = self.last_backup.record if self.last_backup else 0
        return len(self._entries_recorded) - bisect_right(self._entries_recorded, held)

    @property
    def next_entry(self) -> int:
        """The number that the next entry gets."""
        return self._last_entry + 1

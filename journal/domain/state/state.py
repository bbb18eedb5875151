"""State of a journal, reduced from its records in order (event sourcing)."""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import UNSET, Struct

from journal.domain.case.case_event import CaseEvent
from journal.domain.case.kept_head import KeptHead
from journal.domain.case.order import Order
from journal.domain.case.people import Person
from journal.domain.case.report import Report
from journal.domain.entry.history import History, begun
from journal.domain.entry.partial_record import ENTRY_ACTS, IndexedRecord, MarkedItem, PartialRecord
from journal.domain.entry.references import referring
from journal.domain.evidence import checklist
from journal.domain.evidence.checklist import ItemState
from journal.domain.evidence.custody import Movement
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.ledger.actions import Action
from journal.domain.ledger.erased import erased_by
from journal.domain.ledger.register import ADDED, AMENDED, WITHDRAWN, Register
from journal.domain.state.entry_orders import EntryOrders
from journal.domain.state.outside_digest import GIVING, outside_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.case.steps import StepMark
    from journal.domain.entry.partial_record import IndexedEntry, Referring
    from journal.domain.ledger.case_object import NumberedT
    from journal.domain.ledger.record import Record
    from journal.domain.ledger.record_source import RecordSource
    from journal.domain.state.outside_digest import OutsideDigest

_SORTS = (Person, Exhibit, Movement, Report, Order, KeptHead, CaseEvent)
_REGISTERED = frozenset(f"{sort.SUBJECT}.{verb}" for sort in _SORTS for verb in (ADDED, AMENDED, WITHDRAWN))
_LINKING = frozenset({Action.EXHIBIT_LINKED, Action.EXHIBIT_UNLINKED})
_OF_CASE = _REGISTERED | _LINKING | {Action.STEP_MARKED, Action.EXHIBIT_ERASED}
_ERASING = frozenset({Action.FIELD_ERASED, Action.JOURNAL_RECOVERED})
_NOTHING = Target()
_PARTIAL = msgspec.json.Decoder(PartialRecord)


class Impossible(ValueError):
    """Raised for a record of a known act with an invalid value; the message says which."""


class _Marking(Struct, frozen=True):
    """Decoded record of a mark on a checklist item."""

    entry: int
    item: str
    state: ItemState = checklist.UNMARKED.state
    note: str = ""
    on: str = ""
    label: str = ""


_MARKING = msgspec.json.Decoder(_Marking)


class LastBackup(Struct, frozen=True):
    """Last recorded backup of the journal."""

    name: str
    """File name; the folder is not recorded."""
    record: int
    """Number of the last record that it holds."""
    made: datetime
    """Time of the backup, UTC."""


class State:
    """Mutable read model of a journal; records of unknown acts are ignored.

    Of a record that comes partially decoded only the number is kept; the rest is read again from `source`.
    """

    def __init__(self, records: Iterable[Record] = (), source: RecordSource | None = None) -> None:
        self.source = source
        self.journal_id = ""
        """Random id of the journal, from record 1."""
        self.entries: dict[int, History] = {}
        """Every entry ever recorded, withdrawn ones included, by number."""
        self.registers: dict[str, Register[Any]] = {sort.SUBJECT: Register(sort) for sort in _SORTS}
        """Case objects by the name of their sort; each `now` includes withdrawn ones."""
        self.people: dict[int, Person] = self.of(Person).now
        """Every person ever added, withdrawn ones included, by number."""
        self.links: dict[int, dict[Target, int]] = {}
        """Links of each exhibit: target to the number of the record that links it."""
        self.steps: dict[str, StepMark] = {}
        """Latest mark of each step of the case."""
        self.undone: set[int] = set()
        """Numbers of the records that are undone at present."""
        self.undoes: dict[int, int] = {}
        """Undo records: number to the number of the record that it undoes."""
        self.last_backup: LastBackup | None = None
        """Last recorded backup; None where there is none."""
        self.last_outside: OutsideDigest | None = None
        """Last head digest given to a third party; None where there is none."""
        self.handed_over: list[Record] = []
        """Records of the hand-overs, oldest first."""
        self._has_lost = False
        self._last_entry = 0
        self._orders = EntryOrders(self.entries)
        self._entries_recorded: list[int] = []
        self._said_of_steps: dict[str, dict[int, StepMark]] = {}
        for record in records:
            self.apply(record)

    def apply_all(self, records: Iterable[Record | IndexedRecord]) -> list[Record | IndexedRecord]:
        """Apply these records and return the malformed ones, which are skipped.

        After a recovery, records that build on lost ones are skipped without being returned.
        """
        passed_over: list[Record | IndexedRecord] = []
        for record in records:
            try:
                self.apply(record)
            except Impossible:
                passed_over.append(record)
        return [] if self._has_lost else passed_over

    def replay(self, records: Iterable[Record | IndexedRecord]) -> list[Record | IndexedRecord]:
        """Reset and rebuild from these records, in place; returns as `apply_all`.

        What the records raise while they are iterated comes through, and the state is as it was.
        """
        fresh = State(source=self.source)
        passed_over = fresh.apply_all(records)
        vars(self).update(vars(fresh))
        return passed_over

    def apply(self, record: Record | IndexedRecord) -> None:
        """Apply the next record.

        Raises Impossible where a known act holds an invalid value; the state is then unchanged.
        """
        partial: PartialRecord | IndexedEntry | MarkedItem
        try:
            if not isinstance(record, IndexedRecord):
                partial = _PARTIAL.decode(record.body)
                self._apply_whole(record, partial)
            elif isinstance(partial := record.body, MarkedItem):
                self.entries[partial.entry].apply_mark(record.seq, partial.item, partial.state, partial.note)
            else:
                self._apply_entry(record, partial, partial)
        except (ValueError, KeyError, RecursionError) as error:
            raise Impossible(f"record {record.seq}: {error}") from error
        if partial.undoes:
            self.undoes[record.seq] = partial.undoes
            self.undone.add(partial.undoes)
            self.undone.discard(self.undoes.get(partial.undoes, 0))

    def _apply_whole(self, record: Record, partial: PartialRecord) -> None:
        if partial.action in ENTRY_ACTS:
            self._apply_entry(record, partial, referring(record.body))
        elif partial.action == Action.ITEM_MARKED:
            said = _MARKING.decode(record.body)
            self.entries[said.entry].apply_mark(record, said.item, said.state, said.note)
        elif partial.action in _OF_CASE:
            self._apply_of_case(record, partial.action)
        else:
            self._apply_of_journal(record, partial.action)

    def _apply_entry(
        self, record: Record | IndexedRecord, partial: PartialRecord | IndexedEntry, refers: Referring
    ) -> None:
        number = partial.entry
        if partial.action != Action.ENTRY_RECORDED:
            self.entries[number].apply(record, partial, refers)
            if partial.happened is not UNSET:
                self._orders.put(self.entries[number], known=True)
            return
        if number in self.entries or number == 0:
            raise Impossible(f"the entry number {number} cannot be used")
        self.entries[number] = history = begun(record, partial, refers, self.source)
        self._orders.put(history)
        self._last_entry = max(self._last_entry, number)
        self._entries_recorded.append(record.seq)

    def _apply_of_journal(self, record: Record, action: str) -> None:
        if action == Action.JOURNAL_BEGUN:
            self.journal_id = str(record.fields().get("journal", ""))
        elif action == Action.BACKUP_MADE:
            said = record.fields()
            self.last_backup = LastBackup(str(said["name"]), int(said["at_record"]), record.written)
        elif action in GIVING:
            self.handed_over += [record] if action == Action.HANDED_OVER else []
            self.last_outside = outside_in(record) or self.last_outside
        elif action == Action.JOURNAL_RECOVERED:
            self._has_lost = True
        if action in _ERASING:
            self._apply_erasing(record)

    def _apply_erasing(self, record: Record) -> None:
        names: dict[int, list[str]] = {}
        for seq, name in erased_by(record.fields()):
            names.setdefault(seq, []).append(name)
        for history in self.entries.values() if names else ():
            for number in history.numbers:
                if number in names:
                    history.erase(names[number], record.written)

    def _apply_of_case(self, record: Record, action: str) -> None:
        if action in _LINKING:
            self._apply_link(record, action)
        elif action == Action.STEP_MARKED:
            self._apply_step(record)
        else:
            sort, _, verb = action.partition(".")
            self.registers[sort].apply(record, verb)
            if action == Action.EXHIBIT_ADDED:
                self._apply_link(record, Action.EXHIBIT_LINKED)

    def _apply_link(self, record: Record, action: str) -> None:
        said = record.fields()
        links = self.links.setdefault(self.of(Exhibit).now[said["exhibit"]].number, {})
        target = Target.from_fields(said)
        if target == _NOTHING:
            return
        if action == Action.EXHIBIT_LINKED:
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
        """Return the register of a sort of case object."""
        return self.registers[sort.SUBJECT]

    def step_before(self, step: str, seq: int) -> StepMark | None:
        """Return the last mark of a step before this record; None where there is none."""
        earlier = [mark for record, mark in self._said_of_steps[step].items() if record < seq]
        return earlier[-1] if earlier else None

    @property
    def standing_links(self) -> dict[int, tuple[Target, ...]]:
        """Link targets of each exhibit that is not withdrawn."""
        exhibits = self.of(Exhibit).now
        return {number: tuple(links) for number, links in self.links.items() if not exhibits[number].withdrawn}

    def chronological(self) -> list[History]:
        """Return all entries, withdrawn ones included, by instant, oldest first; kept in order from then on."""
        return self._orders.chronological()

    def listed(self) -> list[History]:
        """Return all entries in the order of the timeline: by local day, then by instant; kept so from then on.

        Differs from `chronological` only for entries from several time zones, whose days overlap.
        """
        return self._orders.listed()

    @property
    def entries_since_backup(self) -> int:
        """Number of entries recorded after the last backup; all of them without one."""
        held = self.last_backup.record if self.last_backup else 0
        return len(self._entries_recorded) - bisect_right(self._entries_recorded, held)

    @property
    def next_entry(self) -> int:
        """Number for the next entry."""
        return self._last_entry + 1

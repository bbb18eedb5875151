"""Version history of an entry, its withdrawals, and the marks on its checklist, built from records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cached_property, lru_cache
from sys import intern
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET, Struct

from journal.domain import kinds
from journal.domain.entry.records_of import kept_of, number_of
from journal.domain.entry.references import NOTHING, References
from journal.domain.entry.versions import versions_in
from journal.domain.evidence import checklist
from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.ledger.actions import Action
from journal.domain.ledger.record import Record
from journal.domain.ledger.record_source import RecordSource
from journal.domain.time.moment import UNKNOWN, Moment, in_utc, offset_minutes
from journal.domain.time.within import Days, days_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.entry.entry import Entry
    from journal.domain.entry.partial_record import IndexedEntry, IndexedRecord, PartialRecord, Referring
    from journal.domain.entry.versions import Version
    from journal.domain.kinds.catalogue import Item

_NOTHING_ERASED: Mapping[str, datetime] = MappingProxyType({})
_MARK = msgspec.json.Decoder(Mark)
_UNTIL: msgspec.json.Decoder[Moment | None] = msgspec.json.Decoder(Moment | None)


class History(Struct, eq=False, dict=True):
    """Entry with all its versions; mutable, and updated only by `apply`."""

    number: int
    """Running number of the entry."""
    source: RecordSource | None = None
    """Where the records lie of which only the number is kept."""
    said: tuple[int | Record, ...] = ()
    """Its recording, amendments, withdrawals and reinstatements, oldest first: the records, or their numbers."""
    said_of_items: tuple[tuple[str, ItemState, int | Record], ...] = ()
    """The marks of its checklist items, oldest first, each with the state that it gives; in the same way."""
    noted: tuple[int, ...] = ()
    """Numbers of the marks that hold a note."""
    happened: Moment = UNKNOWN
    ended: bytes = b""
    """End time as JSON, decoded lazily by `until`; empty where there is none."""
    kind_id: str = "other"
    times: int = 1
    refers: References = NOTHING
    """People and order that it refers to now."""
    tags: tuple[str, ...] = ()
    is_brought_in: bool = False
    """Whether it was recorded as a part of an export."""
    withdrawn: bool = False
    erased_on: Mapping[str, datetime] = _NOTHING_ERASED
    """Names of the erased fields, each with the time of the declaration, UTC."""
    recorded_offset: str = ""
    """UTC offset of the user's zone when the entry was recorded."""
    first_written: str = ""
    """Time of the first record, as it stands there."""

    def apply(self, record: Record | IndexedRecord, partial: PartialRecord | IndexedEntry, refers: Referring) -> None:
        """Apply the next record about the entry, with what it refers to; raises ValueError for a malformed offset."""
        offset_minutes(partial.offset)
        if self.said:
            self.__dict__.pop("versions", None)
        self.said = (*self.said, kept_of(record))
        self.withdrawn = partial.action == Action.ENTRY_WITHDRAWN or (
            self.withdrawn and partial.action != Action.ENTRY_REINSTATED
        )
        if partial.happened is not UNSET:
            self.happened = partial.happened or UNKNOWN
        if partial.until is not UNSET:
            self.ended = bytes(partial.until)
        if partial.kind is not UNSET:
            self.kind_id = intern(partial.kind or "other")
        if partial.times is not UNSET:
            self.times = partial.times or 1
        self.refers = self.refers.after(refers)
        if refers.tags is not UNSET:
            self.tags = refers.tags or ()

    def apply_mark(self, record: int | Record, item: str, state: ItemState, note: str) -> None:
        """Apply a mark of a checklist item: its record, or the number of one that is not kept."""
        self.said_of_items += ((intern(item), state, record),)
        if note:
            self.noted += (number_of(record),)

    def erase(self, names: Iterable[str], on: datetime) -> None:
        """Note that these fields were erased; the first declaration of each counts."""
        self.erased_on = {**self.erased_on, **{name: on for name in names if name not in self.erased_on}}

    @property
    def numbers(self) -> tuple[int, ...]:
        """Numbers of its records, those of marks left out, oldest first."""
        return tuple(map(number_of, self.said))

    @property
    def last(self) -> int:
        """Number of the last record about it, marks included, by which a change is noticed."""
        return max(number_of(one) for one in (*self.said[-1:], *(mark for *_item, mark in self.said_of_items[-1:])))

    @property
    def records(self) -> list[Record]:
        """Its recording, amendments, withdrawals and reinstatements, oldest first; read again where not kept.

        Raises Unreadable where the file can no longer be read.
        """
        return [self._record(one) for one in self.said]

    @property
    def marked(self) -> dict[str, dict[int, Mark]]:
        """Marks of each checklist item, oldest first, by record number; raises as `records`."""
        marked: dict[str, dict[int, Mark]] = {}
        for item, _state, one in self.said_of_items:
            marked.setdefault(item, {})[number_of(one)] = self._mark(one)
        return marked

    def mark_before(self, item: str, record: Record) -> Mark:
        """Return the last mark of a checklist item before this record; raises as `records`."""
        earlier = [one for name, _state, one in self.said_of_items if name == item and number_of(one) < record.seq]
        return self._mark(earlier[-1]) if earlier else checklist.UNMARKED

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """Every version, oldest first; decoded lazily and cached."""
        return versions_in(self.records)

    @property
    def is_decoded(self) -> bool:
        """Whether its versions are decoded already."""
        return "versions" in vars(self)

    def decode(self, records: Iterable[Record]) -> None:
        """Decode its versions from its records, where these were read together with others."""
        vars(self)["versions"] = versions_in(records)

    @property
    def entry(self) -> Entry:
        """Present version of the entry."""
        return self.versions[-1].entry

    @property
    def amended(self) -> bool:
        """Whether it was ever amended."""
        return any(version.act is Action.ENTRY_AMENDED for version in self.versions)

    @property
    def erased(self) -> tuple[str, ...]:
        """Names of the blackened fields."""
        return tuple(sorted({name for record in self.records for name in record.blackened}))

    @property
    def acts(self) -> int:
        """Number of acts of the other side it counts for: none once withdrawn, none for an own step."""
        return 0 if self.withdrawn or self.kind_id in kinds.OWN_STEP_IDS else self.times

    @property
    def recorded_at(self) -> datetime:
        """Time of the first record, UTC."""
        return datetime.fromisoformat(self.first_written)

    @property
    def marks(self) -> dict[str, Mark]:
        """Present mark of each item ever marked; raises as `records`."""
        return {item: self._mark(one) for item, _state, one in self.said_of_items}

    @property
    def outline(self) -> tuple[checklist.ChecklistLine, ...]:
        """Its checklist without notes and days; only the labels of the user's own items are read, as `records`."""
        marks = {
            item: self._mark(one) if item.startswith(checklist.OWN) else checklist.OF_STATE[state]
            for item, state, one in self.said_of_items
        }
        return checklist.lines(self.kind_id, marks)

    @property
    def checklist(self) -> tuple[checklist.ChecklistLine, ...]:
        """Present evidence checklist."""
        return checklist.lines(self.kind_id, self.marks)

    @property
    def to_do(self) -> list[Item]:
        """Items of its checklist that are to do; raises as `outline`."""
        return [line.item for line in self.outline if line.mark.state is ItemState.TO_DO]

    @property
    def until(self) -> Moment | None:
        """End time of an act with a duration; None also for a value written by another version of the program."""
        if not self.ended:
            return None
        try:
            return _UNTIL.decode(self.ended)
        except msgspec.ValidationError:
            return None

    @property
    def days(self) -> Days:
        """Local days on which it can have begun and ended."""
        return days_of(self.happened, self.until)

    @property
    def when(self) -> tuple[datetime, str, int]:
        """Sort key for chronological order: instant in UTC, then stored local time, then number.

        A span or a day sorts at its beginning, an unknown time at the day of writing; so it orders entries, and is no
        claim about their day.
        """
        happened = self.happened
        local = happened.start
        return in_utc(local or self.listed_on, happened.offset or self.recorded_offset), local, self.number

    @property
    def listed_on(self) -> str:
        """Local day, ISO 8601, under which the timeline lists it: a sort position, no claim about its day.

        That is the first day of a span, and the day of writing for an unknown time.
        """
        return self.happened.start[:10] or _local_day(self.recorded_at, self.recorded_offset)

    def _record(self, one: int | Record) -> Record:
        if isinstance(one, Record):
            return one
        if self.source is None:
            raise LookupError(one)
        return self.source.numbered(one)

    def _mark(self, one: int | Record) -> Mark:
        return _MARK.decode(self._record(one).body)


def begun(
    record: Record | IndexedRecord,
    partial: PartialRecord | IndexedEntry,
    refers: Referring,
    source: RecordSource | None,
) -> History:
    """Return the history of an entry that begins with this record; raises ValueError for a malformed UTC offset."""
    return History(
        partial.entry,
        source,
        said=(kept_of(record),),
        happened=partial.happened or UNKNOWN,
        ended=bytes(partial.until) if partial.until else b"",
        kind_id=intern(partial.kind or "other"),
        times=partial.times or 1,
        refers=NOTHING.after(refers),
        tags=() if refers.tags is UNSET else refers.tags or (),
        is_brought_in=refers.taken_from is not UNSET,
        recorded_offset=_offset(partial.offset),
        first_written=record.recorded_at,
    )


@lru_cache(maxsize=256)
def _offset(text: str) -> str:
    """Return an offset as one object; raises ValueError for a malformed one. Cached."""
    offset_minutes(text)
    return text


def _local_day(written: datetime, offset: str) -> str:
    try:
        return (written + timedelta(minutes=offset_minutes(offset))).date().isoformat()
    except OverflowError:
        return written.date().isoformat()

"""An entry through time: every version of it, whether it was withdrawn, and what was marked on its checklist."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from msgspec import Meta, Struct

from journal.domain import checklist, kinds
from journal.domain.acts import Act
from journal.domain.checklist import Mark
from journal.domain.entry import Entry
from journal.domain.moment import UNKNOWN, Moment, offset_minutes
from journal.domain.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping


ENTRY_ACTS = frozenset({Act.ENTRY_RECORDED, Act.ENTRY_AMENDED, Act.ENTRY_WITHDRAWN, Act.ENTRY_REINSTATED})
"""The acts that make a new line in an entry's history."""


_DERIVED = ("versions", "place_in_time", "month")
"""What is worked out from the records when first asked for."""


class Glimpse(Struct, frozen=True):
    """The few fields by which a record is put in its place, read without decoding the rest."""

    action: str = ""
    entry: Annotated[int, Meta(ge=0)] = 0
    person: Annotated[int, Meta(ge=0)] | None = 0
    happened: Moment | None = None
    kind: str | None = None
    times: int | None = None
    offset: str = ""
    undoes: int = 0


class Version(Struct, frozen=True):
    """What an entry said from one record on."""

    record: Record
    act: Act
    entry: Entry
    changed: tuple[str, ...]
    """The names of the fields that this version changed."""
    reason: str
    """Why it was amended, withdrawn or reinstated; empty for the first."""


class History(Struct, eq=False, dict=True):
    """One entry from its recording to its present state."""

    number: int
    """The entry's own running number."""
    records: list[Record] = []
    """Its recording, amendments, withdrawals and reinstatements, oldest first."""
    marked: dict[str, dict[int, Mark]] = {}
    """Everything said of each checklist item, oldest first, by the number of the record that says it."""
    happened: Moment = UNKNOWN
    kind_id: str = "other"
    times: int = 1
    withdrawn: bool = False
    erased_on: dict[str, datetime] = {}
    """The names of the fields that were erased on purpose, each with when that was declared, UTC."""
    recorded_offset: str = ""
    """The writer's offset from UTC when the entry was recorded."""

    def take(self, record: Record, glimpse: Glimpse) -> None:
        """Add the next record about this entry; raises ValueError where its offset from UTC is none."""
        offset_minutes(glimpse.offset)
        self.records.append(record)
        for derived in _DERIVED:
            self.__dict__.pop(derived, None)
        if glimpse.action == Act.ENTRY_RECORDED:
            self.recorded_offset = glimpse.offset
        self.withdrawn = glimpse.action == Act.ENTRY_WITHDRAWN or (
            self.withdrawn and glimpse.action != Act.ENTRY_REINSTATED
        )
        self.happened = glimpse.happened or self.happened
        self.kind_id = glimpse.kind or self.kind_id
        if glimpse.times is not None or glimpse.action == Act.ENTRY_RECORDED:
            self.times = glimpse.times or 1

    def take_mark(self, record: Record, item: str, mark: Mark) -> None:
        """Add what a record says of one checklist item."""
        self.marked.setdefault(item, {})[record.seq] = mark

    def mark_before(self, item: str, record: Record) -> Mark:
        """Return what was said of a checklist item before this record."""
        earlier = [mark for seq, mark in self.marked.get(item, {}).items() if seq < record.seq]
        return earlier[-1] if earlier else checklist.UNMARKED

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """Every version, oldest first; decoded when first asked for."""
        versions: list[Version] = []
        said: dict[str, Any] = {}
        for record in self.records:
            fields = record.fields()
            said |= fields
            entry = _understood({name: value for name, value in said.items() if value is not None})
            names = tuple(name for name in fields if name in Entry.__struct_fields__ or "." in name)
            versions.append(Version(record, Act(fields["action"]), entry, names, str(fields.get("reason", ""))))
        return tuple(versions)

    @property
    def entry(self) -> Entry:
        """What the entry says now."""
        return self.versions[-1].entry

    @property
    def amended(self) -> bool:
        """Whether what it says was ever changed."""
        return any(version.act is Act.ENTRY_AMENDED for version in self.versions)

    @property
    def erased(self) -> tuple[str, ...]:
        """The names of the fields that were erased on purpose."""
        return tuple(sorted({name for record in self.records for name in record.blackened}))

    @property
    def acts(self) -> int:
        """How many acts of the other side it counts for now: none once withdrawn, none for an own step."""
        return 0 if self.withdrawn or kinds.kind(self.kind_id).own_step else self.times

    @property
    def recorded_at(self) -> datetime:
        """When the entry was first written down, UTC."""
        return self.records[0].written

    @property
    def marks(self) -> dict[str, Mark]:
        """What holds now of each item that was ever marked."""
        return {item: list(said.values())[-1] for item, said in self.marked.items()}

    @property
    def checklist(self) -> tuple[checklist.Line, ...]:
        """The evidence checklist as it stands."""
        return checklist.lines(self.kind_id, self.marks)

    @property
    def day(self) -> date:
        """The local day under which it stands in the timeline: of the happening, or of the writing where unknown."""
        return date.fromisoformat(self.place_in_time[0][:10])

    @cached_property
    def month(self) -> str:
        """The month of that day: `2026-11`."""
        return self.place_in_time[0][:7]

    @cached_property
    def place_in_time(self) -> tuple[str, int, int]:
        """What entries are sorted by, oldest first: local time, the earlier of two equal clock times first, number."""
        if self.happened.start:
            return self.happened.start, -offset_minutes(self.happened.offset), self.number
        return _local_day(self.recorded_at, self.recorded_offset), 0, self.number


def _understood(said: Mapping[str, Any]) -> Entry:
    """Return the entry as far as its fields can be understood; a value that only another version knows is left out."""
    try:
        return Entry.from_fields(said)
    except msgspec.ValidationError:
        return Entry.from_fields({name: value for name, value in said.items() if _is_understood(name, value)})


def _is_understood(name: str, value: object) -> bool:
    try:
        Entry.from_fields({name: value})
    except msgspec.ValidationError:
        return False
    return True


def _local_day(written: datetime, offset: str) -> str:
    try:
        return (written + timedelta(minutes=offset_minutes(offset))).date().isoformat()
    except OverflowError:
        return written.date().isoformat()

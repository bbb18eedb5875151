"""An entry through time: every version of it, whether it was withdrawn, and what was marked on its checklist."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from msgspec import UNSET, Meta, Raw, Struct, UnsetType

from journal.domain import kinds
from journal.domain.entry.entry import Entry
from journal.domain.evidence import checklist
from journal.domain.evidence.checklist import Mark
from journal.domain.ledger.acts import Act
from journal.domain.ledger.record import Record
from journal.domain.time.moment import UNKNOWN, Moment, in_utc, offset_minutes
from journal.domain.time.within import Days, days_of

if TYPE_CHECKING:
    from collections.abc import Mapping


ENTRY_ACTS = frozenset({Act.ENTRY_RECORDED, Act.ENTRY_AMENDED, Act.ENTRY_WITHDRAWN, Act.ENTRY_REINSTATED})
"""The acts that make a new line in an entry's history."""


_DERIVED = ("versions", "until", "when")
"""What is worked out from the records when first asked for."""


class PartialRecord(Struct, frozen=True):
    """The few fields by which a record is put in its place, read without decoding the rest.

    A field that the record does not mention is UNSET; one that it empties is None.
    """

    action: str = ""
    entry: Annotated[int, Meta(ge=0)] = 0
    person: Annotated[int, Meta(ge=0)] | None = 0
    happened: Moment | UnsetType | None = UNSET
    until: Raw | UnsetType = UNSET
    kind: str | UnsetType | None = UNSET
    times: int | UnsetType | None = UNSET
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
    ended: bytes = b""
    """When it ended, as JSON; empty where it says nothing. `until` understands it."""
    kind_id: str = "other"
    times: int = 1
    withdrawn: bool = False
    erased_on: dict[str, datetime] = {}
    """The names of the fields that were erased on purpose, each with when that was declared, UTC."""
    recorded_offset: str = ""
    """The writer's offset from UTC when the entry was recorded."""

    def apply(self, record: Record, partial: PartialRecord) -> None:
        """Add the next record about this entry; raises ValueError where its offset from UTC is none."""
        offset_minutes(partial.offset)
        self.records.append(record)
        for derived in _DERIVED:
            self.__dict__.pop(derived, None)
        if partial.action == Act.ENTRY_RECORDED:
            self.recorded_offset = partial.offset
        self.withdrawn = partial.action == Act.ENTRY_WITHDRAWN or (
            self.withdrawn and partial.action != Act.ENTRY_REINSTATED
        )
        if partial.happened is not UNSET:
            self.happened = partial.happened or UNKNOWN
        if partial.until is not UNSET:
            self.ended = bytes(partial.until)
        if partial.kind is not UNSET:
            self.kind_id = partial.kind or "other"
        if partial.times is not UNSET:
            self.times = partial.times or 1

    def apply_mark(self, record: Record, item: str, mark: Mark) -> None:
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
    def checklist(self) -> tuple[checklist.ChecklistLine, ...]:
        """The evidence checklist as it stands."""
        return checklist.lines(self.kind_id, self.marks)

    @cached_property
    def until(self) -> Moment | None:
        """When it ended, where it lasted; None too for a time that only another version of the program knows."""
        try:
            return msgspec.json.decode(self.ended or b"null", type=Moment | None)
        except msgspec.ValidationError:
            return None

    @property
    def days(self) -> Days:
        """The local days on which it can have begun and ended."""
        return days_of(self.happened, self.until)

    @cached_property
    def when(self) -> tuple[datetime, str, int]:
        """What entries are sorted by in the order of happening, which is that of the instants, oldest first.

        A span or a day stands at its beginning, an unknown time at the day of writing; so this places an entry, and
        tells no day of it. By the clock of UTC, as it is written, number.
        """
        happened = self.happened
        local = happened.start
        return in_utc(local or self.listed_on, happened.offset or self.recorded_offset), local, self.number

    @property
    def listed_on(self) -> str:
        """The local day under which it stands in the timeline, ISO 8601: a place in a list and nothing that it says.

        A span stands under its first day, and what happened at an unknown time under the day of writing.
        """
        return self.happened.start[:10] or _local_day(self.recorded_at, self.recorded_offset)


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

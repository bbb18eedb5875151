"""Partial decoding of records: what indexes an entry, so that a long ledger is folded without holding its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

import msgspec
from msgspec import UNSET, Meta, Raw, Struct, UnsetType

from journal.domain.evidence.checklist import ItemState
from journal.domain.ledger.actions import Action
from journal.domain.ledger.record import Record, RecordNumber, are_utc_seconds
from journal.domain.time.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Iterable

ENTRY_ACTS = frozenset({Action.ENTRY_RECORDED, Action.ENTRY_AMENDED, Action.ENTRY_WITHDRAWN, Action.ENTRY_REINSTATED})
"""Acts that add a version to an entry."""


ORDER_NUMBER = "order.number"
"""Id of the field in which a breach names the order."""


class _Indexing(Struct, frozen=True, gc=False):
    """Fields of a record that index an entry.

    A field that is absent from the record is UNSET; one that the record empties is None.
    """

    entry: Annotated[int, Meta(ge=0)] = 0
    happened: Moment | UnsetType | None = UNSET
    until: Raw | UnsetType = UNSET
    kind: str | UnsetType | None = UNSET
    times: int | UnsetType | None = UNSET
    offset: str = ""
    undoes: int = 0


class PartialRecord(_Indexing, frozen=True, gc=False):
    """Partially decoded body of any record: only the fields that index an entry, for speed."""

    action: str = ""
    person: Annotated[int, Meta(ge=0)] | UnsetType | None = UNSET


class Referring(_Indexing, frozen=True, gc=False):
    """Partially decoded body of an act on an entry, with the fields by which it refers to something."""

    person: Annotated[int, Meta(ge=0)] | UnsetType | None = UNSET
    witnesses: tuple[int, ...] | UnsetType | None = UNSET
    reported_by: int | UnsetType | None = UNSET
    order: int | UnsetType | None = msgspec.field(default=UNSET, name=ORDER_NUMBER)
    tags: tuple[str, ...] | UnsetType | None = UNSET
    taken_from: Raw | UnsetType = UNSET


class _EntryAct(Referring, frozen=True, gc=False, tag_field="action"):
    """Body of an act on an entry that is known while it is decoded."""


class _Recorded(_EntryAct, frozen=True, gc=False, tag=Action.ENTRY_RECORDED.value):
    action: ClassVar[Action] = Action.ENTRY_RECORDED


class _Amended(_EntryAct, frozen=True, gc=False, tag=Action.ENTRY_AMENDED.value):
    action: ClassVar[Action] = Action.ENTRY_AMENDED


class _Withdrawn(_EntryAct, frozen=True, gc=False, tag=Action.ENTRY_WITHDRAWN.value):
    action: ClassVar[Action] = Action.ENTRY_WITHDRAWN


class _Reinstated(_EntryAct, frozen=True, gc=False, tag=Action.ENTRY_REINSTATED.value):
    action: ClassVar[Action] = Action.ENTRY_REINSTATED


class MarkedItem(_Indexing, frozen=True, gc=False, kw_only=True, tag_field="action", tag=Action.ITEM_MARKED.value):
    """Body of a mark, whose values are validated and read again when they are drawn."""

    action: ClassVar[Action] = Action.ITEM_MARKED
    item: str
    state: ItemState = ItemState.TO_DO
    note: str = ""
    on: str = ""
    label: str = ""


IndexedEntry = _Recorded | _Amended | _Withdrawn | _Reinstated
"""Partially decoded body of an act on an entry."""


class IndexedRecord(Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True):
    """Record of an entry or of a mark with its header, and with its body decoded partially.

    Whatever it refuses is decoded as a `Record`, which has the last word.
    """

    seq: RecordNumber
    recorded_at: str
    body: IndexedEntry | MarkedItem
    salts: Raw
    blackened: dict[str, str] = {}
    body_sha256: str
    previous: str
    digest: str


_INDEXED = msgspec.json.Decoder(IndexedRecord)
_RECORD = msgspec.json.Decoder(Record)


def decoded(rows: Iterable[bytes]) -> list[IndexedRecord | Record]:
    """Decode records, partially where they are of entries or marks; raises ValueError or RecursionError for none."""
    indexed, whole = _INDEXED.decode, _RECORD.decode
    records: list[IndexedRecord | Record] = []
    for row in rows:
        try:
            records.append(indexed(row))
        except (ValueError, RecursionError):
            records.append(whole(row))
    if not are_utc_seconds([record.recorded_at for record in records]):
        raise ValueError("`recorded_at` is not a UTC time to the second")
    return records

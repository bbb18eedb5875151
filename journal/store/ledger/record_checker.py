"""Check of each record while it is loaded, so that verifying a long ledger need not hold its words and salts."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Raw
from msgspec.structs import replace

from journal.domain.base.canonical import canonical, has_doubled_names
from journal.domain.entry.entry import Entry
from journal.domain.entry.partial_record import ENTRY_ACTS
from journal.domain.evidence.checklist import Mark
from journal.domain.ledger.actions import Action
from journal.domain.ledger.record import Record, faults, fields_if_sound
from journal.store.file.layout import StoredRow

_RECORD = msgspec.json.Decoder(Record)
_NOTHING = Raw(b"{}")
_RECOVERED = Action.JOURNAL_RECOVERED.encode()
_NONE: dict[str, str] = {}
_OF_ENTRIES = ENTRY_ACTS | {Action.ITEM_MARKED}
_WORDS = frozenset((*Entry.__struct_fields__, *Mark.__struct_fields__, "item", "offset", "clock", "reason"))
"""Fields of those acts, by which no other record is checked."""


class RecordChecker:
    """Checks rows, and drops what no other record is compared with."""

    def __init__(self, *, closely: bool) -> None:
        """Begin with no record; without `closely` no digest is computed, and no field of an act is kept but losses."""
        self._closely, self._last = closely, ""
        # A long ledger has few sets of names; each is held once, whatever the number of records.
        self._names: dict[frozenset[str], frozenset[str]] = {}

    def check(self, row: StoredRow) -> StoredRow:
        """Return a row with the faults within its record, and without what only that check depends on.

        One that is no record is returned as it is.
        """
        try:
            record = row.record or _RECORD.decode(row.data)
        except (ValueError, RecursionError):
            return row
        if not self._closely:
            body = record.body if record.seq == 1 or _RECOVERED in bytes(record.body) else _NOTHING
            return StoredRow(row.key, self._short(record, body), row.doubled, row.block, ())
        fields = fields_if_sound(record)
        within: tuple[str, ...] = ()
        doubled = row.doubled
        if fields is None or bytes(row.data) != msgspec.json.encode(record):
            within, doubled = tuple(faults(record)), doubled or is_doubled(row.data, record)
        body, there = _body(record, fields)
        there = there and self._names.setdefault(there, there)
        return StoredRow(row.key, self._short(record, body), doubled, row.block, within, there)

    def _short(self, record: Record, body: Raw) -> Record:
        """Return the record with this body, and without what only its digest needs."""
        previous = self._last if record.previous == self._last else record.previous
        self._last = record.digest
        gone = record.blackened or _NONE
        return replace(record, body=body, salts=_NOTHING, blackened=gone, previous=previous, body_sha256="")


def is_doubled(row: Raw, record: Record) -> bool:
    """Return whether a record holds a duplicate name; only a row that is not serialised as here is searched."""
    try:
        if bytes(row) == msgspec.json.encode(record) and all(
            bytes(part) == canonical(msgspec.json.decode(part)) for part in (record.body, record.salts)
        ):
            return False
        return has_doubled_names(bytes(row))
    except (ValueError, RecursionError):
        return False


def _body(record: Record, fields: dict[str, Any] | None) -> tuple[Raw, frozenset[str] | None]:
    """Return the fields by which other records are checked, and the names of all where some are dropped.

    All of them are returned where they are no fields of ours. Of the acts on an entry only the first is compared with
    others by the number of its entry.
    """
    try:
        fields = record.fields() if fields is None else fields
        action = fields.get("action")
        if record.blackened or action not in _OF_ENTRIES:
            return Raw(canonical(fields)), None
        left = {name: fields[name] for name in fields.keys() - _WORDS if "." not in name}
        if action != Action.ENTRY_RECORDED:
            left.pop("entry", None)
        return _bare(action) if len(left) == 1 else Raw(canonical(left)), frozenset(fields)
    except (ValueError, RecursionError):
        return Raw(bytes(record.body)), None


@lru_cache(maxsize=len(_OF_ENTRIES))
def _bare(action: str) -> Raw:
    """Return the body that is left of most records, once for all of them."""
    return Raw(canonical({"action": action}))

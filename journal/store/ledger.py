"""The bound book: records are read once, and one more is appended at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from filelock import FileLock, Timeout
from msgspec import Raw

from journal.domain.clock import Clock, Salts
from journal.domain.errors import NotSaved, ReadOnly, Unreadable
from journal.domain.record import FIRST_PREVIOUS, Record, seal
from journal.domain.words import _
from journal.store import desk as desks
from journal.store.desk import Desk, Head
from journal.store.layout import Malformed
from journal.store.storage import JournalStorage

FORMAT = 1
"""The version of the file format that this program writes."""


class Ledger:
    """The records and the desk of one journal file."""

    def __init__(self, path: Path, *, clock: Clock, salts: Salts, read_only: bool = False) -> None:
        """Open the file, or prepare to create it at the first append.

        Raises Unreadable where it is not a journal that this program can read.
        """
        self.path = path.resolve()
        self._clock = clock
        self._salts = salts
        self._lock = FileLock(self.path.with_name(f".{self.path.name}.lock"))
        self.read_only = read_only or not self._hold()
        self._storage = JournalStorage(self.path)
        self._batching = False
        try:
            rows = self._storage.load()
        except Malformed as error:
            raise Unreadable(_("This file is not a journal, or it is damaged; it was left as it is.")) from error
        self.records: list[Record] = [msgspec.json.decode(row, type=Record) for row in rows.get("records", {}).values()]
        self.desk = desks.from_rows(rows.get("desk", {}))

    def append(self, fields: Mapping[str, Any]) -> Record:
        """Add one record, durably; raises NotSaved with nothing changed, or ReadOnly."""
        last = self.records[-1] if self.records else None
        record = seal(
            last.seq + 1 if last else 1,
            fields,
            recorded_at=self._clock(),
            previous=last.digest if last else FIRST_PREVIOUS,
            salts=self._salts,
        )
        records = self.records if self._batching else [*self.records]
        records.append(record)
        self._save(records, msgspec.structs.replace(self.desk, head=Head(record.seq, record.digest)))
        return record

    def keep(self, desk: Desk) -> None:
        """Put another desk in place, durably; its head stays the ledger's own."""
        self._save(self.records, msgspec.structs.replace(desk, head=self.desk.head))

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Save everything that is appended inside only once, at the end.

        Raises NotSaved there; after any error inside, nothing of it is in the ledger or the file.
        """
        before = [*self.records], self.desk
        self._batching = True
        try:
            yield
            self._batching = False
            self._save(self.records, self.desk)
        except BaseException:
            self.records, self.desk = before
            raise
        finally:
            self._batching = False

    def close(self) -> None:
        """Let go of the file."""
        self._lock.release()

    def _save(self, records: list[Record], desk: Desk) -> None:
        if self.read_only:
            raise ReadOnly(_("This journal is open for reading only. Nothing was changed."))
        if self._batching:
            self.records, self.desk = records, desk
            return
        rows = self._storage.load() | {
            "lock": {"1": Raw(msgspec.json.encode({"program": "Journal", "format": FORMAT}))},
            "records": {str(record.seq): Raw(msgspec.json.encode(record)) for record in records},
            "desk": desks.to_rows(desk),
        }
        try:
            self._storage.save(rows)
        except OSError as error:
            raise NotSaved(_("The journal could not be saved.")) from error
        self.records, self.desk = records, desk

    def _hold(self) -> bool:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        return True

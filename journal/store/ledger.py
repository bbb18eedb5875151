"""The bound book: records are read once, and one more is appended at a time."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw
from msgspec.structs import replace

from journal.domain.chain import Fault, FaultKind, Head, quick_faults
from journal.domain.errors import ChangedUnderneath, ReadOnly, Refused, Unreadable
from journal.domain.record import FIRST_PREVIOUS, Record, seal
from journal.domain.words import N_, _
from journal.store import desk as desks
from journal.store import generation
from journal.store.access import Access, open_for_writing
from journal.store.causes import not_saved
from journal.store.desk import Desk
from journal.store.layout import Block
from journal.store.reading import Identity, read
from journal.store.storage import Changed, JournalStorage
from journal.store.table import JournalDB

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from journal.domain.clock import Clock, Salts

RAN_BACKWARDS = "ran_backwards"
"""What a record's field `clock` says where it was written at an earlier time than the record before it."""

_OF_THE_MOMENT = frozenset({"offset", "clock"})
"""The fields that say how it was when the record was written, and so differ when the same act is tried again."""

_CHANGED = N_(
    "The journal's file was changed or replaced from outside while it was open here. Nothing was overwritten: that "
    "file is safe, and so is what this window holds. Save this window's journal beside it, under another name."
)
_SAVED_AFTER_ALL = N_(
    "What could not be confirmed before is saved after all, as record {record}. Nothing else was changed; look at it, "
    "then save again what is still missing."
)


class Ledger:
    """The records and the desk of one journal file."""

    def __init__(self, path: Path, *, clock: Clock, salts: Salts, read_only: bool = False) -> None:
        """Open the file, or prepare to create it at the first append.

        Raises Unreadable where it is not a journal that this program can read.
        """
        self.path = Path(os.path.realpath(path))
        self.access = Access.asked() if read_only else open_for_writing(self.path, clock())
        self.records: list[Record] = []
        self.desk = Desk()
        self.faults: tuple[Fault, ...] = ()
        """What a quick look at numbers and links found wrong; the journal is then open for reading only."""
        self._clock, self._salts = clock, salts
        self._saved = 0
        self._batching = False
        self._tried: tuple[list[Record], Desk] | None = None
        self._use(JournalStorage(self.path))
        try:
            self._read()
        except Unreadable:
            self.access.release()
            raise
        if not self.read_only:
            generation.discard(self.path)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved; `access` says why."""
        return self.access.refused is not None

    def append(self, fields: Mapping[str, Any], change: Callable[[Desk], Desk] = lambda desk: desk) -> Record:
        """Add one record and change the desk, in one durable save.

        Raises ReadOnly, or NotSaved with nothing added. After a save whose last step failed, the next call finds out
        what became of it: the same fields again give the record that is already there, others raise Refused once.
        """
        self._require_writable()
        if settled := self._settle():
            if _said(settled.fields()) == _said(fields):
                return settled
            raise Refused(_(_SAVED_AFTER_ALL).format(record=settled.seq))
        record = self._next(fields)
        head = Head(record.seq, record.digest)
        self._save([record], replace(change(self.desk), head=head))
        return record

    def keep(self, change: Callable[[Desk], Desk]) -> None:
        """Change the desk, durably, where that changes anything; its head stays. Raises as `append`."""
        self._require_writable()
        self._settle()
        desk = replace(change(self.desk), head=self.desk.head)
        if desk != self.desk:
            self._save([], desk)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Save everything that is appended inside only once, at the end.

        Raises NotSaved there; after any error inside, nothing of it is in the ledger or the file.
        """
        desk = self.desk
        self._batching = True
        try:
            yield
            self._batching = False
            added = self.records[self._saved :]
            del self.records[self._saved :]
            self._save(added, self.desk)
        except BaseException:
            del self.records[self._saved :]
            self.desk = desk
            raise
        finally:
            self._batching = False

    def save_beside(self) -> Path:
        """Save all that this window holds as a new file in the same folder, go on in that one, and return its path.

        Raises ReadOnly, or NotSaved with nothing changed.
        """
        self._require_writable()
        path = _free_name(self.path)
        access = open_for_writing(path, self._clock())
        if access.refused:
            raise ReadOnly(access.refused.sentence())
        beside = JournalStorage(path)
        try:
            beside.save(self._storage.remembered())
        except OSError as error:
            access.release()
            raise not_saved(error) from error
        self.access.release()
        self.path, self.access, self._tried = path, access, None
        self._use(beside)
        return path

    def refuse(self, records: Sequence[Record]) -> None:
        """Turn to reading only because these records cannot be understood; none of them changes nothing."""
        if records:
            self.faults += tuple(Fault(record.seq, FaultKind.UNREADABLE) for record in records)
            self.access.refuse_because_of(self.faults)

    def close(self) -> None:
        """Let go of the file; nothing but the journal file remains in its folder."""
        self.access.release()

    def _use(self, storage: JournalStorage) -> None:
        self._storage = storage
        self._table = JournalDB(storage).growing("records")

    def _read(self) -> None:
        contents = read(self._storage)
        if contents is None:
            return
        self.records = [line.record for line in contents.lines if line.record]
        self.desk = contents.desk
        self._saved = len(self.records)
        self.faults = tuple(quick_faults(contents.lines, self.desk.head))
        if self.faults or contents.doubled:
            self.access.refuse_because_of(self.faults)
        if contents.label:
            self.access.refuse_as_copy(contents.label)

    def _next(self, fields: Mapping[str, Any]) -> Record:
        last = self.records[-1] if self.records else None
        seq, previous = (last.seq + 1, last.digest) if last else (1, FIRST_PREVIOUS)
        now = self._clock()
        if last and now.replace(microsecond=0) < last.written:
            fields = {**fields, "clock": RAN_BACKWARDS}
        return seal(seq, fields, recorded_at=now, previous=previous, salts=self._salts)

    def _save(self, added: list[Record], desk: Desk) -> None:
        if not self._batching:
            self._tried = (added, desk)
            self._publish(added, desk)
            self._tried = None
            self._saved += len(added)
        self.records += added
        self.desk = desk

    def _publish(self, added: list[Record], desk: Desk) -> None:
        rows = {str(record.seq): Raw(msgspec.json.encode(record)) for record in added}
        replacing = {"desk": Block(desks.to_rows(desk))}
        if self._saved == 0:
            replacing["lock"] = Block([("1", Raw(msgspec.json.encode(Identity())))])
        try:
            self._table.append(rows, replacing)
        except Changed as error:
            raise ChangedUnderneath(_(_CHANGED)) from error
        except OSError as error:
            raise not_saved(error) from error

    def _settle(self) -> Record | None:
        """Find out what became of a save that failed; return the record that is there after all."""
        if self._batching or self._tried is None:
            return None
        try:
            there = self._storage.settle()
        except Changed as error:
            raise ChangedUnderneath(_(_CHANGED)) from error
        except OSError as error:
            raise not_saved(error) from error
        (added, desk), self._tried = self._tried, None
        if not there:
            return None
        self.records += added
        self.desk = desk
        self._saved += len(added)
        return added[-1] if added else None

    def _require_writable(self) -> None:
        if self.access.refused:
            raise ReadOnly(self.access.refused.sentence())


def _said(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in _OF_THE_MOMENT}


def _free_name(path: Path) -> Path:
    number = 2
    while (beside := path.with_name(f"{path.stem}-{number}{path.suffix}")).exists():
        number += 1
    return beside

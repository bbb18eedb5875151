"""Append-only ledger of one journal: records are loaded once and appended in durable commits."""

from __future__ import annotations

from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw
from msgspec.structs import replace

from journal.domain.base.errors import Refused, Unreadable
from journal.domain.entry.partial_record import decoded
from journal.domain.ledger.chain import Fault, FaultKind, Head
from journal.domain.text.words import N_, _
from journal.store.file import generation, mutable_state
from journal.store.file.identity import Identity
from journal.store.file.mutable_state import MutableState
from journal.store.file.row_codec import encode_records
from journal.store.ledger.access import Access, open_for_writing
from journal.store.ledger.checkpoint import Unconfirmed
from journal.store.ledger.evidence_store import EvidenceStore
from journal.store.ledger.os_errors import save_error, translated_errors
from journal.store.ledger.read_model import NoModel
from journal.store.ledger.reading import read_records
from journal.store.ledger.record_writer import RecordWriter
from journal.store.ledger.stored_records import StoredRecords
from journal.store.ledger.table import JournalDB

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from journal.domain.base.clock import Clock, Salts
    from journal.domain.entry.partial_record import IndexedRecord
    from journal.domain.ledger.record import Record
    from journal.store.file.row_codec import EncodedRows
    from journal.store.ledger.read_model import ReadModel
    from journal.store.ledger.storage import JournalStorage

_OF_THE_MOMENT = frozenset({"offset", "clock"})
"""Fields that depend on the moment of writing, and so differ when the same act is tried again."""

_SAVED_AFTER_ALL = N_(
    "Your last change was saved after all (record {record}). Nothing else was changed; look at it, then save again "
    "what is still missing."
)


class Ledger:
    """Records and mutable state of one journal file."""

    def __init__(
        self,
        storage: JournalStorage,
        *,
        clock: Clock,
        salts: Salts,
        read_only: bool = False,
        model: ReadModel | None = None,
    ) -> None:
        """Open the file, or prepare to create it at the first append; all records are folded into the model.

        Raises Unreadable where the file is not a journal that this program can read.
        """
        self.path = storage.path
        self.access = Access.asked() if read_only else open_for_writing(self.path, clock())
        self.records = StoredRecords(storage)
        self.desk = MutableState()
        self.faults: tuple[Fault, ...] = ()
        """Faults that the quick check of numbers and links found; the journal is then read-only."""
        self._model = model or NoModel()
        self._model.source = self.records
        self.record_writer = RecordWriter(clock, salts)
        self._turn = RLock()
        """Lock of the thread that saves."""
        self._saved, self._batching = 0, False
        self._unconfirmed: tuple[list[Record], MutableState] | None = None
        self.storage = storage
        self._table = JournalDB(storage).growing("records")
        self.evidence = EvidenceStore(self.storage)
        """The evidence."""
        with self.access.released_on_error():
            with _open_only_if_read(self.storage):
                passed_over = self._read()
            if not self.read_only:
                generation.remove_temporary(self.path)
                if kept := self.storage.tidy_up(clock()):
                    self.access.refuse_because_of_log(kept)
                self.storage.forget_attempts()
            self._refuse(passed_over)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved; `access` says why."""
        return bool(self.access.refused)

    @property
    def trouble(self) -> str:
        """Why the last checkpoint failed, as a sentence; empty where it succeeded."""
        return str(save_error(trouble)) if (trouble := self.storage.trouble) else ""

    def append(
        self, acts: Sequence[Mapping[str, Any]], change: Callable[[MutableState], MutableState] = lambda desk: desk
    ) -> list[Record]:
        """Commit a record for each act, the staged evidence and a change of the mutable state, in one transaction.

        Raises ReadOnly, NotSaved or what a source of evidence raises, with nothing added. After a save that the disk
        could neither confirm nor take back, the next call confirms it first: the same acts give the records that are
        there already, others raise Refused.
        """
        with self._turn:
            self.access.require()
            if there := self._confirmed():
                if [_said(record.fields()) for record in there] == [_said(fields) for fields in acts]:
                    return there
                raise Refused(_(_SAVED_AFTER_ALL).format(record=there[-1].seq))
            added = self.record_writer.following(self.records, acts)
            self._add(added, replace(change(self.desk), head=Head(added[-1].seq, added[-1].digest)))
            return added

    def keep(self, change: Callable[[MutableState], MutableState]) -> None:
        """Commit a change of the mutable state, where there is one; its head stays. Raises as `append`."""
        with self._turn:
            self.access.require()
            self._confirmed()
            desk = replace(change(self.desk), head=self.desk.head)
            if desk != self.desk:
                self._add([], desk)

    def checkpoint(self) -> None:
        """Write a checkpoint, as a copy of the file needs it; the journal is whole without that too.

        Raises NotSaved where the disk does not take it; everything committed then stays in the write-ahead log.
        """
        if not self.read_only:
            with translated_errors():
                self.storage.checkpoint()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Commit everything that is appended inside as one transaction, or raise NotSaved; any error rolls it back."""
        with self._turn:
            desk = self.desk
            self._batching = True
            try:
                yield
                self._batching = False
                self._save(self.records[self._saved :], self.desk)
            except BaseException:
                self.records.cut(self._saved)
                self.desk = desk
                raise
            finally:
                self._batching = False
                self.evidence.new.clear()

    def save_beside(self) -> Path:
        """Write what this window holds to a new file in the folder and continue there.

        Raises ReadOnly, NotSaved, and Unreadable where earlier records cannot be read; the old file then stays open.
        """
        with self._turn:
            self.access.require()
            with translated_errors():
                path = _free_name(self.path)
            access = open_for_writing(path, self.record_writer.clock())
            access.require()
            with access.released_on_error(), translated_errors():
                self.storage.move_to(path, encode_records(self.records))
            self.access.release()
            self.path, self.access, self._unconfirmed = path, access, None
            return path

    @contextmanager
    def undisturbed(self) -> Iterator[JournalStorage]:
        """Hold the lock on saves, for a rewrite of the file; raises ReadOnly, and NotSaved for errors of the disk."""
        with self._turn:
            self.access.require()
            self._confirmed()
            with translated_errors():
                yield self.storage

    def take_over(self, records: Sequence[Record], rows: EncodedRows, desk: MutableState) -> None:
        """Replace records and mutable state after a rewrite of the file, and fold the same records from memory."""
        self.records.take_rewritten(records)
        self.desk, self._saved = desk, len(records)
        self._refuse(self._model.replay(_to_fold(records, rows)))

    def _refuse(self, records: Sequence[Record | IndexedRecord]) -> None:
        """Switch to read-only because these records cannot be understood; none of them changes nothing."""
        if records:
            self.faults += tuple(Fault(record.seq, FaultKind.UNREADABLE) for record in records)
            self.access.refuse_because_of(self.faults)

    def close(self) -> None:
        """Write a checkpoint and close the file; nothing but the journal file remains in its folder.

        Raises NotSaved where the disk does not take the file: what was saved then stays in the write-ahead log beside
        it, and is replayed when the journal is opened again.
        """
        try:
            with translated_errors():
                (self.storage.release if self.read_only else self.storage.close)()
        finally:
            self.access.release()

    def _read(self) -> Sequence[Record | IndexedRecord]:
        """Load the file and fold its records; return those that the model does not understand."""
        found = read_records(self.storage, self.records, self._model)
        if found is None:
            self.storage.begin(Raw(msgspec.json.encode(Identity())))
            return ()
        self.desk, self.faults, self._saved = found.contents.desk, found.faults, len(self.records)
        found.restrict(self.access)
        return found.passed_over

    def _add(self, added: list[Record], desk: MutableState) -> None:
        if not self._batching:
            self._save(added, desk)
        self._take_in(added, desk)

    def _save(self, added: list[Record], desk: MutableState) -> None:
        with translated_errors():
            try:
                self._table.append(dict(encode_records(added)), dict(mutable_state.to_rows(desk)), self.evidence.new)
            except Unconfirmed:
                self._unconfirmed = added, desk
                raise
            finally:
                self.evidence.new.clear()
        self._saved += len(added)

    def _take_in(self, added: list[Record], desk: MutableState) -> None:
        self.records.extend(added)
        self.desk = desk
        self._refuse(self._model.apply_all(added))

    def _confirmed(self) -> list[Record]:
        """Confirm a save that could not be confirmed before, and return the records that are there after all."""
        if self._batching or self._unconfirmed is None:
            return []
        with translated_errors():
            self.storage.committer.confirm()
        (added, desk), self._unconfirmed = self._unconfirmed, None
        self._saved += len(added)
        self._take_in(added, desk)
        return added


def _to_fold(records: Sequence[Record], rows: EncodedRows) -> Sequence[Record | IndexedRecord]:
    """Return records decoded partially where none is missing: such a one is read again by its number, as its place."""
    return decoded(bytes(row) for _key, row in rows) if records[-1].seq == len(records) else records


def _said(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in _OF_THE_MOMENT}


def _free_name(path: Path) -> Path:
    number = 2
    while (beside := path.with_name(f"{path.stem}-{number}{path.suffix}")).exists():
        number += 1
    return beside


@contextmanager
def _open_only_if_read(storage: JournalStorage) -> Iterator[None]:
    """Close the file as it is where it cannot be read to its end."""
    try:
        yield
    except Unreadable:
        storage.release()
        raise

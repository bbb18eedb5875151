"""Reading of a journal's records into a model: while the file is read where that can be, else once it is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.entry.partial_record import IndexedRecord
from journal.domain.ledger.chain import Fault, FaultKind, quick_faults
from journal.domain.ledger.record import Record
from journal.store.ledger.contents import Contents, in_slices, read_contents

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.store.ledger.access import Access
    from journal.store.ledger.read_model import ReadModel
    from journal.store.ledger.storage import JournalStorage
    from journal.store.ledger.stored_records import StoredRecords


class RecordsRead(Struct, frozen=True):
    """Result of reading."""

    contents: Contents
    """What stands in the file beside the records."""
    faults: tuple[Fault, ...]
    """What the quick check of numbers and links found."""
    passed_over: tuple[Record | IndexedRecord, ...]
    """The records that the model does not understand."""

    def restrict(self, access: Access) -> None:
        """Refuse write access to a ledger with faults, and to a copy."""
        if self.faults or self.contents.doubled:
            access.refuse_because_of(self.faults)
        if self.contents.label:
            access.refuse_as_copy(self.contents.label)


def read_records(storage: JournalStorage, records: StoredRecords, model: ReadModel) -> RecordsRead | None:
    """Read the records into sequence and model, or return None where there is no file; raises as `read_contents`.

    An unbroken chain, of which the model understands everything, is folded while it is read; any other ledger is
    loaded whole and judged.
    """
    passed_over: list[Record | IndexedRecord] = []

    def fold(rows: Iterable[Record | IndexedRecord]) -> None:
        passed_over[:] = model.replay(rows)

    contents = read_contents(storage, fold=fold)
    if contents and contents.folded:
        added = [line.record for line in contents.lines if line.record]
        passed_over += model.apply_all(added)
        if contents.is_chain and not passed_over:
            records.take([*contents.folded.kept, *added], contents.folded.in_file)
            return RecordsRead(contents, (), ())
        contents = read_contents(storage)
    return _taken_whole(contents, storage, records, model) if contents else None


def _taken_whole(contents: Contents, storage: JournalStorage, records: StoredRecords, model: ReadModel) -> RecordsRead:
    damaged = [fault for fault in contents.faults if fault.kind is FaultKind.DAMAGED]
    faults = (*damaged, *quick_faults(contents.lines, contents.desk.head))
    found = [line.record for line in contents.lines if line.record]
    records.take(sorted(found, key=lambda record: record.seq) if faults else found)
    return RecordsRead(contents, faults, tuple(model.replay(in_slices(records, storage.between))))

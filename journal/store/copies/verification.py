"""Verification of a journal from its file alone, without opening it and without trust in the program that wrote it."""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.base.errors import Unreadable
from journal.domain.base.task import Task
from journal.domain.evidence.stored_files import evidence_faults
from journal.domain.ledger.chain import all_faults, losses, quick_faults
from journal.domain.ledger.gaps import gaps
from journal.domain.ledger.verdict import Verdict
from journal.domain.text.words import _
from journal.store.file import generation
from journal.store.file.fast_open import frame_of
from journal.store.file.record_lines import SLICE
from journal.store.ledger.contents import read_contents
from journal.store.ledger.evidence_store import EvidenceStore
from journal.store.ledger.storage import JournalStorage
from journal.store.stamps import timestamp_records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from journal.domain.ledger.chain import Fault
    from journal.domain.ledger.record import Record
    from journal.store.age.protection import Key
    from journal.store.file.copy_labels import CopyLabel
    from journal.store.ledger.contents import Contents

_recorded_at = attrgetter("recorded_at")
_SAYS_NOTHING = re.compile(rb'\{"action":"[a-z.]*"(,"entry":[0-9]+)?\}').fullmatch
"""Match a body, as shortened while it is read, that says nothing of evidence or of what is gone."""
_OF_RECORDS = 10
"""A byte of the records takes about as long as so many of the evidence: each field has a digest of its own."""
_QUICK = 3
"""The same of a quick check, which computes no digest."""


def verify(path: Path, key: Key | None = None, task: Task | None = None) -> Verdict:
    """Verify the hash chain of a file, every digest, the head of the last save, the evidence and the time stamps.

    What lies in the write-ahead log beside the file counts too. Takes no lock and writes nothing; may run in any
    thread. The task may have begun, with `steps` as its last ones; what it raises where it advances comes through.
    Raises Locked where the file is protected and no key is given, Unreadable where it is no journal at all.
    """
    task = task or Task()
    if not task.whole:
        task.begin(*steps(path))
    with _reading(path, key, lambda: task.advance(SLICE * _OF_RECORDS)) as storage:
        contents = _read(storage, closely=True)
        task.next_step()
        records = [line.record for line in contents.lines if line.record]
        evidence = EvidenceStore(storage).digests(lambda part: task.advance(len(part)))
    telling = [record for record in records if record.blackened or not _SAYS_NOTHING(bytes(record.body))]
    faults = sorted([*all_faults(contents.lines, contents.desk.head), *evidence_faults(telling, evidence)])
    task.next_step()
    return replace(
        _verdict(contents, faults),
        evidence=len(evidence),
        stamps=tuple(timestamp_records.stamps_in(records)),
        gaps=gaps(telling, evidence),
    )


def steps(path: Path) -> tuple[int, int]:
    """Return the sizes of the two steps of a verification, in bytes of evidence: the records, and the evidence."""
    evidence = size = 0
    with suppress(OSError):
        if file := generation.opened(path):
            frame = frame_of(file)
            evidence = sum(row.length for row in frame.files.values()) if frame else 0
            size = file.size
    return (size - evidence) * _OF_RECORDS, evidence // 4 * 3


def quick_step(path: Path) -> int:
    """Return the size of a quick check, in the same unit as `steps`."""
    return steps(path)[0] // _OF_RECORDS * _QUICK


def quick_check(path: Path, key: Key | None = None, task: Task | None = None) -> tuple[Verdict, CopyLabel | None]:
    """Check numbers and links only, and return the verdict with the label of a copy; else as `verify`.

    The task is advanced by `quick_step`.
    """
    task = task or Task()
    with _reading(path, key, lambda: task.advance(SLICE * _QUICK)) as storage:
        contents = _read(storage, closely=False)
    return _verdict(contents, quick_faults(contents.lines, contents.desk.head)), contents.label


@contextmanager
def _reading(path: Path, key: Key | None, between: Callable[[], None]) -> Iterator[JournalStorage]:
    storage = JournalStorage(path, key=key, between=between)
    try:
        yield storage
    finally:
        storage.release()


def _read(storage: JournalStorage, *, closely: bool) -> Contents:
    contents = read_contents(storage, closely=closely, lean=True)
    if contents is None:
        raise Unreadable(_("There is no journal at this place. Nothing was changed; choose another file."))
    return contents


def _verdict(contents: Contents, faults: list[Fault]) -> Verdict:
    records = [line.record for line in contents.lines if line.record]
    return Verdict(
        journal_id=_journal_id(records),
        first=min(records, key=_recorded_at).written if records else None,
        last=max(records, key=_recorded_at).written if records else None,
        clock_back=tuple(one.seq for before, one in pairwise(records) if one.recorded_at < before.recorded_at),
        digests=tuple(record.digest for record in records),
        numbers=tuple(record.seq for record in records),
        faults=(*contents.faults, *faults),
        beside=contents.beside,
        lost=tuple(losses(contents.lines)),
    )


def _journal_id(records: list[Record]) -> str:
    try:
        return str(records[0].fields().get("journal", "")) if records else ""
    except ValueError:
        return ""

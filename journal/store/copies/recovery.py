"""Recovery: saves what a damaged file still holds into a new one, which itself declares what is missing."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.domain.base.errors import Refused, Unreadable
from journal.domain.evidence.stored_files import erased_rows
from journal.domain.ledger.actions import Action
from journal.domain.ledger.chain import Head
from journal.domain.ledger.record import seal
from journal.domain.ledger.recovered import Recovered
from journal.domain.ledger.salvage import blackened_fields, consistent, evidence_named
from journal.domain.text.words import N_, _
from journal.domain.time.moment import offset_text
from journal.store.copies.rebuilding import rebuilt
from journal.store.copies.salvaging import Salvage, is_protected, wraps_in
from journal.store.disk.failing_disk import read_tolerantly
from journal.store.file import generation
from journal.store.file.mutable_state import MutableState, Settings
from journal.store.file.write_ahead_log import log_path
from journal.store.ledger.os_errors import not_written
from journal.store.ledger.record_writer import RAN_BACKWARDS

if TYPE_CHECKING:
    from datetime import datetime
    from mmap import mmap

    from journal.domain.base.clock import Salts
    from journal.domain.ledger.record import Record
    from journal.domain.ledger.salvage import Salvaged
    from journal.store.age.wraps import Wraps
    from journal.store.copies.rebuilding import Protection
    from journal.store.copies.salvaging import SalvagedEvidence

_NOT_THERE = N_("There is no file {path}. Nothing was written. Choose the damaged file.")
_NOT_READ = N_("{path} cannot be read ({reason}). Nothing was written, and it was left as it is.")
_THERE = N_("There is a file {path} already, and it was left as it is. Nothing was written. Choose a new name.")
_NOTHING = N_(
    "In {path} no record of a journal can be read. It was left as it is, and no new file was made. Open a copy of the"
    " journal instead."
)
_LOCKED = N_(
    "{path} is protected. Nothing was written. Its passphrase or its recovery code is needed to save what it holds."
)


def recover(
    damaged: Path, new: Path, *, now: datetime, salts: Salts, protection: Protection | None = None
) -> Recovered:
    """Save every sound record, evidence row and draft of a damaged file and its write-ahead log into a new file.

    A last record says what is missing, so that the new file verifies with its gaps told. The damaged file is only read.
    `protection` is the key of a protected journal, and the same key wrapped, under which the new file is sealed again.
    Raises Refused where the new file exists or a key is wanted, Unreadable where nothing can be saved, NotSaved where
    the disk did not take it.
    """
    if os.path.lexists(new):
        raise Refused(_(_THERE).format(path=new))
    data = _read_damaged(damaged)
    if protection is None and is_protected(data):
        raise Refused(_(_LOCKED).format(path=damaged))
    found = Salvage(protection[0] if protection else None)
    found.take(data)
    found.take_log(_log_of(damaged))
    saved = consistent(found.records, found.head)
    if not saved.records:
        raise Unreadable(_(_NOTHING).format(path=damaged))
    evidence = _Evidence(found, saved)
    last = _declaration(found, saved, evidence, now, salts)
    desk = MutableState(Head(last.seq, last.digest), found.settings or Settings(), tuple(found.drafts.values()))
    pieces = rebuilt([*saved.records, last], evidence.rows, desk, sealed=protection)
    try:
        generation.write_atomically(Path(os.path.realpath(new)), pieces)
    except OSError as error:
        with contextlib.suppress(OSError):
            new.unlink()
        raise not_written(error) from error
    return _report(found, saved, evidence, last)


def wraps_of(damaged: Path) -> list[Wraps]:
    """Return the wrapped keys that a damaged file still holds, none where it is not protected; raises as `recover`."""
    return list(wraps_in(_read_damaged(damaged)))


class _Evidence:
    """Evidence rows that go into the new file, and those that are missing."""

    def __init__(self, found: Salvage, saved: Salvaged) -> None:
        erased = {seq for seq, _row in erased_rows(saved.records)}
        named = evidence_named(record for record in saved.records if record.seq not in erased)
        whole = {piece.sha256: piece for piece in reversed(found.evidence)}
        self.rows: dict[int, SalvagedEvidence] = {number: whole[sha] for number, sha in named.items() if sha in whole}
        self.missing = sorted(named.keys() - self.rows.keys())
        self.unnamed: list[int] = []
        for piece in found.evidence:
            number = int(piece.key) if piece.key.isdecimal() else 0
            if number and number not in named and number not in self.rows and piece.sha256 not in named.values():
                self.rows[number] = piece
                self.unnamed.append(number)
        self.saved = len(self.rows) - len(self.unnamed)
        self.unread = sum(not key.isdecimal() or int(key) not in named for key in found.broken_evidence)


def _declaration(found: Salvage, saved: Salvaged, evidence: _Evidence, now: datetime, salts: Salts) -> Record:
    """Return the record that says in the new file what is missing from it."""
    fields: dict[str, Any] = {
        "action": Action.JOURNAL_RECOVERED.value,
        "offset": offset_text(now),
        "missing": [list(pair) for pair in saved.missing],
        "end_unknown": found.head is None,
        "missing_evidence": evidence.missing,
        "unnamed_evidence": evidence.unnamed,
        "unverified": _unverified(found, saved),
        "erases": blackened_fields(saved.records),
        "clock": RAN_BACKWARDS if now.replace(microsecond=0) < saved.records[-1].written else "",
    }
    said = {name: value for name, value in fields.items() if value}
    return seal(saved.end.count + 1, said, recorded_at=now, previous=saved.end.digest, salts=salts)


def _unverified(found: Salvage, saved: Salvaged) -> list[dict[str, Any]]:
    """Return what can be read of missing records, each once."""
    there = {record.seq for record in saved.records}
    words = {one.record: one.fields for one in found.unverified if 0 < one.record <= saved.end.count}
    return [{"record": number, "fields": words[number]} for number in sorted(words.keys() - there)]


def _report(found: Salvage, saved: Salvaged, evidence: _Evidence, last: Record) -> Recovered:
    return Recovered(
        records=len(saved.records),
        declared_in=last.seq,
        missing=tuple(saved.missing),
        end_known=found.head is not None,
        unverified=tuple(one["record"] for one in _unverified(found, saved)),
        left_out=saved.left_out,
        evidence=evidence.saved,
        missing_evidence=tuple(evidence.missing),
        unnamed_evidence=tuple(evidence.unnamed),
        unread_evidence=evidence.unread,
        damaged_blocks=found.broken_blocks,
        drafts=len(found.drafts),
        missing_drafts=max(0, found.drafts_seen - len(found.drafts)),
        desk=found.settings is not None,
    )


def _read_damaged(path: Path) -> bytes | mmap:
    try:
        data = read_tolerantly(path)
    except FileNotFoundError as error:
        raise Refused(_(_NOT_THERE).format(path=path)) from error
    except OSError as error:
        raise Refused(_(_NOT_READ).format(path=path, reason=error.strerror or type(error).__name__)) from error
    if not data:
        raise Unreadable(_(_NOTHING).format(path=path))
    return data


def _log_of(path: Path) -> bytes | mmap:
    """Read the write-ahead log beside the file, empty where there is none."""
    try:
        return read_tolerantly(log_path(path))
    except OSError:
        return b""

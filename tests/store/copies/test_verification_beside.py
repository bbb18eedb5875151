"""A journal with saves beside its file is verified with them, and no words of the file are kept meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.ledger.chain import FaultKind
from journal.store.copies.verification import verify
from journal.store.file.write_ahead_log import log_path
from journal.store.ledger.contents import read_contents
from journal.store.ledger.storage import JournalStorage
from tests.store.journals import a_logbook, an_entry, as_ours, tables

if TYPE_CHECKING:
    from pathlib import Path


def test_neither_words_nor_salts_are_kept_of_a_file_with_saves_beside_it(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=3)
    logbook.checkpoint()
    logbook.record(an_entry("It rang once more."))
    storage = JournalStorage(logbook.path)

    contents = read_contents(storage, closely=True, lean=True)

    assert contents
    *in_file, beside = [line.record for line in contents.lines if line.record]
    assert len(in_file) == 4
    assert not any(b"rang" in bytes(record.body) or bytes(record.salts) != b"{}" for record in in_file)
    assert beside.fields()["account"] == "It rang once more."
    assert verify(logbook.path).sound
    storage.release()
    logbook.close()


@pytest.mark.parametrize("changed", [False, True])
def test_saves_that_the_file_has_taken_in_are_compared_with_it(tmp_path: Path, *, changed: bool) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=3)
    logbook.checkpoint()
    logbook.record(an_entry())
    log = log_path(logbook.path).read_bytes()
    before = tables(logbook.path)
    logbook.close()
    after = tables(logbook.path)
    key, row = list(after["records"].items())[-1]
    row = {**row, "recorded_at": "2026-11-22T15:00:00Z"} if changed else row
    logbook.path.write_bytes(as_ours({**before, "records": {**after["records"], key: row}}))
    log_path(logbook.path).write_bytes(log)

    verdict = verify(logbook.path)

    assert (FaultKind.TAIL in {fault.kind for fault in verdict.faults}) is changed
    assert verdict.records == 5

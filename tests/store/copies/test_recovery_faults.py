"""Every call of a recovery made to fail in turn, and a disk of which a part can no longer be read."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import JournalError
from journal.store.copies.recovery import recover
from journal.store.disk.failing_disk import SECTOR, read_tolerantly
from tests.store.damage import a_file, records, recovered, saved_records
from tests.store.faults import ERRORS, Saboteur, one_at
from tests.store.journals import NOW, files_in, salts

if TYPE_CHECKING:
    from pathlib import Path

TOLD = tuple(f"It rang {number} times." for number in range(1, 41))


@pytest.mark.parametrize("error", ERRORS)
def test_whatever_call_fails_the_new_file_is_whole_or_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    (tmp_path / "damaged.json").write_bytes(a_file())
    saboteur = Saboteur(monkeypatch)
    with saboteur.watching():
        recover(tmp_path / "damaged.json", tmp_path / "new.json", now=NOW, salts=salts())
    outcomes = []

    for place in range(len(saboteur.calls)):
        (tmp_path / "new.json").unlink(missing_ok=True)
        with saboteur.failing(one_at(place), error):
            try:
                recover(tmp_path / "damaged.json", tmp_path / "new.json", now=NOW, salts=salts())
                outcomes.append("")
            except JournalError as said:
                outcomes.append(str(said))
        assert set(files_in(tmp_path)) <= {"damaged.json", "new.json", ".new.json.new"}
        if (tmp_path / "new.json").exists():
            assert len(saved_records(tmp_path / "new.json")) >= 1
        assert (tmp_path / "damaged.json").read_bytes() == a_file()

    assert any(outcomes)
    assert not any("!" in outcome for outcome in outcomes)


def test_a_part_of_the_disk_that_cannot_be_read_costs_only_what_stood_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = records(TOLD)
    whole = a_file(ledger)
    bad = range(3 * SECTOR, 4 * SECTOR)
    read, seek, at = os.read, os.lseek, {0: 0}

    def worn_seek(descriptor: int, place: int, how: int) -> int:
        at[0] = place
        return seek(descriptor, place, how)

    def worn_read(descriptor: int, count: int) -> bytes:
        if at[0] < bad.stop and at[0] + count > bad.start:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return read(descriptor, count)

    (tmp_path / "whole.json").write_bytes(whole)
    monkeypatch.setattr(os, "lseek", worn_seek)
    monkeypatch.setattr(os, "read", worn_read)
    given = read_tolerantly(tmp_path / "whole.json")
    monkeypatch.undo()

    assert given == whole[: bad.start] + bytes(SECTOR) + whole[bad.stop :]
    said, new = recovered(tmp_path, bytes(given))
    (missing,) = said.missing
    assert saved_records(new) == [record for record in ledger if not missing[0] <= record.seq <= missing[1]]
    assert missing[1] - missing[0] < 20

"""When the file catches up with what was saved: after a quiet time, by a thread that ends, and never in vain."""

from __future__ import annotations

import errno
import os
from threading import Event
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import NotSaved
from journal.store.ledger.checkpoint_timer import CheckpointTimer
from tests.store.file.test_write_ahead_log import TAIL, accounts
from tests.store.journals import a_logbook, an_entry, files_in, tables

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_saved_while_the_file_catches_up_stays_in_the_tail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=2)
    really_sync = os.fsync

    def save_meanwhile(descriptor: int) -> None:
        monkeypatch.setattr(os, "fsync", really_sync)
        os.fsync(descriptor)
        logbook.record(an_entry("Meanwhile."))

    monkeypatch.setattr(os, "fsync", save_meanwhile)
    logbook.checkpoint()

    assert len(tables(logbook.path)["records"]) == 3
    assert TAIL in files_in(tmp_path)
    assert accounts(logbook.path)[-1] == "Meanwhile."
    logbook.close()
    assert len(tables(logbook.path)["records"]) == 4
    assert files_in(tmp_path) == ["journal.json"]


def test_after_a_quiet_time_the_file_catches_up_by_itself(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", quiet=0)

    for number in range(3):
        logbook.record(an_entry())
        assert len(tables(logbook.path)["records"]) == number + 2
        assert TAIL not in files_in(tmp_path)

    logbook.close()


def test_the_thread_does_the_work_when_it_is_quiet_and_ends(tmp_path: Path) -> None:
    done = Event()
    timer = CheckpointTimer(done.set, quiet=0.001)

    timer.restart()

    assert done.wait(60)
    timer.stop()
    done.clear()
    timer.restart()
    assert done.wait(60)
    timer.stop()


def test_work_that_is_not_due_is_left_undone_when_it_is_stopped(tmp_path: Path) -> None:
    done = Event()
    timer = CheckpointTimer(done.set, quiet=10_000)

    timer.restart()
    timer.stop()

    assert not done.is_set()


def test_why_the_file_cannot_catch_up_is_told_and_forgotten_once_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logbook = a_logbook(tmp_path / "journal.json", quiet=0)

    def full(source: object, target: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        logbook.record(an_entry())

    assert logbook.trouble.startswith("The disk is full.")
    assert len(accounts(logbook.path)) == 1
    logbook.record(an_entry())
    assert logbook.trouble == ""
    logbook.close()


def test_a_file_that_cannot_catch_up_at_the_end_is_said_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=2)

    def full(source: object, target: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        with pytest.raises(NotSaved, match="What was saved before is safe"):
            logbook.close()

    assert files_in(tmp_path) == [TAIL, "journal.json"]
    a_logbook(logbook.path).close()
    assert len(accounts(logbook.path)) == 2
    assert files_in(tmp_path) == ["journal.json"]

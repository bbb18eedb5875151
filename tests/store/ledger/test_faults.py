"""Every call of a save made to fail in turn: either generation whole, nothing reported saved that is not."""

from __future__ import annotations

import ast
import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import journal.store
from journal.domain.base.errors import NotSaved
from journal.store.copies.verification import verify
from tests.store.acts import (
    ACTS,
    APPENDING,
    BY_ITSELF,
    COMPARING,
    DRAFT,
    ENTRIES,
    Act,
    amend,
    attempt,
    calls_of,
    check_once,
    opened,
    record,
)
from tests.store.faults import CALLS, ERRORS, WRITES, Saboteur, all_from, one_at
from tests.store.journals import a_journal, a_logbook, an_entry, files_in

if TYPE_CHECKING:
    from collections.abc import Callable


OF_NO_DISK = {"strerror", "getpid", "fspath", "urandom"}
OF_NO_JOURNAL = {"removable_media.py", "atomic_file.py"}
"""Looks through folders for a person who chooses a file; writes files that leave, with tests of its own."""


def test_every_call_of_os_in_the_store_is_among_those_made_to_fail() -> None:
    store = Path(journal.store.__file__).parent
    trees = {
        path.name: ast.parse(path.read_text(encoding="utf-8"))
        for path in store.rglob("*.py")
        if path.name not in OF_NO_JOURNAL
    }
    made = {
        f"{name}: {node.attr}"
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os"
        if callable(getattr(os, node.attr)) and node.attr not in {*CALLS, *OF_NO_DISK}
    }

    assert made == set()
    assert len(trees) > 30


def test_a_save_compares_the_file_and_appends_and_syncs_one_line(tmp_path: Path, saboteur: Saboteur) -> None:
    logbook = opened(tmp_path / "journal.json")
    logbook.record(an_entry())
    inode = logbook.path.stat().st_ino

    with saboteur.watching():
        logbook.record(an_entry())

    assert [name for name in saboteur.calls if name in WRITES] == [*APPENDING]
    assert saboteur.calls[: len(COMPARING)] == [*COMPARING]
    assert len(saboteur.calls) < 12
    assert logbook.path.stat().st_ino == inode
    logbook.close()


def test_the_first_save_makes_the_name_of_the_tail_durable(tmp_path: Path, saboteur: Saboteur) -> None:
    calls = calls_of(record, tmp_path / "journal.json", saboteur)

    assert [name for name in calls if name in WRITES] == ["fsync", *APPENDING]


@pytest.mark.parametrize("protected", [False, True])
@pytest.mark.parametrize("failing", [one_at, all_from])
@pytest.mark.parametrize("act", ACTS)
def test_after_any_failed_call_the_act_stands_whole_or_not_at_all_and_trying_again_saves_once(
    tmp_path: Path, saboteur: Saboteur, act: Act, failing: Callable[[int], Callable[[int], bool]], protected: bool
) -> None:
    count = len(calls_of(act, tmp_path / "journal.json", saboteur, protected=protected))
    assert count >= len((*COMPARING, *APPENDING))
    failed = 0

    for place in range(count):
        folder = tmp_path / f"{place}"
        logbook = opened(folder / "journal.json", protected=protected)
        with saboteur.failing(failing(place)):
            told = attempt(act, logbook)
        seen = logbook.verify()

        assert seen.sound
        assert "is safe" in told or not told
        if not told:
            check_once(act, logbook)
        else:
            failed += 1
            act(logbook)
        assert logbook.verify().digests[: seen.records] == seen.digests
        check_once(act, logbook)
        logbook.close()
        assert files_in(folder) == [*BY_ITSELF]
        check_once(act, logbook)

    assert failed >= 3


def test_a_single_failed_call_of_writing_does_not_even_keep_the_save_from_being_made(
    tmp_path: Path, saboteur: Saboteur
) -> None:
    count = len(calls_of(record, tmp_path / "journal.json", saboteur))
    saved = 0

    for place in range(count):
        logbook = opened(tmp_path / f"{place}" / "journal.json")
        with saboteur.failing(one_at(place)):
            told = attempt(record, logbook)
        failed = saboteur.calls[place]
        assert not told or failed not in WRITES, "the file itself takes what the tail does not"
        saved += not told and failed in WRITES
        logbook.close()

    assert saved == 3


def test_another_act_after_a_failed_one_never_contradicts_what_the_disk_showed(
    tmp_path: Path, saboteur: Saboteur
) -> None:
    count = len(calls_of(record, tmp_path / "journal.json", saboteur))
    after_all = 0

    for place in range(count):
        logbook = opened(tmp_path / f"{place}" / "journal.json")
        with saboteur.failing(all_from(place)):
            attempt(record, logbook)
        seen = verify(logbook.path)
        if told := attempt(amend, logbook):
            after_all += 1
            assert "saved after all (record 5)" in told
            assert logbook.state.entries[4].entry.account == "It rang again."
            amend(logbook)
        verdict = verify(logbook.path)

        assert verdict.sound
        assert verdict.digests[: seen.records] == seen.digests
        assert logbook.state.entries[1].entry.account == "It rang twice."
        logbook.close()
        assert verify(logbook.path).digests == verdict.digests

    assert after_all >= 1, "a line that is written and can neither be synced nor cut off"


def from_the_sync_of_the_line(saboteur: Saboteur) -> Callable[[int], bool]:
    """Choose every call from the one that makes the line of a save durable."""
    return lambda _at: "write" in saboteur.calls and saboteur.calls[-1] != "write"


def test_what_could_not_be_confirmed_is_made_durable_before_it_is_reported(tmp_path: Path, saboteur: Saboteur) -> None:
    logbook = opened(tmp_path / "journal.json")
    with saboteur.failing(from_the_sync_of_the_line(saboteur)), pytest.raises(NotSaved):
        record(logbook)
    seen = verify(logbook.path)

    with saboteur.watching():
        record(logbook)

    assert seen.records == ENTRIES + 2
    assert verify(logbook.path).digests == seen.digests
    assert [name for name in saboteur.calls if name in WRITES][-4:] == ["fsync", "replace", "fsync", "unlink"]
    logbook.close()


def test_a_draft_kept_after_a_failed_save_takes_in_what_was_saved_after_all(tmp_path: Path, saboteur: Saboteur) -> None:
    logbook = opened(tmp_path / "journal.json")
    with saboteur.failing(from_the_sync_of_the_line(saboteur)), pytest.raises(NotSaved):
        record(logbook)
    assert len(logbook.state.entries) == ENTRIES

    logbook.keep_draft(DRAFT)

    assert len(logbook.state.entries) == ENTRIES + 1
    assert logbook.verify().sound
    logbook.close()


@pytest.mark.parametrize("error", ERRORS)
def test_each_cause_is_said_in_a_calm_sentence(tmp_path: Path, saboteur: Saboteur, error: int) -> None:
    logbook = opened(tmp_path / "journal.json")
    said = {
        errno.ENOSPC: "The disk is full.",
        errno.EIO: "The disk did not take the journal (Input/output error).",
        errno.EACCES: "The computer does not allow writing in the journal's folder.",
        errno.EROFS: "The disk can only be read, not written.",
        errno.ENOENT: "The journal's folder is no longer there",
        errno.EINTR: "The disk did not take the journal (Interrupted system call).",
    }

    with saboteur.failing(lambda _at: saboteur.calls[-1] == "write", error), pytest.raises(NotSaved) as not_saved:
        record(logbook)

    assert str(not_saved.value).startswith(said[error])
    assert "What was saved before is safe, and your words are still here." in str(not_saved.value)
    assert "!" not in str(not_saved.value)
    logbook.close()


def test_a_disk_that_takes_a_few_bytes_at_a_time_gets_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data)[:7]))

    logbook = a_logbook(tmp_path / "journal.json", entries=2)
    logbook.close()

    assert verify(logbook.path).records == 3


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_that_cannot_sync_folders_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    fsync = os.fsync

    def without_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(code, os.strerror(code))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", without_folders)

    a_journal(tmp_path / "journal.json", entries=1)

    assert verify(tmp_path / "journal.json").records == 2

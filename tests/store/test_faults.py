"""Every call of a save made to fail in turn: either generation whole, nothing reported saved that is not."""

from __future__ import annotations

import ast
import errno
import inspect
import os
import stat
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from journal.domain.checklist import ItemState, Mark
from journal.domain.errors import JournalError, NotSaved
from journal.logbook import Logbook
from journal.store import generation
from journal.store.desk import Draft
from journal.store.verification import verify
from tests.store.faults import CALLS, ERRORS, Saboteur, all_from, one_at
from tests.store.journals import a_journal, a_logbook, an_entry, files_in, tables

if TYPE_CHECKING:
    from pathlib import Path

ENTRIES = 3
DRAFT = Draft(id="d", kept_at="2026-11-22T14:03:00Z", typed={"account": "It rang ag"})


def record(logbook: Logbook) -> None:
    logbook.record(an_entry("It rang again."), draft="d")


def amend(logbook: Logbook) -> None:
    logbook.amend(1, an_entry("It rang twice."), "Counted again.")


def withdraw(logbook: Logbook) -> None:
    logbook.withdraw(1, "By mistake.")


def mark(logbook: Logbook) -> None:
    logbook.mark(1, "rings", Mark(state=ItemState.DONE))


def undo(logbook: Logbook) -> None:
    logbook.undo()


def keep_draft(logbook: Logbook) -> None:
    logbook.keep_draft(DRAFT)


ACTS = (record, amend, withdraw, mark, undo, keep_draft)
Act = Callable[[Logbook], None]
COMPARING = ("open", "fstat", "lseek", "read", "close")
WRITING_BESIDE = ("unlink", "open", "write", "fsync", "fstat", "close")
SWAPPING = ("replace", "open", "fsync", "close")


def attempt(act: Act, logbook: Logbook) -> str:
    """What the person is told when the act fails; nothing where it was reported done."""
    try:
        act(logbook)
    except JournalError as error:
        return str(error)
    return ""


def calls_of(act: Act, path: Path, saboteur: Saboteur) -> list[str]:
    """The names of all calls that the act makes on a journal at the path."""
    logbook = a_logbook(path, entries=ENTRIES)
    with saboteur.watching():
        act(logbook)
    logbook.close()
    path.unlink()
    return saboteur.calls


@pytest.fixture
def saboteur(monkeypatch: pytest.MonkeyPatch) -> Saboteur:
    return Saboteur(monkeypatch)


def test_every_call_that_publishing_makes_is_among_those_made_to_fail() -> None:
    written = {
        node.attr
        for node in ast.walk(ast.parse(inspect.getsource(generation)))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os"
    }
    functions = {name for name in written if callable(getattr(os, name))}

    assert functions - {"strerror"} <= set(CALLS)
    assert {"open", "write", "fsync", "close", "replace", "unlink"} <= functions


def test_a_save_compares_writes_beside_syncs_swaps_and_syncs_the_folder(tmp_path: Path, saboteur: Saboteur) -> None:
    calls = calls_of(record, tmp_path / "journal.json", saboteur)

    rest = iter(calls)
    assert all(name in rest for name in (*COMPARING, *WRITING_BESIDE, *SWAPPING)), calls


@pytest.mark.parametrize("failing", [one_at, all_from])
@pytest.mark.parametrize("act", ACTS)
def test_after_any_failed_call_either_generation_is_whole_and_trying_again_saves_once(
    tmp_path: Path, saboteur: Saboteur, act: Act, failing: Callable[[int], Callable[[int], bool]]
) -> None:
    count = len(calls_of(act, tmp_path / "journal.json", saboteur))
    assert count >= len((*COMPARING, *WRITING_BESIDE, *SWAPPING))
    failed = 0

    for place in range(count):
        folder = tmp_path / f"{place}"
        logbook = a_logbook(folder / "journal.json", entries=ENTRIES)
        before = logbook.path.read_bytes()
        with saboteur.failing(failing(place)):
            told = attempt(act, logbook)
        after = logbook.path.read_bytes()
        seen = verify(logbook.path)

        assert seen.sound
        assert "is safe" in told or (not told and after != before)
        if failing is one_at and told:
            assert set(files_in(folder)) == {".journal.json.lock", "journal.json"}

        if told:
            failed += 1
            act(logbook)
        assert verify(logbook.path).digests[: seen.records] == seen.digests
        check_once(act, logbook)
        logbook.close()
        assert files_in(folder) == ["journal.json"]

    assert failed > 10


def check_once(act: Act, logbook: Logbook) -> None:
    """The act stands exactly once, in memory and in the file."""
    reopened = Logbook(logbook.path, read_only=True)
    records = len(tables(logbook.path)["records"])
    assert records == (1 + ENTRIES if act is keep_draft else 2 + ENTRIES)
    assert verify(logbook.path).sound
    assert logbook.last == reopened.last
    assert logbook.drafts == reopened.drafts == ((DRAFT,) if act is keep_draft else ())
    assert {number: one.versions for number, one in logbook.state.entries.items()} == {
        number: one.versions for number, one in reopened.state.entries.items()
    }
    if act is record:
        assert [logbook.state.entries[number].entry.account for number in sorted(logbook.state.entries)] == [
            "It rang 1 times.",
            "It rang 2 times.",
            "It rang 3 times.",
            "It rang again.",
        ]


def test_another_act_after_a_failed_one_never_contradicts_what_the_disk_showed(
    tmp_path: Path, saboteur: Saboteur
) -> None:
    count = len(calls_of(record, tmp_path / "journal.json", saboteur))
    after_all = 0

    for place in range(count):
        logbook = a_logbook(tmp_path / f"{place}" / "journal.json", entries=ENTRIES)
        with saboteur.failing(one_at(place)):
            attempt(record, logbook)
        seen = verify(logbook.path)
        if told := attempt(amend, logbook):
            after_all += 1
            assert "saved after all, as record 5" in told
            assert logbook.state.entries[4].entry.account == "It rang again."
            amend(logbook)
        verdict = verify(logbook.path)

        assert verdict.sound
        assert verdict.digests[: seen.records] == seen.digests
        assert logbook.state.entries[1].entry.account == "It rang twice."
        logbook.close()

    assert after_all >= 2, "the folder's open and fsync come after the swap"


def test_what_could_not_be_confirmed_is_made_durable_before_it_is_reported(tmp_path: Path, saboteur: Saboteur) -> None:
    count = len(calls_of(record, tmp_path / "journal.json", saboteur))
    logbook = a_logbook(tmp_path / "journal.json", entries=ENTRIES)
    with saboteur.failing(one_at(count - 2)), pytest.raises(NotSaved):
        record(logbook)

    with saboteur.watching():
        record(logbook)

    rest = iter(saboteur.calls)
    assert all(name in rest for name in (*WRITING_BESIDE, *SWAPPING)), saboteur.calls
    logbook.close()


def test_a_draft_kept_after_a_failed_save_takes_in_what_was_saved_after_all(tmp_path: Path, saboteur: Saboteur) -> None:
    count = len(calls_of(record, tmp_path / "journal.json", saboteur))
    logbook = a_logbook(tmp_path / "journal.json", entries=ENTRIES)
    with saboteur.failing(one_at(count - 2)), pytest.raises(NotSaved):
        record(logbook)
    assert len(logbook.state.entries) == ENTRIES

    logbook.keep_draft(DRAFT)

    assert len(logbook.state.entries) == ENTRIES + 1
    assert logbook.verify().sound
    logbook.close()


@pytest.mark.parametrize("error", ERRORS)
def test_each_cause_is_said_in_a_calm_sentence(tmp_path: Path, saboteur: Saboteur, error: int) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
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

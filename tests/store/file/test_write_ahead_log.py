"""What lies beside the file between two generations of it: taken in after a crash, and never thrown away."""

from __future__ import annotations

import errno
import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.base.errors import NotSaved, ReadOnly
from journal.logbook import Logbook
from journal.store.copies.verification import verify
from tests.store.acts import DRAFT
from tests.store.journals import a_journal, a_logbook, an_entry, files_in, tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TAIL = ".journal.json.tail"


def crashed(path: Path, *, entries: int = 3) -> Path:
    """A folder as a crash leaves it: a file of two records, and what was saved since then beside it."""
    logbook = a_logbook(a_journal(path.parent / "before" / path.name, entries=1))
    for number in range(entries):
        logbook.record(an_entry(f"It rang again, {number}."))
        logbook.keep_draft(DRAFT)
    shutil.copytree(logbook.path.parent, path.parent, dirs_exist_ok=True)
    logbook.close()
    shutil.rmtree(logbook.path.parent)
    return path


def accounts(path: Path) -> list[str]:
    logbook = Logbook(path, read_only=True)
    return [logbook.state.entries[number].entry.account for number in sorted(logbook.state.entries)]


def test_what_a_crash_left_in_the_tail_is_taken_in_at_the_next_opening(tmp_path: Path) -> None:
    path = crashed(tmp_path / "journal.json")
    assert len(tables(path)["records"]) == 2

    logbook = a_logbook(path, entries=1)

    assert not logbook.read_only
    assert len(logbook.state.entries) == 5
    assert logbook.drafts == (DRAFT,)
    logbook.close()
    assert files_in(tmp_path) == ["journal.json"]
    assert len(tables(path)["records"]) == 6
    assert verify(path).sound


def test_opening_and_closing_alone_takes_the_tail_in_too(tmp_path: Path) -> None:
    path = crashed(tmp_path / "journal.json")

    a_logbook(path).close()

    assert files_in(tmp_path) == ["journal.json"]
    assert len(tables(path)["records"]) == 5


def test_whoever_only_reads_sees_what_is_in_the_tail_and_leaves_it_there(tmp_path: Path) -> None:
    path = crashed(tmp_path / "journal.json")
    before = {name: (tmp_path / name).read_bytes() for name in files_in(tmp_path)}

    logbook = Logbook(path, read_only=True)

    assert len(logbook.state.entries) == 4
    assert logbook.drafts == (DRAFT,)
    assert verify(path).records == 5
    logbook.close()
    assert {name: (tmp_path / name).read_bytes() for name in files_in(tmp_path)} == before


def test_a_tail_torn_anywhere_gives_every_save_whose_line_is_whole(tmp_path: Path) -> None:
    path = crashed(tmp_path / "journal.json", entries=2)
    whole = (tmp_path / TAIL).read_bytes()
    first = whole.index(b"\n") + 1
    third = whole.index(b"\n", whole.index(b"\n", first) + 1) + 1

    for length in range(len(whole) + 1):
        (tmp_path / TAIL).write_bytes(whole[:length])
        assert len(accounts(path)) == 1 + (length >= first) + (length >= third), length

    (tmp_path / TAIL).write_bytes(whole[: third - 1])
    logbook = a_logbook(path, entries=1)
    assert len(logbook.state.entries) == 3
    logbook.close()
    assert verify(path).sound
    assert files_in(tmp_path) == ["journal.json"]


def test_a_last_line_of_zeros_is_a_torn_one(tmp_path: Path) -> None:
    path = crashed(tmp_path / "journal.json")
    with (tmp_path / TAIL).open("ab") as file:
        file.write(bytes(500) + b"\n" + bytes(20))

    logbook = a_logbook(path, entries=1)

    assert not logbook.read_only
    assert len(logbook.state.entries) == 5
    logbook.close()
    assert verify(path).sound


def test_a_tail_that_stayed_although_the_file_has_taken_it_in_changes_nothing(tmp_path: Path) -> None:
    path = crashed(tmp_path / "journal.json")
    tail = (tmp_path / TAIL).read_bytes()
    a_logbook(path).close()
    (tmp_path / TAIL).write_bytes(tail)
    before = path.read_bytes()

    logbook = a_logbook(path)

    assert not logbook.read_only
    assert len(logbook.state.entries) == 4
    logbook.close()
    assert path.read_bytes() == before
    assert files_in(tmp_path) == ["journal.json"]


@pytest.mark.parametrize("line", [0, 1, 2])
def test_a_damaged_line_before_the_last_is_said_and_everything_is_kept(tmp_path: Path, line: int) -> None:
    path = crashed(tmp_path / "journal.json")
    lines = (tmp_path / TAIL).read_bytes().split(b"\n")
    lines[line] = lines[line].replace(b"a", b"\x00")
    damaged = b"\n".join(lines)
    (tmp_path / TAIL).write_bytes(damaged)

    logbook = a_logbook(path)

    kept = [name for name in files_in(tmp_path) if name not in {"journal.json", TAIL}]
    assert len(kept) == 1
    assert kept[0] in logbook.read_only_reason
    assert "nothing was thrown away" in logbook.read_only_reason
    assert (tmp_path / kept[0]).read_bytes() == damaged
    assert len(logbook.state.entries) == 1 + (line + 1) // 2
    with pytest.raises(ReadOnly):
        logbook.record(an_entry())
    logbook.close()
    again = a_logbook(path, entries=1)
    assert not again.read_only
    assert len(again.state.entries) == 2 + (line + 1) // 2
    again.close()
    assert verify(path).sound


def an_older_copy(path: Path) -> None:
    a_journal(path.with_name("older.json"), entries=0).replace(path)


def another_branch(path: Path) -> None:
    a_logbook(path, entries=9).close()


@pytest.mark.parametrize("change", [an_older_copy, another_branch])
def test_a_tail_beside_another_file_is_kept_aside_and_said(tmp_path: Path, change: Callable[[Path], None]) -> None:
    path = crashed(tmp_path / "journal.json")
    tail = (tmp_path / TAIL).read_bytes()
    (tmp_path / TAIL).unlink()
    change(path)
    (tmp_path / TAIL).write_bytes(tail)
    before = path.read_bytes()

    logbook = a_logbook(path)

    kept = [name for name in files_in(tmp_path) if name.endswith(".tail")]
    assert len(kept) == 1
    assert kept[0] in logbook.read_only_reason
    assert (tmp_path / kept[0]).read_bytes() == tail
    logbook.close()
    assert path.read_bytes() == before
    assert not Logbook(path).read_only


def test_a_tail_whose_file_is_gone_is_kept_aside_before_a_new_journal_can_begin(tmp_path: Path) -> None:
    path = crashed(tmp_path / "journal.json")
    path.unlink()

    with pytest.raises(NotSaved, match="nothing was thrown away"):
        a_logbook(path)

    assert len(files_in(tmp_path)) == 1
    a_logbook(path).close()
    assert len(files_in(tmp_path)) == 2


def test_where_no_tail_can_be_made_every_save_is_a_generation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    really_open = os.open

    def without_tails(name: os.PathLike[str] | str, flags: int, mode: int = 0o777, **at: Any) -> int:
        if os.fspath(name).endswith(".tail") and flags & os.O_CREAT:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))
        return really_open(name, flags, mode, **at)

    monkeypatch.setattr(os, "open", without_tails)

    for number in range(1, 4):
        logbook.record(an_entry())
        assert len(tables(logbook.path)["records"]) == number + 1
    logbook.close()
    assert files_in(tmp_path) == ["journal.json"]


def test_a_tail_that_somebody_removes_is_noticed_and_nothing_is_lost(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=2)
    (tmp_path / TAIL).unlink()

    logbook.record(an_entry("It rang again."))

    assert len(tables(logbook.path)["records"]) == 4
    logbook.close()
    assert files_in(tmp_path) == ["journal.json"]

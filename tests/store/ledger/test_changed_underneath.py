"""Somebody else put another file in the journal's place: nothing is overwritten, and both are safe."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import ChangedUnderneath, MissingUnderneath, NotSaved, ReadOnly, Unreadable
from journal.logbook import Logbook
from journal.store.copies.verification import verify
from tests.store import a_stick
from tests.store.journals import a_journal, a_logbook, an_entry, files_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def put_another_there(path: Path) -> None:
    other = a_journal(path.parent / "elsewhere" / "other.json", entries=1)
    other.replace(path)


def write_into_it(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(-20, os.SEEK_END)
        file.write(b"x")


def write_into_it_and_hide_it(path: Path) -> None:
    about = path.stat()
    write_into_it(path)
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))


def add_to_it(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"\n")


def cut_it_off(path: Path) -> None:
    os.truncate(path, 100)


def empty_it(path: Path) -> None:
    path.write_bytes(b"")


def remove_it(path: Path) -> None:
    path.unlink()


CHANGES = (put_another_there, write_into_it, write_into_it_and_hide_it, add_to_it, cut_it_off, empty_it, remove_it)


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_that_was_changed_from_outside_is_not_written_over(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=2)
    change(logbook.path)
    outside = logbook.path.read_bytes() if logbook.path.exists() else None

    with pytest.raises(ChangedUnderneath, match="Nothing was overwritten"):
        logbook.record(an_entry("It rang again."))

    assert (logbook.path.read_bytes() if logbook.path.exists() else None) == outside
    assert len(logbook.state.entries) == 2
    with pytest.raises(ChangedUnderneath):
        logbook.close()
    assert ".journal.json.tail" in files_in(tmp_path), "what was saved waits until somebody decides"


@pytest.mark.parametrize("change", CHANGES)
def test_what_the_window_holds_is_saved_beside_and_goes_on_there(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=2)
    first = logbook.path
    change(first)
    outside = first.read_bytes() if first.exists() else None
    with pytest.raises(ChangedUnderneath):
        logbook.record(an_entry("It rang again."))

    beside = logbook.save_beside()
    logbook.record(an_entry("It rang again."))

    assert beside == logbook.path == tmp_path / "journal-2.json"
    assert (first.read_bytes() if first.exists() else None) == outside
    assert Logbook(beside, read_only=True).state.entries[3].entry.account == "It rang again."
    assert verify(beside).sound
    logbook.close()
    assert [name for name in files_in(tmp_path) if name.startswith(".")] == []


def test_a_name_that_is_taken_is_not_used(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json")
    (tmp_path / "journal-2.json").write_bytes(b"somebody's")

    beside = logbook.save_beside()

    assert beside.name == "journal-3.json"
    assert (tmp_path / "journal-2.json").read_bytes() == b"somebody's"
    logbook.close()


def test_what_cannot_be_read_for_a_moment_is_saved_beside_later(tmp_path: Path) -> None:
    made = a_logbook(tmp_path / "journal.json", entries=40)
    made.close()
    logbook = Logbook(made.path)
    whole = made.path.read_bytes()
    made.path.write_bytes(b"")
    with pytest.raises(Unreadable):
        logbook.save_beside()
    made.path.write_bytes(whole)

    beside = logbook.save_beside()

    assert len(Logbook(beside, read_only=True).state.entries) == 40
    logbook.close()


def test_a_window_that_may_not_write_saves_nothing_beside(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json")
    logbook = Logbook(path, read_only=True)

    with pytest.raises(ReadOnly):
        logbook.save_beside()

    assert files_in(tmp_path) == ["journal.json"]


def copy_it_back(path: Path) -> None:
    shutil.copy(path, path.with_suffix(".copy"))
    path.with_suffix(".copy").replace(path)


def touch_it(path: Path) -> None:
    os.utime(path, (0, 0))


def read_it(path: Path) -> None:
    path.read_bytes()


@pytest.mark.parametrize("change", [copy_it_back, touch_it, read_it])
def test_the_same_bytes_are_no_change_whoever_put_them_there(tmp_path: Path, change: Callable[[Path], None]) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=2)
    change(logbook.path)

    logbook.record(an_entry())

    assert verify(logbook.path).records == 4
    logbook.close()


def test_a_change_is_noticed_before_the_first_save_too(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json", entries=2)
    logbook = Logbook(path)
    put_another_there(path)

    with pytest.raises(ChangedUnderneath):
        logbook.record(an_entry())

    logbook.close()


def test_a_folder_that_was_pulled_out_is_said_so_and_saving_goes_on_when_it_is_back(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    logbook = a_logbook(stick / "journal.json", entries=2)
    stick.rename(tmp_path / "pulled out")

    with pytest.raises(NotSaved, match="folder is no longer there"):
        logbook.record(an_entry("It rang again."))

    assert not stick.exists()
    (tmp_path / "pulled out").rename(stick)
    logbook.record(an_entry("It rang again."))
    assert verify(logbook.path).records == 4
    logbook.close()
    assert files_in(stick) == ["journal.json"]


def test_a_file_that_was_removed_is_said_to_be_gone_and_is_not_called_safe(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=2)
    logbook.path.rename(tmp_path / "elsewhere.json")

    with pytest.raises(MissingUnderneath, match="no longer in its folder") as told:
        logbook.record(an_entry("It rang again."))

    assert "that file is safe" not in str(told.value)
    (tmp_path / "elsewhere.json").rename(logbook.path)
    logbook.record(an_entry("It rang again."))
    assert verify(logbook.path).records == 4
    logbook.close()


@pytest.mark.skipif(not a_stick.can_be_made(), reason="only the owner of a Linux computer can mount and unmount")
def test_a_stick_that_was_pulled_out_is_said_so_although_its_empty_folder_stays(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    with a_stick.put_in(folder) as pull_out:
        logbook = a_logbook(folder / "journal.json", entries=2)
        pull_out()

        with pytest.raises(NotSaved, match="a stick may have been pulled out") as told:
            logbook.record(an_entry("It rang again."))

        assert not isinstance(told.value, ChangedUnderneath)
        assert files_in(folder) == []
        with suppress(NotSaved):
            logbook.close()


def without_a_lock(path: Path) -> None:
    """Let a second window write too, as a folder on a network that carries no locks does."""
    path.with_name(f".{path.name}.lock").unlink()


@pytest.mark.parametrize("caught_up", [False, True])
def test_a_save_of_another_window_without_a_common_lock_is_never_removed(tmp_path: Path, *, caught_up: bool) -> None:
    one = a_logbook(tmp_path / "journal.json", entries=2)
    if caught_up:
        one.record(an_entry("It rang before."))
        one.checkpoint()
    without_a_lock(one.path)
    other = Logbook(one.path, quiet=None)
    saved = other.record(an_entry("Saved by the other window."))

    with pytest.raises(ChangedUnderneath, match="Nothing was overwritten"):
        one.record(an_entry("It rang again."))
    with suppress(ChangedUnderneath):
        one.close()

    other.close()
    again = Logbook(one.path)
    assert again.state.entries[saved.subject].entry.account == "Saved by the other window."
    again.close()


def test_what_this_window_holds_is_saved_beside_and_leaves_the_saves_of_the_other_alone(tmp_path: Path) -> None:
    one = a_logbook(tmp_path / "journal.json", entries=2)
    without_a_lock(one.path)
    other = Logbook(one.path, quiet=None)
    saved = other.record(an_entry("Saved by the other window."))
    with pytest.raises(ChangedUnderneath):
        one.record(an_entry("It rang again."))

    beside = one.save_beside()
    one.record(an_entry("It rang again."))
    one.close()
    other.close()

    first, second = Logbook(tmp_path / "journal.json"), Logbook(beside)
    assert first.state.entries[saved.subject].entry.account == "Saved by the other window."
    assert "It rang again." in {history.entry.account for history in second.state.entries.values()}
    first.close()
    second.close()

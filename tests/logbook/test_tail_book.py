"""An entry added by the end of the file alone: the same record as the whole journal would save, or nothing."""

from __future__ import annotations

import errno
import os
import re
import resource
import shutil
from contextlib import closing, suppress
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.base.errors import NotSaved, ReadOnly, Refused
from journal.logbook import Logbook
from journal.logbook.tail_book import TailBook
from journal.store.copies.recovery import recover
from journal.store.copies.verification import verify
from journal.store.disk import durable_io
from journal.store.file import mutable_state
from journal.store.file.mutable_state import Draft, Settings
from journal.store.file.tail_preview import LONGEST_LOG, SLICE
from journal.store.file.write_ahead_log import log_path
from journal.store.ledger.tail_ledger import WholeFileNeeded
from tests.store.journals import NOW, a_journal, a_logbook, add_exhibit, an_entry, salts
from tests.store.protected import a_protected_journal

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Saved

LATER = NOW + timedelta(hours=1)
ACTS = st.lists(
    st.sampled_from(["entry", "amend", "withdraw", "person", "exhibit", "undo", "draft", "zone"]), max_size=8
)


def _act(logbook: Logbook, act: str) -> None:
    last = max(logbook.state.entries, default=0)
    standing = last and not logbook.state.entries[last].withdrawn
    if act == "entry" or (act in {"amend", "withdraw", "undo"} and not standing):
        logbook.record(an_entry(f"It rang {last} times."))
    elif act == "amend":
        logbook.amend(
            last, an_entry(f"It rang, then {len(logbook._ledger.records)} stopped.", place="hall"), "Remembered."
        )
    elif act == "withdraw":
        logbook.withdraw(last, "By mistake.")
    elif act == "undo":
        with suppress(Refused):
            logbook.undo()
    elif act == "person":
        logbook.add_person("An Example")
    elif act == "exhibit":
        add_exhibit(logbook, f"a note {len(logbook._ledger.records)}".encode())
    elif act == "draft":
        logbook.keep_draft(Draft(id="d1", kept_at="2026-11-22T14:03:00Z", typed={"account": "It ra"}))
    else:
        logbook.choose(Settings(zone="Europe/Brussels"))


def _added(path: Path, account: str = "It rang once more.") -> Saved | None:
    book = TailBook.opened(path, clock=lambda: LATER, salts=salts())
    if book is None:
        return None
    with closing(book):
        return book.record(an_entry(account))


def _everything(path: Path) -> tuple[list[bytes], list[tuple[str, bytes]]]:
    with closing(Logbook(path, read_only=True)) as logbook:
        assert not logbook.check()
        desk = [(key, bytes(row)) for key, row in mutable_state.to_rows(logbook._ledger.desk)]
        return [msgspec.json.encode(record) for record in logbook._ledger.records], desk


@settings(max_examples=25)
@given(before=ACTS, waiting=ACTS)
def test_it_is_the_record_that_the_whole_journal_would_have_saved(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], waiting: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("both")
    logbook = a_logbook(folder / "journal.json")
    for act in before:
        _act(logbook, act)
    logbook.checkpoint()
    for act in waiting:
        _act(logbook, act)
    whole = folder / "whole" / "journal.json"
    whole.parent.mkdir()
    for one in (logbook.path, log_path(logbook.path)):
        if one.exists():
            shutil.copyfile(one, whole.with_name(one.name))
    logbook._ledger.access.release()

    by_end = _added(logbook.path)
    with closing(Logbook(whole, clock=lambda: LATER, salts=salts(), quiet=None)) as other:
        by_whole = other.record(an_entry("It rang once more."))

    assert by_end == by_whole
    assert _everything(logbook.path) == _everything(whole)


def test_one_after_the_other_is_added_and_the_file_is_written_only_by_whoever_opens_it_whole(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json", entries=3)
    before = path.read_bytes()

    numbers = [saved.subject for saved in (_added(path), _added(path), _added(path)) if saved]

    assert numbers == [4, 5, 6]
    assert path.read_bytes() == before
    assert verify(path).sound
    a_logbook(path).close()
    assert [one.name for one in tmp_path.iterdir()] == ["journal.json"]
    assert len(_everything(path)[0]) == 7


def test_a_line_torn_by_a_crash_does_not_count(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json", entries=1)
    _added(path)
    log = log_path(path)
    log.write_bytes(log.read_bytes() + b'{"after":"00')

    saved = _added(path)

    assert saved
    assert saved.subject == 3
    assert verify(path).sound


def _protected(path: Path) -> None:
    a_protected_journal(path)


def _damaged_end(path: Path) -> None:
    a_journal(path, entries=3)
    path.write_bytes(path.read_bytes()[:-40])


def _of_another_program(path: Path) -> None:
    a_journal(path, entries=1)
    path.write_bytes(path.read_bytes().replace(b'"lock":{\n', b'"lock": {\n'))


def _many_saves(path: Path) -> None:
    logbook = a_logbook(path, entries=1)
    logbook.checkpoint()
    for _ in range(3):
        logbook.record(an_entry("x" * (LONGEST_LOG // 2)))
    logbook._ledger.access.release()


def _broken_link(path: Path) -> None:
    a_journal(path, entries=3)
    digest = re.search(rb'"previous":"([0-9a-f]{64})"', path.read_bytes().rpartition(b'"4":{')[2])
    assert digest
    path.write_bytes(path.read_bytes().replace(b'"previous":"' + digest[1], b'"previous":"' + b"0" * 64))


@pytest.mark.parametrize("made", [_broken_link, _protected, _damaged_end, _of_another_program, _many_saves])
def test_what_the_end_does_not_tell_is_left_to_the_whole_journal_and_to_its_lock(tmp_path: Path, made: object) -> None:
    assert callable(made)
    made(tmp_path / "journal.json")
    before = {one: one.read_bytes() for one in tmp_path.iterdir()}

    assert TailBook.opened(tmp_path / "journal.json") is None

    assert {one: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_another_window_that_writes_is_respected(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=1)

    with pytest.raises(ReadOnly, match="Another window"):
        TailBook.opened(logbook.path)

    logbook.close()
    assert _added(logbook.path)


def test_what_another_program_wrote_meanwhile_is_not_appended_to(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json", entries=1)
    book = TailBook.opened(path)
    assert book
    with closing(book):
        path.write_bytes(path.read_bytes() + b"\n")

        with pytest.raises(WholeFileNeeded):
            book.record(an_entry())

    assert [one.name for one in tmp_path.iterdir()] == ["journal.json"]


def test_people_are_looked_up_in_the_whole_journal(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json", entries=1)
    book = TailBook.opened(path)
    assert book
    with closing(book), pytest.raises(WholeFileNeeded):
        book.record(an_entry(person=1))


def test_a_disk_that_takes_no_more_leaves_the_journal_as_it_was(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json", entries=1)
    before = path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    book = TailBook.opened(path)
    assert book
    with closing(book):
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
        try:
            with pytest.raises(WholeFileNeeded):
                book.record(an_entry())
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert path.read_bytes() == before
    assert len(_everything(path)[0]) == 2


def test_a_save_that_can_neither_be_confirmed_nor_taken_back_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_journal(tmp_path / "journal.json", entries=1)
    book = TailBook.opened(path)
    assert book

    def fails(_descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with closing(book), monkeypatch.context() as broken:
        broken.setattr(durable_io, "sync", fails)
        with pytest.raises(NotSaved, match="did not take the journal"):
            book.record(an_entry())


def test_words_are_kept_beside_a_file_that_is_damaged_further_in_and_are_recovered_with_it(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=1)
    logbook.record(an_entry("x" * SLICE))
    logbook.record(an_entry())
    logbook.close()
    path, whole = logbook.path, logbook.path.read_bytes()
    path.write_bytes(whole.replace(b"x" * 100, b"\0" * 100, 1))
    damaged = path.read_bytes()

    saved = _added(path, "Said while the file was damaged.")

    assert saved
    assert path.read_bytes() == damaged
    with closing(Logbook(path)) as logbook:
        assert "a part of the file is damaged" in logbook.read_only_reason
        assert logbook.state.entries[4].entry.account == "Said while the file was damaged."
    recover(path, tmp_path / "recovered.json", now=LATER, salts=salts())
    with closing(Logbook(tmp_path / "recovered.json", read_only=True)) as logbook:
        assert logbook.state.entries[4].entry.account == "Said while the file was damaged."

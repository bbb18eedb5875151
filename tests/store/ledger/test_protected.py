"""A protected journal: everything that is said of a plain one holds, and its file tells nobody anything."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from journal.domain.base.errors import Locked, Unreadable
from journal.logbook import Logbook
from journal.store.age.protection import Key, from_text
from journal.store.copies.verification import quick_check, verify
from journal.store.file.layout import TABLES
from journal.store.file.mutable_state import Draft, Settings
from journal.store.file.sealed_rows import BLOCK
from tests.store.acts import DRAFT
from tests.store.journals import STYLES, Tables, a_journal, add_exhibit, an_entry, files_in, tables
from tests.store.protected import a_protected_journal, protect, unlocked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TAIL = ".journal.json.tail"
HUSH = "An invented secret"


def everything_in(folder: Path) -> bytes:
    return b"\n".join((folder / name).read_bytes() for name in files_in(folder))


def test_no_word_can_be_read_in_the_file_or_its_tail(tmp_path: Path) -> None:
    key = a_protected_journal(tmp_path / "journal.json")
    logbook = unlocked(tmp_path / "journal.json", key)

    logbook.add_person(HUSH)
    logbook.record(an_entry(HUSH))
    logbook.keep_draft(Draft(id="d", kept_at="2026-11-22T14:03:00Z", typed={"account": HUSH}))
    logbook.choose(Settings(zone="Pacific/Auckland"))
    with_tail = everything_in(tmp_path)
    logbook.checkpoint()
    without = everything_in(tmp_path)
    logbook.close()

    assert TAIL.encode() not in with_tail
    assert b'"sealed"' in with_tail
    for word in (HUSH.encode(), b"rang", b"call_missed", b"Auckland", b"recorded", b"digest", b"age1"):
        assert word not in with_tail
        assert word not in without


def test_everything_comes_back_with_the_key_and_verifies(tmp_path: Path) -> None:
    key = a_protected_journal(tmp_path / "journal.json")
    logbook = unlocked(tmp_path / "journal.json", key)
    logbook.record(an_entry(HUSH))
    logbook.keep_draft(DRAFT)
    logbook.close()

    again = unlocked(logbook.path, key, read_only=True)

    assert again.state.entries[4].entry.account == HUSH
    assert again.drafts == (DRAFT,)
    assert verify(logbook.path, key).sound
    assert again.verify().sound
    assert quick_check(logbook.path, key)[0].sound
    assert files_in(tmp_path) == ["journal.json"]


def test_without_the_key_it_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    a_protected_journal(path)
    before = path.read_bytes()

    for open_it in (Logbook, verify, quick_check):
        with pytest.raises(Locked, match="its passphrase or its recovery code is needed"):
            open_it(path)

    assert path.read_bytes() == before
    assert files_in(tmp_path) == ["journal.json"]


def test_with_another_key_nothing_is_read_and_nothing_written(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    a_protected_journal(path)
    before = path.read_bytes()

    with pytest.raises(Unreadable, match=r"No record of this file can be read.*`journal recover`"):
        unlocked(path, Key())

    assert path.read_bytes() == before
    assert files_in(tmp_path) == ["journal.json"]


def test_a_key_that_is_not_needed_is_not_used(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json", entries=1)

    logbook = unlocked(path, Key())

    logbook.record(an_entry(HUSH))
    logbook.close()
    assert HUSH.encode() in path.read_bytes()


def test_what_a_crash_left_in_the_sealed_tail_is_taken_in(tmp_path: Path) -> None:
    key = a_protected_journal(tmp_path / "before" / "journal.json", entries=1)
    logbook = unlocked(tmp_path / "before" / "journal.json", key)
    logbook.record(an_entry(HUSH))
    logbook.keep_draft(DRAFT)
    shutil.copytree(tmp_path / "before", tmp_path / "after")
    logbook.close()

    again = unlocked(tmp_path / "after" / "journal.json", key)

    assert again.state.entries[2].entry.account == HUSH
    assert again.drafts == (DRAFT,)
    again.close()
    assert files_in(tmp_path / "after") == ["journal.json"]
    assert verify(again.path, key).records == 3


def test_stock_tinydb_opens_the_file_and_sees_what_is_sealed(tmp_path: Path) -> None:
    a_protected_journal(tmp_path / "journal.json")

    with TinyDB(tmp_path / "journal.json") as database:
        assert database.tables() == set(TABLES)
        assert [[*row] for row in database.table("records")] == [["sealed"]]
        lock = database.table("lock").get(doc_id=1)

    assert isinstance(lock, dict)
    assert [*lock] == ["program", "format", "key"]


@pytest.mark.parametrize("style", STYLES)
def test_a_file_that_another_program_wrote_again_still_opens(tmp_path: Path, style: Callable[[Tables], bytes]) -> None:
    path = tmp_path / "journal.json"
    key = a_protected_journal(path)
    path.write_bytes(style(tables(path)))

    logbook = unlocked(path, key)

    logbook.record(an_entry(HUSH))
    logbook.close()
    assert verify(path, key).sound
    assert verify(path, key).records == 5


def test_full_blocks_of_records_are_never_written_again(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    logbook = unlocked(path, Key())
    with logbook.at_once():
        for number in range(1, 2 * BLOCK + 10):
            logbook.record(an_entry(f"It rang {number} times."))
    key = protect(logbook)
    before = tables(path)["records"]

    for number in range(BLOCK):
        logbook.record(an_entry(f"{number} more."))
        if number % 50 == 0:
            logbook.checkpoint()
    logbook.close()

    after = tables(path)["records"]
    assert [*before] == ["1", "2", "3"]
    assert [*after] == ["1", "2", "3", "4"]
    assert [after[number] == before[number] for number in ("1", "2", "3")] == [True, True, False]
    opened = [key.open(from_text(row["sealed"])).split(b"\n") for row in after.values()]
    assert [len(block) for block in opened] == [BLOCK, BLOCK, BLOCK, 10]
    assert verify(path, key).sound
    assert len(unlocked(path, key, read_only=True).state.entries) == 3 * BLOCK + 9


@pytest.mark.parametrize("records", [BLOCK - 1, BLOCK, BLOCK + 1])
def test_a_block_may_be_just_full(tmp_path: Path, records: int) -> None:
    path = tmp_path / "journal.json"
    logbook = unlocked(path, Key())
    with logbook.at_once():
        for _ in range(records - 1):
            logbook.record(an_entry())
    key = protect(logbook)
    logbook.close()

    for count in (1, 2):
        again = unlocked(path, key)
        again.record(an_entry())
        again.close()
        assert verify(path, key).records == records + count
    assert verify(path, key).sound


def test_a_row_of_evidence_holds_an_age_file_that_gives_the_file_back(tmp_path: Path) -> None:
    key = a_protected_journal(tmp_path / "journal.json")
    logbook = unlocked(tmp_path / "journal.json", key)
    content = os.urandom(1_500_000)
    digest = add_exhibit(logbook, content)
    logbook.close()

    row = tables(logbook.path)["files"]["1"]
    assert key.open(from_text(row["sealed"])) == content
    verdict = verify(logbook.path, key)
    assert verdict.sound
    assert verdict.evidence == 1
    parts: list[bytes] = []
    unlocked(logbook.path, key, read_only=True)._ledger.evidence.read(1, digest, parts.append)
    assert b"".join(parts) == content

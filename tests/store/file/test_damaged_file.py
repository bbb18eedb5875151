"""A damaged file: whatever lies in whole lines is read, nothing else is made up, and the file stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from journal.domain.base.errors import ReadOnly, Unreadable
from journal.domain.text.words import spoken
from journal.store.age.protection import Key, WrongPassphrase
from journal.store.copies.verification import verify
from journal.store.file.layout import MalformedFile
from journal.store.file.sealed_rows import BLOCK
from journal.store.ledger.storage import JournalStorage
from journal.store.ledger.unlocking import attempts_of, unlock_file, wraps_of
from tests.store.damage import lines_within
from tests.store.journals import NOW, a_logbook, add_exhibit, an_entry, files_in
from tests.store.little_work import with_little_work
from tests.store.protected import TYPED, guard_of, key_of, protect, unlocked

if TYPE_CHECKING:
    from pathlib import Path

ENTRIES = 3 * BLOCK


class Whole(NamedTuple):
    data: bytes
    key: Key | None
    records: dict[int, range]
    """The numbers of the records in each line that holds some."""


@pytest.fixture(scope="module", params=["plain", "protected"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    logbook = a_logbook(tmp_path_factory.mktemp("whole") / "journal.json", entries=ENTRIES)
    add_exhibit(logbook, b"An invented photo")
    key = protect(logbook) if request.param == "protected" else None
    logbook.close()
    data = logbook.path.read_bytes()
    lines = data.split(b"\n")
    begins, last = lines.index(b'"records":{') + 1, ENTRIES + 2
    each = BLOCK if key else 1
    starts = range(1, last + 1, each)
    return Whole(data, key, {begins + at: range(start, min(start + each, last + 1)) for at, start in enumerate(starts)})


@given(st.data())
def test_every_record_in_a_line_that_was_not_touched_is_read_and_no_byte_is_written(
    whole: Whole, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    start = data.draw(st.integers(whole.data.index(b'"records":{\n') + 12, len(whole.data) - 1))
    length = min(data.draw(st.integers(1, 2000)), len(whole.data) - start)
    rubbish = data.draw(st.sampled_from([b"", b"\0", b"\xff", b'"', b"\n", b"},", b"{"]))
    end = start + length
    damaged = whole.data[:start] + rubbish * (length if data.draw(st.booleans()) else 1) + whole.data[end:]
    path = tmp_path_factory.mktemp("damaged") / "journal.json"
    path.write_bytes(damaged)
    untouched = lines_within(whole.data, start, end)
    there = {number for line, numbers in whole.records.items() if line in untouched for number in numbers}

    logbook = unlocked(path, whole.key or Key())
    numbers = [record.seq for record in logbook._ledger.records]
    verdict = verify(path, whole.key)
    if logbook.read_only:
        with pytest.raises(ReadOnly):
            logbook.record(an_entry())
    logbook.close()

    assert there <= set(numbers)
    assert numbers == sorted(numbers)
    assert logbook.read_only or set(numbers) == set(range(1, ENTRIES + 3))
    assert verdict.sound is (damaged == whole.data) or not logbook.read_only
    assert (path.read_bytes() == damaged) or not logbook.read_only
    assert files_in(path.parent) == ["journal.json"]


def test_the_records_of_damaged_lines_are_told_by_their_numbers(whole: Whole, tmp_path: Path) -> None:
    lines = whole.data.split(b"\n")
    second, third = [*whole.records][1:3]
    lines[second] = b"\0" * 40
    (tmp_path / "journal.json").write_bytes(b"\n".join([*lines[:third], *lines[third + 1 :]]))
    first, last = whole.records[second][0], whole.records[third][-1]

    verdict = verify(tmp_path / "journal.json", whole.key)
    logbook = unlocked(tmp_path / "journal.json", whole.key or Key(), read_only=False)

    said = f"records {first} to {last} stand in a damaged block of the file and cannot be read"
    assert said in verdict.sentence(spoken())
    assert said in logbook.read_only_reason
    assert "a part of the file is damaged" in logbook.read_only_reason
    assert "`journal recover`" in logbook.read_only_reason


@pytest.mark.parametrize("name", ['"files":{', '"records":{', '"desk":{'])
def test_a_table_whose_name_is_damaged_is_still_the_next_one(whole: Whole, tmp_path: Path, name: str) -> None:
    (tmp_path / "journal.json").write_bytes(whole.data.replace(name.encode(), b"\xff" * len(name)))

    logbook = unlocked(tmp_path / "journal.json", whole.key or Key())

    assert logbook.read_only
    assert len(logbook.state.entries) == ENTRIES


@pytest.mark.parametrize("gone", ["lock", "records"])
def test_a_file_that_does_not_say_what_it_is_or_holds_no_whole_record_is_refused(
    whole: Whole, tmp_path: Path, gone: str
) -> None:
    begins = whole.data.index(b'"%b":{' % gone.encode())
    ends = whole.data.index(b"\n},", begins)
    damaged = whole.data[:begins] + whole.data[begins:ends].replace(b'"', b"\0") + whole.data[ends:]
    (tmp_path / "journal.json").write_bytes(damaged)

    with pytest.raises(Unreadable, match=r"damaged.*`journal recover`"):
        unlocked(tmp_path / "journal.json", whole.key or Key())


def test_what_is_damaged_is_never_written_by_stock_tinydb_on_our_storage(whole: Whole, tmp_path: Path) -> None:
    damaged = whole.data[:-40]
    (tmp_path / "journal.json").write_bytes(damaged)

    with pytest.raises(MalformedFile):
        TinyDB(tmp_path / "journal.json", storage=JournalStorage).table("desk").all()

    assert (tmp_path / "journal.json").read_bytes() == damaged


def test_a_damaged_protected_file_asks_for_its_passphrase_and_counts_nothing_in_it(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=ENTRIES)
    guard = guard_of(logbook)
    guard._wrap = with_little_work
    guard.protect(TYPED)
    key = key_of(logbook)
    logbook.close()
    damaged = logbook.path.read_bytes()[:-40]
    logbook.path.write_bytes(damaged)

    with pytest.raises(WrongPassphrase):
        unlock_file(logbook.path, "not this one", NOW)

    assert wraps_of(logbook.path)
    assert attempts_of(logbook.path).failed == 0
    assert unlock_file(logbook.path, TYPED, NOW).is_same(key)
    assert logbook.path.read_bytes() == damaged


def test_the_last_copy_is_named_where_a_damaged_file_tells_of_one(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    logbook = a_logbook(tmp_path / "journal.json", entries=ENTRIES)
    logbook.copies.back_up(tmp_path / "stick")
    assert not logbook.read_only_reason
    logbook.close()
    logbook.path.write_bytes(logbook.path.read_bytes()[:-40])

    again = unlocked(logbook.path, Key())

    assert again.state.last_backup
    made = f"{again.state.last_backup.made:%Y-%m-%d %H:%M} UTC, at record {ENTRIES + 1}."
    assert again.read_only_reason.endswith(f"The last copy that it tells of was made on {made}")

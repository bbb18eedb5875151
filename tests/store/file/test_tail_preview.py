"""The end of a file, read without the rest; whatever is not plainly a journal of this program is not glanced at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.store.file.mutable_state import Settings
from journal.store.file.tail_preview import LONGEST_LOG, looks_protected, read_preview
from journal.store.file.write_ahead_log import log_path
from tests.store.journals import STYLES, Tables, a_journal, a_logbook, an_entry, as_ours, tables
from tests.store.protected import a_protected_journal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from journal.domain.ledger.record import Record


def at_once(_records: Sequence[Record]) -> bool:
    return True


@pytest.mark.parametrize("size", [1, 50, 700, 2_000, 4_000, 1 << 20])
@pytest.mark.parametrize("wanted", [1, 5, 99])
def test_the_last_records_are_read_slice_by_slice_until_they_are_enough(tmp_path: Path, size: int, wanted: int) -> None:
    path = a_journal(tmp_path / "journal.json", entries=12)
    looked_at = []

    def enough(records: Sequence[Record]) -> bool:
        looked_at.append(len(records))
        return len(records) >= wanted

    found = read_preview(path, enough, size)

    assert found
    every = tables(path)["records"]
    assert [record.seq for record in found.records] == [int(key) for key in every][-len(found.records) :]
    assert [record.digest for record in found.records] == [row["digest"] for row in every.values()][
        -len(found.records) :
    ]
    assert len(found.records) >= min(wanted, len(every))
    assert all(count < wanted for count in looked_at[:-1])


def test_what_was_chosen_for_the_journal_is_found(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=2)
    logbook.choose(Settings(zone="Europe/Brussels", lock_after=60))
    logbook.close()

    found = read_preview(logbook.path, at_once)

    assert found
    assert found.desk.settings == Settings(zone="Europe/Brussels", lock_after=60)


def test_there_is_nothing_to_glance_at_where_there_is_no_file(tmp_path: Path) -> None:
    assert read_preview(tmp_path / "journal.json", at_once) is None


def test_a_protected_journal_is_not_glanced_at(tmp_path: Path) -> None:
    a_protected_journal(tmp_path / "journal.json")
    a_journal(tmp_path / "plain.json")

    assert looks_protected(tmp_path / "journal.json")
    assert not looks_protected(tmp_path / "plain.json")
    assert not looks_protected(tmp_path / "nowhere.json")

    assert read_preview(tmp_path / "journal.json", at_once) is None


def test_saves_beside_the_file_are_glanced_at_too(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path / "journal.json", entries=2)
    logbook.checkpoint()
    logbook.record(an_entry("It rang again."))
    logbook.choose(Settings(zone="Europe/Brussels"))

    found = read_preview(logbook.path, lambda _records: False)

    assert found
    assert [record.seq for record in found.records] == [1, 2, 3, 4]
    assert found.desk.settings.zone == "Europe/Brussels"
    logbook.close()


def test_saves_that_belong_to_another_file_give_no_preview(tmp_path: Path) -> None:
    other = a_logbook(tmp_path / "other.json", entries=4)
    other.checkpoint()
    other.record(an_entry("It rang again."))
    path = a_journal(tmp_path / "journal.json", entries=3)
    log_path(path).write_bytes(log_path(other.path).read_bytes())
    other.close()

    assert read_preview(path, at_once) is None


def test_many_saves_beside_the_file_are_read_with_the_whole_of_it(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json")
    log_path(path).write_bytes(b"x" * (LONGEST_LOG + 1))

    assert read_preview(path, at_once) is None


@pytest.mark.parametrize("style", [style for style in STYLES if style is not as_ours])
def test_a_file_that_another_program_wrote_is_not_glanced_at(tmp_path: Path, style: Callable[[Tables], bytes]) -> None:
    path = a_journal(tmp_path / "journal.json")
    path.write_bytes(style(tables(path)))

    assert read_preview(path, at_once) is None


def another_head(plain: Tables) -> None:
    next(row for row in plain["desk"].values() if row.get("about") == "head")["digest"] = "0" * 64


def a_label(plain: Tables) -> None:
    plain["lock"]["2"] = {"about": "copy"}


def another_number(plain: Tables) -> None:
    plain["records"]["4"]["seq"] = 5


def another_key(plain: Tables) -> None:
    plain["records"] = {("44" if key == "4" else key): row for key, row in plain["records"].items()}


def no_record(plain: Tables) -> None:
    plain["records"]["4"] = {"seq": 4}


def a_newer_format(plain: Tables) -> None:
    plain["lock"]["1"]["format"] = 2


@pytest.mark.parametrize("change", [another_head, a_label, another_number, another_key, no_record, a_newer_format])
def test_a_file_in_doubt_is_not_glanced_at(tmp_path: Path, change: Callable[[Tables], None]) -> None:
    path = a_journal(tmp_path / "journal.json")
    plain = tables(path)
    change(plain)
    path.write_bytes(as_ours(plain))

    assert read_preview(path, at_once) is None


@pytest.mark.parametrize("left", [0, 1, 100, -1, -3, -200])
def test_a_file_that_was_cut_off_is_not_glanced_at(tmp_path: Path, left: int) -> None:
    path = a_journal(tmp_path / "journal.json")
    path.write_bytes(path.read_bytes()[:left])

    assert read_preview(path, at_once) is None


def test_looking_changes_nothing(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json")
    before = path.read_bytes()

    read_preview(path, at_once)

    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == [path.name]

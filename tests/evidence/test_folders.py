"""Choosing files: what lies in a folder, and several files looked at one after the other."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from journal.evidence.batch import examine_all
from journal.evidence.errors import Cancelled
from journal.evidence.listing import listed
from tests.tasks import Told

if TYPE_CHECKING:
    from pathlib import Path

NAMES = (
    "line\nbreak.txt",
    "\x1b[31mred.txt",
    "\U0001f600.txt",
    "n" * 251 + ".txt",
    b"\xff\xfe.txt".decode("utf-8", "surrogateescape"),
)


def a_file(path: Path, content: str = "x", *, modified: int = 1_000) -> str:
    path.write_text(content)
    os.utime(path, (modified, modified))
    return str(path)


def test_folders_come_first_then_the_newest_files_and_hidden_ones_only_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    a_file(tmp_path / "old.txt", modified=1_000)
    a_file(tmp_path / "new.txt", modified=2_000)
    a_file(tmp_path / ".hidden")
    os.mkfifo(tmp_path / "pipe")

    assert [one.name for one in listed(f"{tmp_path}/")] == ["letters", "new.txt", "old.txt"]
    assert [one.name for one in listed(f"{tmp_path}/.h")] == [".hidden"]
    assert [one.name for one in listed(f"{tmp_path}/OLD")] == ["old.txt"]


def test_the_name_itself_stands_before_names_that_begin_so_and_those_before_names_that_hold_it(tmp_path: Path) -> None:
    (tmp_path / "old mail").mkdir()
    a_file(tmp_path / "voicemail 28-11.wav", modified=9_000)
    a_file(tmp_path / "mail.eml", modified=1_000)
    a_file(tmp_path / "Mail", modified=500)
    (tmp_path / "mailbox").mkdir()

    found = [one.name for one in listed(f"{tmp_path}/mail")]

    assert found == ["Mail", "mailbox", "mail.eml", "old mail", "voicemail 28-11.wav"]


def test_a_folder_that_is_not_there_or_not_to_be_read_holds_nothing(tmp_path: Path) -> None:
    assert listed(f"{tmp_path}/nowhere/") == ()
    assert listed("~nobody-of-this-name/") == ()
    assert listed("x\0y/") == ()


def test_good_files_are_found_and_each_other_one_gets_a_sentence(tmp_path: Path) -> None:
    good = a_file(tmp_path / "good.txt", "good")
    a_file(tmp_path / "empty", "")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(good)
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    paths = [good, *(str(tmp_path / name) for name in ("empty", "folder", "pipe", "link", "nowhere", "missing"))]

    found = examine_all([*paths, "/dev/null", "x\0y", "~nobody-of-this-name/x", good])

    assert [(one.file_name, one.size) for one in found.files] == [("good.txt", 4), ("empty", 0)]
    assert len(found.refused) == 7
    assert all("Nothing was added." in sentence for sentence in found.refused)


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_is_taken_and_its_sentence_acts_on_nothing(tmp_path: Path, name: str) -> None:
    a_file(tmp_path / name, "x")

    found = examine_all([str(tmp_path / name)])

    assert len(found.files) == 1
    assert found.files[0].file_name.encode()
    (tmp_path / name).unlink()
    refused = examine_all([str(tmp_path / name)]).refused
    assert "was not found" in refused[0]
    assert "\x1b" not in refused[0]
    assert "\n" not in refused[0]


def test_a_file_that_goes_away_on_the_way_is_said_and_the_next_one_is_read(tmp_path: Path) -> None:
    first, second = a_file(tmp_path / "first", "1"), a_file(tmp_path / "second", "2")
    third = a_file(tmp_path / "third", "3")

    found = examine_all(
        [first, second, third], Told(lambda _done, _whole: (tmp_path / "second").unlink(missing_ok=True))
    )

    assert [one.file_name for one in found.files] == ["first", "third"]
    assert "“second” was not found" in found.refused[0]


def test_progress_goes_up_to_the_whole_and_stopping_ends_everything(tmp_path: Path) -> None:
    paths = [a_file(tmp_path / str(number), "x" * 10) for number in range(3)]
    told: list[tuple[int, int]] = []

    examine_all(paths[:1] + paths, Told(lambda done, whole: told.append((done, whole))))

    assert told[-1] == (30, 30)
    with pytest.raises(Cancelled):
        examine_all(paths, Told(until=lambda: True))

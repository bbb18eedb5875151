"""Processes that die, race or run out of disk: what was reported saved is there, and the file always opens."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journal.logbook import Logbook
from journal.store.verification import verify
from tests.store.journals import a_journal, a_logbook, files_in, tables

HOUSE = Path(__file__).parents[2]


def a_child(*arguments: object, before: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    command = [*before, sys.executable, "-m", "tests.store.child", *map(str, arguments)]
    return subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def killed_after(path: Path, reports: int, spin: int) -> int:
    """Let a child save, kill it some way into the save after so many reports; the last record it reported."""
    child = a_child("for-ever", path)
    assert child.stdout
    last = 0
    for _ in range(reports):
        line = child.stdout.readline()
        assert line, child.communicate()
        last = int(line.split()[0])
    for _ in range(spin):
        pass
    child.kill()
    with child.stdout, child:
        whole = [line for line in child.stdout if line.endswith("\n")]
    return int(whole[-1].split()[0]) if whole else last


def survive_kills(path: Path, times: int) -> None:
    chance = random.Random(times)  # noqa: S311 - to be told again in the same way
    begun = 0
    for _ in range(times):
        reported = killed_after(path, chance.randrange(1, 9), chance.randrange(60_000))

        verdict = verify(path)
        assert verdict.sound, verdict.faults
        assert reported > begun
        assert verdict.records in {reported, reported + 1}
        begun = verdict.records

    logbook = a_logbook(path, entries=1)
    assert not logbook.read_only
    assert sorted(logbook.state.entries) == list(range(1, begun + 1))
    logbook.close()
    assert files_in(path.parent) == ["journal.json"]


def test_a_few_kills_in_a_row_of_saves_lose_nothing_that_was_reported(tmp_path: Path) -> None:
    survive_kills(tmp_path / "journal.json", 8)


@pytest.mark.slow
def test_many_kills_in_a_row_of_saves_lose_nothing_that_was_reported(tmp_path: Path) -> None:
    survive_kills(tmp_path / "journal.json", 60)


def test_two_processes_that_write_in_turns_lose_nothing_of_each_other(tmp_path: Path) -> None:
    path = a_journal(tmp_path / "journal.json", entries=0)

    children = [a_child("some", path, 6) for _ in range(2)]
    said = [child.communicate() for child in children]

    assert [errors for _, errors in said] == ["", ""]
    reported = sorted(int(line.split()[0]) for out, _ in said for line in out.splitlines())
    assert reported == list(range(2, 14))
    assert verify(path).sound
    assert len(tables(path)["records"]) == 13
    assert files_in(tmp_path) == ["journal.json"]


def stands_as_reported(path: Path, said: str) -> None:
    *reports, sentence = said.splitlines()
    assert len(reports) > 3
    assert "What was saved before is safe" in sentence
    verdict = verify(path)
    assert verdict.sound
    assert verdict.records == int(reports[-1].split()[0])
    assert set(files_in(path.parent)) <= {"journal.json", ".journal.json.tail"}


def test_a_file_that_may_not_grow_further_keeps_what_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"

    said, errors = a_child("until-full", path, 40_000).communicate()

    assert errors == ""
    assert "does not take a file of this size" in said
    stands_as_reported(path, said)
    logbook = a_logbook(path, entries=1)
    assert logbook.verify().sound
    logbook.close()
    assert files_in(tmp_path) == ["journal.json"]


SMALL_DISK = 'mount -t tmpfs -o size=128k,mode=700 journal "$0" && "$@"; cp -a "$0" "$0.kept"'


def can_mount() -> bool:
    unshare = shutil.which("unshare")
    if unshare is None:
        return False
    mount = [unshare, "-rm", "mount", "-t", "tmpfs", "journal", "/mnt"]
    return subprocess.run(mount, check=False, capture_output=True).returncode == 0


@pytest.mark.skipif(not can_mount(), reason="this system lets nobody mount a small disk of their own")
def test_a_disk_that_is_really_full_keeps_what_was_saved(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()

    child = a_child(
        "until-full", disk / "journal.json", 0, before=("unshare", "-rm", "sh", "-c", SMALL_DISK, str(disk))
    )
    said, errors = child.communicate()

    assert errors == ""
    assert "The disk is full." in said
    stands_as_reported(tmp_path / "disk.kept" / "journal.json", said)
    assert Logbook(tmp_path / "disk.kept" / "journal.json", read_only=True).check() == ()

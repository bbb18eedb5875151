"""Processes that die, race or run out of disk: what was reported saved is there, and the file always opens."""

from __future__ import annotations

import random
import shutil
import subprocess
from typing import TYPE_CHECKING, NamedTuple

import pytest

from journal.logbook import Logbook
from journal.store.age.protection import Key
from journal.store.copies.verification import verify
from tests.store.journals import a_journal, a_logbook, add_exhibit, an_entry, files_in, tables
from tests.store.killing import Kills, a_child
from tests.store.protected import protect, unlocked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PHOTO_SIZE = 50_000_000


def a_journal_to_kill(path: Path, *, protected: bool, evidence: int = 0) -> str:
    """A journal, and the secret of its key; with so many bytes of evidence."""
    logbook = a_logbook(path)
    if evidence:
        content = random.Random(evidence).randbytes(evidence)  # noqa: S311 - any bytes will do
        add_exhibit(logbook, content)
    secret = str(protect(logbook)._identity) if protected else ""
    logbook.close()
    return secret


class Round(NamedTuple):
    """So many kills of one sort."""

    kind: str
    times: int
    protected: bool
    evidence: int = 0
    """How many bytes of evidence there are from the start."""
    spread: int = 120
    """Within how many calls to the system after its first save a process is killed."""

    def __str__(self) -> str:
        size = f" and {self.evidence // 1_000_000} MB of evidence" if self.evidence else ""
        return f"{self.kind}, {'protected' if self.protected else 'plain'} at first{size}"


def survive_kills(path: Path, one: Round) -> str:
    """Kill processes, look at what is left after each, then open the journal and go on; return where the kills fell."""
    kills = Kills(path, one.kind, [a_journal_to_kill(path, protected=one.protected, evidence=one.evidence)])

    records = kills.survive(one.times, one.spread)

    assert kills.in_saves > one.times // 4
    secret = kills.keys[-1]
    logbook = unlocked(path, Key(secret)) if secret else a_logbook(path)
    assert not logbook.read_only
    logbook.record(an_entry())
    assert logbook.last
    assert logbook.last.seq == records + 1
    assert sorted(logbook.state.entries) == list(range(1, len(logbook.state.entries) + 1))
    assert logbook.verify().sound
    logbook.close()
    assert files_in(path.parent) == ["journal.json"]
    return f"{one}: {kills.in_saves} of {one.times} kills fell inside a save\n{kills.told()}"


@pytest.mark.parametrize(
    "one",
    [
        Round("entries", 3, protected=False),
        Round("evidence", 3, protected=True),
        Round("protect", 3, protected=True),
    ],
)
def test_a_few_kills_in_a_row_of_saves_lose_nothing_that_was_reported(tmp_path: Path, one: Round) -> None:
    survive_kills(tmp_path / "a" / "journal.json", one)


ROUNDS = [
    Round("entries", 110, protected=False),
    Round("entries", 110, protected=True),
    Round("evidence", 70, protected=False, evidence=PHOTO_SIZE, spread=200),
    Round("evidence", 70, protected=True, evidence=PHOTO_SIZE, spread=200),
    Round("passphrase", 25, protected=True, evidence=PHOTO_SIZE, spread=300),
    Round("passphrase", 60, protected=True, spread=200),
    Round("protect", 80, protected=False, spread=250),
]


@pytest.mark.slow
@pytest.mark.parametrize("one", ROUNDS, ids=str)
def test_many_kills_in_a_row_of_saves_lose_nothing_that_was_reported(
    tmp_path: Path, one: Round, record_property: Callable[[str, object], None]
) -> None:
    record_property("figures", survive_kills(tmp_path / "a" / "journal.json", one))


def test_the_rounds_are_five_hundred_kills_of_every_sort() -> None:
    assert sum(one.times for one in ROUNDS) >= 500
    assert {(one.kind, one.evidence > 0) for one in ROUNDS} >= {("evidence", True), ("passphrase", True)}


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

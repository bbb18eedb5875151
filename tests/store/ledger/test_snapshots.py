"""The folder as it is after every single call to the system, as a copy or a crash at that instant would find it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from journal.domain.evidence.checklist import ItemState, Mark
from journal.logbook import Logbook
from journal.store.copies.verification import verify
from tests.store.acts import DRAFT
from tests.store.faults import Saboteur
from tests.store.journals import add_exhibit, an_entry, files_in
from tests.store.protected import a_protected_journal
from tests.store.stages import reopened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from journal.store.age.protection import Key


def an_evening(path: Path, quiet: float | None, key: Key | None) -> Iterator[str]:
    """Work on a journal, yielding the digest of the last record after everything that was reported saved."""
    logbook = Logbook(path, quiet=quiet, key=key)
    for number in range(3):
        logbook.record(an_entry(f"It rang {number} times."))
        yield _head(logbook)
        logbook.keep_draft(DRAFT)
        yield _head(logbook)
    logbook.checkpoint()
    logbook.mark(1, "rings", Mark(state=ItemState.DONE))
    yield _head(logbook)
    logbook.record(an_entry(), draft="d")
    yield _head(logbook)
    for number in range(2):
        add_exhibit(logbook, b"An invented photo. %d" % number * 5000)
        yield _head(logbook)
    logbook.checkpoint()
    add_exhibit(logbook, b"An invented letter.")
    yield _head(logbook)
    logbook.close()
    yield _head(logbook)


def _head(logbook: Logbook) -> str:
    assert logbook.last
    return logbook.last.digest


@pytest.mark.parametrize("protected", [False, True], ids=["plain", "protected"])
@pytest.mark.parametrize("quiet", [None, 0])
def test_at_every_instant_the_file_is_whole_and_with_its_tail_holds_all_that_was_reported_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet: float | None, protected: bool
) -> None:
    folder, snapshots = tmp_path / "folder", tmp_path / "snapshots"
    folder.mkdir()
    key = a_protected_journal(folder / "journal.json", entries=0) if protected else None
    saboteur = Saboteur(monkeypatch)
    reported: list[str] = []
    taken: list[int] = []

    def snapshot() -> None:
        if (folder / "journal.json").exists():
            shutil.copytree(folder, snapshots / f"{len(taken)}")
            taken.append(len(reported))

    with saboteur.watching(snapshot):
        reported.extend(an_evening(folder / "journal.json", quiet, key))

    assert files_in(folder) == ["journal.json"]
    assert len(taken) > 120
    checked = None
    for at, count in enumerate(taken):
        # Most calls change nothing in the folder, and the same folder that holds the same acts gets the same answer.
        if (found := (count, contents(snapshots / f"{at}"))) != checked:
            check(snapshots / f"{at}", reported[:count], key)
            checked = found


def contents(folder: Path) -> dict[Path, tuple[int, bytes]]:
    """The mode and the bytes of each file in a folder."""
    return {
        one.relative_to(folder): (one.stat().st_mode, one.read_bytes()) for one in folder.rglob("*") if one.is_file()
    }


def check(snapshot: Path, reported: list[str], key: Key | None) -> None:
    path = snapshot / "journal.json"
    with_tail = verify(path, key)
    assert with_tail.sound
    assert not reported or reported[-1] in with_tail.digests
    alone = path.with_name("alone.json")
    shutil.copyfile(path, alone)
    copied = verify(alone, key)
    assert copied.sound, "a copy of the file alone is a valid generation"
    assert copied.digests == with_tail.digests[: copied.records]
    alone.unlink()

    logbook = reopened(path, key)

    assert not logbook.read_only
    logbook.close()
    assert files_in(snapshot) == ["journal.json"]
    again = verify(path, key)
    assert again.digests == with_tail.digests
    assert again.evidence == with_tail.evidence

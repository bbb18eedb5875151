"""Files that a stick hides for a moment: what was overlooked is neither passed over nor removed."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import ChangedUnderneath, JournalError, NotSaved
from journal.logbook import Logbook
from journal.store.copies.backup import back_up
from journal.store.copies.restoring import become_journal
from journal.store.copies.verification import verify
from tests.store.copying import more
from tests.store.faults import all_from, one_at
from tests.store.journals import NOW, a_journal, a_logbook, an_entry, files_in
from tests.store.stages import killed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.faults import Saboteur


def with_a_tail(path: Path) -> tuple[str, ...]:
    """A journal that was killed with a save in its tail, and the digests of all that was reported saved."""
    logbook = a_logbook(a_journal(path, entries=2), entries=1)
    digests = logbook.verify().digests
    killed(logbook)
    return digests


def test_a_window_that_overlooked_a_tail_saves_nothing_and_leaves_it_where_it_is(
    tmp_path: Path, saboteur: Saboteur
) -> None:
    path = tmp_path / "journal.json"
    digests = with_a_tail(path)
    with saboteur.watching():
        killed(Logbook(path, quiet=None))
    at = [number for number, name in enumerate(saboteur.calls) if name == "open"]

    refused = 0
    for place in at:
        with saboteur.failing(one_at(place), errno.ENOENT):
            try:
                logbook = Logbook(path, quiet=None)
            except NotSaved:
                continue
        if logbook.last and logbook.last.digest != digests[-1]:
            refused += 1
            with pytest.raises(ChangedUnderneath):
                logbook.record(an_entry())
        killed(logbook)
        assert verify(path).digests == digests

    assert refused == 1


def test_a_journal_saved_beside_an_overlooked_tail_leaves_that_tail(tmp_path: Path) -> None:
    logbook = a_logbook(a_journal(tmp_path / "journal.json", entries=2))
    tail = tmp_path / ".journal.json.tail"
    tail.write_bytes(b"saves of somebody else\n")
    with pytest.raises(ChangedUnderneath):
        logbook.record(an_entry())

    logbook.save_beside()
    logbook.record(an_entry())
    logbook.close()

    assert tail.read_bytes() == b"saves of somebody else\n"
    assert verify(tmp_path / "journal-2.json").records == 4


def test_a_name_that_cannot_be_looked_up_keeps_a_journal_from_being_saved_beside_and_is_told(
    tmp_path: Path, saboteur: Saboteur
) -> None:
    logbook = a_logbook(a_journal(tmp_path / "journal.json"))

    with saboteur.failing(one_at(0), errno.EACCES), pytest.raises(NotSaved, match="does not allow writing"):
        logbook.save_beside()

    assert saboteur.calls == ["stat"]
    logbook.close()


def test_a_tail_that_comes_back_with_its_stick_is_removed_once_the_file_holds_it(
    tmp_path: Path, saboteur: Saboteur
) -> None:
    logbook = a_logbook(a_journal(tmp_path / "journal.json"), entries=1)
    with saboteur.watching():
        logbook.checkpoint()
    logbook.record(an_entry())
    pulled_out = max(at for at, name in enumerate(saboteur.calls) if name == "unlink")

    with saboteur.failing(all_from(pulled_out), errno.ENOENT):
        logbook.checkpoint()
    assert ".journal.json.tail" in files_in(tmp_path)
    logbook.record(an_entry())
    logbook.close()

    assert files_in(tmp_path) == ["journal.json"]
    assert logbook.verify().sound


def test_a_copy_does_not_take_the_place_of_a_journal_that_was_overlooked(
    tmp_path: Path, journal: Path, stick: Path, saboteur: Saboteur
) -> None:
    made = back_up(journal, stick, now=NOW)
    more(journal)
    newer, target = verify(journal).digests, tmp_path / "again" / "journal.json"
    shutil.copytree(journal.parent, target.parent)
    with saboteur.watching():
        become_journal(made.path, target, now=NOW, replacing=True)
    refused = 0

    for place in range(len(saboteur.calls)):
        shutil.rmtree(target.parent)
        shutil.copytree(journal.parent, target.parent)
        with saboteur.failing(one_at(place), errno.ENOENT):
            try:
                become_journal(made.path, target, now=NOW, replacing=True)
            except JournalError:
                refused += 1
        there = [name for name in files_in(target.parent) if not name.startswith(".")]
        assert newer in [verify(target.parent / name).digests for name in there]

    assert refused > 10

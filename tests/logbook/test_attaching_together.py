"""Several files attached together: which are kept whole, which by their fingerprint, and all of it in one save."""

from __future__ import annotations

import os
import resource
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from journal.domain.base.errors import NotSaved
from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.evidence.exhibit import Form, Target
from journal.evidence.examining import examine, examined
from tests.store.faults import Saboteur, all_from
from tests.store.journals import NOW, a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.evidence.exhibit import Exhibit
    from journal.logbook import Logbook

LARGE = 1_000_001
ENTRY = Target(entry=1)
ITEM = Target(entry=1, item="copy_elsewhere")


def a_case(path: Path, *, largest: int = 1) -> Logbook:
    """A journal with one entry, which takes in files of so many megabytes unasked."""
    logbook = a_logbook(path, entries=1)
    logbook.choose(replace(logbook.settings, largest_file=largest))
    return logbook


def a_file(path: Path, content: bytes) -> Exhibit:
    path.write_bytes(content)
    return examine(path)


def forms(logbook: Logbook) -> dict[str, tuple[Form, bool]]:
    """What is kept of each file, and whether it says where the file lies."""
    return {one.file_name: (one.form, bool(one.lies_at)) for one in logbook.exhibits.standing}


def test_of_a_file_above_the_limit_only_the_fingerprint_is_kept_unless_it_is_to_be_whole(tmp_path: Path) -> None:
    logbook = a_case(tmp_path / "journal.json")
    film, note = a_file(tmp_path / "film", bytes(LARGE)), a_file(tmp_path / "note", bytes(LARGE - 1))

    logbook.exhibits.attach([film, note], ENTRY)
    kept = forms(logbook)
    attached = logbook.exhibits.attach([film], ENTRY, whole=True)

    assert kept == {"film": (Form.FINGERPRINT, True), "note": (Form.FILE, False)}
    assert attached.added == (3,)
    assert logbook.exhibits.standing[-1].form is Form.FILE
    logbook.close()


def test_without_a_limit_and_from_memory_every_file_is_kept_whole(tmp_path: Path) -> None:
    unlimited, limited = a_case(tmp_path / "a.json", largest=0), a_case(tmp_path / "b.json")
    pasted = examined(bytes(LARGE), "pasted", NOW)

    unlimited.exhibits.attach([a_file(tmp_path / "film", bytes(LARGE))], ENTRY)
    limited.exhibits.attach([pasted], ENTRY, contents={pasted.sha256: bytes(LARGE)})

    assert forms(unlimited) == {"film": (Form.FILE, False)}
    assert forms(limited) == {"pasted": (Form.FILE, False)}
    unlimited.close()
    limited.close()


def test_a_fingerprint_that_is_here_is_linked_and_one_that_comes_twice_is_kept_once(tmp_path: Path) -> None:
    logbook = a_case(tmp_path / "journal.json")
    film, again = a_file(tmp_path / "film", bytes(LARGE)), a_file(tmp_path / "again", bytes(LARGE))
    first = logbook.exhibits.attach([film, again])
    before = len(logbook._ledger.records)

    second = logbook.exhibits.attach([again, film], ENTRY)

    assert (first.added, first.known) == ((1,), ())
    assert (second.added, second.known) == ((), (1,))
    assert logbook.exhibits.of(ENTRY) == (1,)
    assert len(logbook._ledger.records) == before + 1
    logbook.close()


def test_files_fingerprints_and_links_are_one_save_that_one_undo_takes_back(tmp_path: Path) -> None:
    logbook = a_case(tmp_path / "journal.json")
    known, new = a_file(tmp_path / "known", b"known"), a_file(tmp_path / "new", b"new")
    film = a_file(tmp_path / "film", bytes(LARGE))
    logbook.exhibits.attach([known])
    before = logbook.verify().beside

    attached = logbook.exhibits.attach([film, known, new], ENTRY)

    assert (attached.added, attached.known) == ((2, 3), (1,))
    assert logbook.verify().beside == before + 1
    assert logbook.undo().count == 3
    assert logbook.exhibits.of(ENTRY) == ()
    assert [one.number for one in logbook.exhibits.standing] == [1]
    logbook.close()


def test_a_full_disk_in_the_middle_leaves_neither_files_nor_fingerprints(tmp_path: Path) -> None:
    logbook = a_case(tmp_path / "journal.json")
    chosen = [a_file(tmp_path / "film", bytes(LARGE)), a_file(tmp_path / "photo", os.urandom(400_000))]
    before = logbook.verify().digests
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        with pytest.raises(NotSaved, match="does not take a file of this size"):
            logbook.exhibits.attach(chosen, ENTRY)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert logbook.verify().digests == before
    assert logbook.exhibits.standing == []
    assert logbook.exhibits.attach(chosen, ENTRY).added == (1, 2)
    assert logbook.verify().sound
    logbook.close()


def test_a_tick_that_cannot_be_saved_links_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saboteur = Saboteur(monkeypatch)
    logbook = a_case(tmp_path / "journal.json")
    logbook.exhibits.attach([a_file(tmp_path / "note", b"words")], ENTRY)

    with saboteur.failing(all_from(0)), pytest.raises(NotSaved):
        logbook.exhibits.tick([1], ITEM, Mark(state=ItemState.DONE))

    assert logbook.exhibits.of(ITEM) == ()
    assert not logbook.state.entries[1].marks
    logbook.record(an_entry())
    logbook.close()

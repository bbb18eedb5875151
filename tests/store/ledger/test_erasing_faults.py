"""Every call of erasing made to fail, and the folder looked at after each: all is erased and declared, or nothing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import NotSaved, Unreadable
from journal.domain.evidence.exhibit import Exhibit, Form
from journal.domain.state.erasing import FieldRef
from journal.evidence.examining import examine
from journal.store.copies.recovery import recover
from journal.store.copies.verification import verify
from journal.store.file.mutable_state import Draft
from tests.store.faults import Saboteur, all_from, one_at
from tests.store.journals import NOW, a_logbook, an_entry, files_in, salts
from tests.store.protected import key_of, protect, unlocked
from tests.store.traces import in_base64, is_anywhere, spellings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journal.logbook import Logbook
    from journal.store.age.protection import Key

ADDRESS = "12 Invented Lané"
PHOTO = b"\x89an invented photo" * 400
HIDDEN = spellings(ADDRESS)
PICTURE = (PHOTO[:60], *in_base64(PHOTO[:60]))
RECORDS = 5


def prepared(path: Path, *, protected: bool = False) -> Logbook:
    """Record 1 to 3, a photo as record 4, and in the tail record 5 with a place, and a draft that names it too."""
    logbook = a_logbook(path, entries=2)
    photo = path.parent / "photo.jpg"
    photo.write_bytes(PHOTO)
    logbook.exhibits.attach([examine(photo)])
    photo.unlink()
    if protected:
        protect(logbook)
    logbook.record(an_entry("It rang.", place=ADDRESS))
    logbook.keep_draft(Draft(id="a", kept_at="2026-11-22T14:03:00Z", typed={"place": ADDRESS}))
    return logbook


def erase_field(logbook: Logbook) -> None:
    logbook.erasure.erase([FieldRef(RECORDS, "place")], "typed by mistake")


def erase_photo(logbook: Logbook) -> None:
    logbook.erasure.erase_exhibit(1, "attached by mistake")


ACTS = ((erase_field, HIDDEN), (erase_photo, PICTURE))
Case = tuple["Callable[[Logbook], None]", tuple[bytes, ...]]


def is_erased(logbook: Logbook, act: Callable[[Logbook], None]) -> bool:
    """Whether the open journal goes on without what was erased."""
    if act is erase_field:
        return not logbook.state.entries[3].entry.place
    return logbook.state.of(Exhibit).now[1].form is Form.ERASED


def opened(path: Path, key: Key | None) -> Logbook:
    return unlocked(path, key) if key else a_logbook(path)


@pytest.mark.slow
@pytest.mark.parametrize("failing", [one_at, all_from])
@pytest.mark.parametrize(("case", "protected"), [(ACTS[0], True), (ACTS[1], False)])
def test_after_any_failed_call_the_journal_is_as_before_or_erased_and_goes_on(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    case: Case,
    failing: Callable[[int], Callable[[int], bool]],
    *,
    protected: bool,
) -> None:
    act, traces = case
    saboteur = Saboteur(monkeypatch)
    logbook = prepared(tmp_path / "journal.json", protected=protected)
    with saboteur.watching():
        act(logbook)
    logbook.close()
    count, seen = len(saboteur.calls), set()

    for place in range(count):
        logbook = prepared(tmp_path / f"{place}" / "journal.json", protected=protected)
        key = key_of(logbook) if protected else None
        failed = False
        try:
            with saboteur.failing(failing(place)):
                act(logbook)
        except (NotSaved, Unreadable):
            failed = True
        erased = is_erased(logbook, act)
        assert erased or failed
        logbook.record(an_entry("And on."))
        logbook.close()
        path = logbook.path
        assert files_in(path.parent) == ["journal.json"]
        assert verify(path, key).sound
        assert verify(path, key).records == RECORDS + erased + 1
        assert is_anywhere(path.parent, traces, key) is not erased
        seen.add((erased, failed))
        shutil.rmtree(path.parent)

    assert {(False, True), (True, True)} <= seen


@pytest.mark.parametrize("protected", [False, True])
@pytest.mark.parametrize("case", ACTS)
def test_killed_at_any_instant_the_folder_holds_the_whole_journal_of_before_or_of_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: Case, *, protected: bool
) -> None:
    act, traces = case
    folder, snapshots = tmp_path / "folder", tmp_path / "snapshots"
    saboteur = Saboteur(monkeypatch)
    logbook = prepared(folder / "journal.json", protected=protected)
    key = key_of(logbook) if protected else None
    taken = 0

    def snapshot() -> None:
        nonlocal taken
        shutil.copytree(folder, snapshots / f"{taken}")
        taken += 1

    with saboteur.watching(snapshot):
        act(logbook)
    logbook.close()

    seen = set()
    for at in range(taken):
        path = snapshots / f"{at}" / "journal.json"
        again = opened(path, key)
        erased = is_erased(again, act)
        again.close()
        assert files_in(path.parent) == ["journal.json"]
        assert verify(path, key).sound
        assert verify(path, key).records == RECORDS + erased
        assert is_anywhere(path.parent, traces, key) is not erased
        seen.add(erased)
    assert seen == {False, True}
    assert erased, "what was reported erased is erased"


def test_what_the_disk_could_not_confirm_is_said_and_gone_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saboteur = Saboteur(monkeypatch)
    logbook = prepared(tmp_path / "journal.json")
    logbook.checkpoint()

    def the_last_sync(_at: int) -> bool:
        return saboteur.calls.count("replace") == 1 and saboteur.calls[-1] == "fsync"

    with saboteur.failing(the_last_sync), pytest.raises(NotSaved, match="did not confirm"):
        erase_field(logbook)

    assert is_erased(logbook, erase_field)
    logbook.record(an_entry())
    logbook.close()
    assert verify(logbook.path).records == RECORDS + 2
    assert not is_anywhere(tmp_path, HIDDEN)


def test_a_recovery_keeps_what_was_erased_erased_and_misses_nothing(tmp_path: Path) -> None:
    logbook = prepared(tmp_path / "journal.json")
    erase_field(logbook)
    erase_photo(logbook)
    logbook.close()
    damaged = logbook.path.read_bytes()
    logbook.path.write_bytes(damaged[:-40])

    told = recover(logbook.path, tmp_path / "new.json", now=NOW, salts=salts())

    verdict = verify(tmp_path / "new.json")
    assert told.missing_evidence == ()
    assert verdict.sound, verdict.faults
    assert not is_anywhere(tmp_path, (*HIDDEN, *PICTURE))


def test_a_recovery_tells_as_missing_the_file_whose_erasing_was_lost(tmp_path: Path) -> None:
    logbook = prepared(tmp_path / "journal.json")
    erase_photo(logbook)
    logbook.close()
    whole = logbook.path.read_bytes()
    at = whole.index(b'"exhibit.erased"')
    logbook.path.write_bytes(whole[:at] + b"\0" * 8 + whole[at + 8 :])

    told = recover(logbook.path, tmp_path / "new.json", now=NOW, salts=salts())

    assert told.missing_evidence == (1,)
    assert verify(tmp_path / "new.json").sound

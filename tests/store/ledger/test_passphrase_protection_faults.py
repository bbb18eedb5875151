"""Every call of protecting, changing and unprotecting made to fail, and the folder looked at after each of them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import Locked, NotSaved
from journal.domain.ledger import recovery_code
from journal.store.copies.verification import verify
from tests.store.faults import Saboteur
from tests.store.journals import a_logbook, an_entry, files_in
from tests.store.ledger.test_passphrase_protection import WORDS, a_full_journal
from tests.store.protected import TYPED, guard_of, key_of, protect, unlocked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journal.logbook import Logbook
    from journal.store.age.protection import Key


def protect_it(logbook: Logbook) -> None:
    guard_of(logbook).protect(TYPED)


def change_it(logbook: Logbook) -> None:
    guard_of(logbook).change_passphrase(key_of(logbook), "another one")


def unprotect_it(logbook: Logbook) -> None:
    guard_of(logbook).unprotect(key_of(logbook))


ACTS = (protect_it, change_it, unprotect_it)


def prepared(path: Path, act: Callable[[Logbook], None]) -> Logbook:
    logbook = a_full_journal(path)
    if act is not protect_it:
        protect(logbook)
        logbook.record(an_entry("In the tail."))
    return logbook


def opens(path: Path, *keys: Key | None) -> Key | None:
    """Which of the keys opens the file; exactly one does."""
    fitting = []
    for key in keys:
        try:
            if verify(path, key).sound:
                fitting.append(key)
        except Locked:
            continue
    if len(keys) == 2 and len(fitting) == 2:
        assert None in keys, "a plain journal opens with any key"
        return None
    assert len(fitting) == 1
    return fitting[0]


@pytest.mark.parametrize("act", ACTS)
def test_at_every_instant_one_of_the_keys_opens_the_folder_and_nothing_old_is_left_once_it_was_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[Logbook], None]
) -> None:
    folder, snapshots = tmp_path / "folder", tmp_path / "snapshots"
    saboteur = Saboteur(monkeypatch)
    logbook = prepared(folder / "journal.json", act)
    old, digests, taken = logbook._ledger.storage.key, logbook.verify().digests, 0

    def snapshot() -> None:
        nonlocal taken
        shutil.copytree(folder, snapshots / f"{taken}")
        taken += 1

    with saboteur.watching(snapshot):
        act(logbook)
    new = logbook._ledger.storage.key
    logbook.close()

    assert taken > 50
    seen = set()
    for at in range(taken):
        path = snapshots / f"{at}" / "journal.json"
        key = opens(path, old, new)
        again = unlocked(path, key) if key else a_logbook(path)
        assert not again.read_only_reason
        again.close()
        assert files_in(path.parent) == ["journal.json"]
        assert verify(path, key).digests == digests
        assert (WORDS.encode() in path.read_bytes()) is (key is None)
        seen.add(key)
    assert seen == {old, new}


def test_a_change_that_the_disk_could_not_confirm_gives_the_new_code_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saboteur = Saboteur(monkeypatch)
    logbook = a_logbook(tmp_path / "journal.json", entries=1)
    logbook.checkpoint()

    def the_last_sync(_at: int) -> bool:
        return saboteur.calls.count("replace") == 1 and saboteur.calls[-1] == "fsync"

    with saboteur.failing(the_last_sync), pytest.raises(NotSaved, match="The new recovery code is") as told:
        guard_of(logbook).protect(TYPED)

    code = str(told.value).split("code is ")[1].split(".")[0]
    assert recovery_code.read(code) == code
    logbook.record(an_entry())
    logbook.close()
    assert verify(logbook.path, key_of(logbook)).records == 3

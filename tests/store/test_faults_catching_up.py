"""Every call of catching up and closing made to fail in turn: nothing that was saved is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.logbook import Logbook
from tests.store.acts import BY_ITSELF, DRAFT, amend, attempt, keep_draft, opened, record, reread
from tests.store.faults import WRITES, Saboteur, all_from, one_at
from tests.store.journals import a_logbook, files_in
from tests.store.protected import unlocked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def saboteur(monkeypatch: pytest.MonkeyPatch) -> Saboteur:
    return Saboteur(monkeypatch)


def test_catching_up_writes_beside_syncs_swaps_syncs_the_folder_and_only_then_removes_the_tail(
    tmp_path: Path, saboteur: Saboteur
) -> None:
    logbook = opened(tmp_path / "journal.json")
    record(logbook)

    with saboteur.watching():
        logbook.catch_up()

    changes = [name for name in saboteur.calls if name in WRITES]
    assert changes[0] == "unlink", "what a crash left half-written"
    assert set(changes[1:-4]) == {"write", "copy_file_range"}
    assert changes[-4:] == ["fsync", "replace", "fsync", "unlink"]
    logbook.close()


@pytest.mark.parametrize("protected", [False, True])
@pytest.mark.parametrize("failing", [one_at, all_from])
@pytest.mark.parametrize("ending", [Logbook.catch_up, Logbook.close])
def test_after_any_failed_call_of_catching_up_nothing_saved_is_lost(
    tmp_path: Path,
    saboteur: Saboteur,
    ending: Callable[[Logbook], None],
    failing: Callable[[int], Callable[[int], bool]],
    protected: bool,
) -> None:
    logbook = opened(tmp_path / "journal.json", protected=protected)
    record(logbook)
    keep_draft(logbook)
    with saboteur.watching():
        ending(logbook)
    logbook.close()
    count = len(saboteur.calls)
    assert count > 20

    for place in range(count):
        folder = tmp_path / f"{place}"
        logbook = opened(folder / "journal.json", protected=protected)
        record(logbook)
        keep_draft(logbook)
        digests = logbook.verify().digests
        with saboteur.failing(failing(place)):
            told = attempt(ending, logbook)
        assert not told or "is safe" in told
        assert logbook.verify().digests == digests
        assert reread(logbook).drafts == (DRAFT,)
        if ending is Logbook.catch_up:
            amend(logbook)
            assert logbook.verify().digests[:-1] == digests
            logbook.close()
        else:
            again(logbook).close()
        assert files_in(folder) == [*BY_ITSELF]
        assert logbook.verify().sound
        assert reread(logbook).drafts == (DRAFT,)


def again(logbook: Logbook) -> Logbook:
    """The same journal, opened for writing once more."""
    key = logbook._ledger.storage.key
    return unlocked(logbook.path, key) if key else a_logbook(logbook.path)

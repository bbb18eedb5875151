"""Every call of catching up and closing made to fail in turn: nothing that was saved is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.store.acts import opened, record
from tests.store.faults import WRITES, Saboteur

if TYPE_CHECKING:
    from pathlib import Path


def test_catching_up_writes_beside_syncs_swaps_syncs_the_folder_and_only_then_removes_the_tail(
    tmp_path: Path, saboteur: Saboteur
) -> None:
    logbook = opened(tmp_path / "journal.json")
    record(logbook)

    with saboteur.watching():
        logbook.checkpoint()

    changes = [name for name in saboteur.calls if name in WRITES]
    assert changes[0] == "unlink", "what a crash left half-written"
    assert set(changes[1:-4]) == {"write", "copy_file_range"}
    assert changes[-4:] == ["fsync", "replace", "fsync", "unlink"]
    logbook.close()

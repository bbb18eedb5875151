"""Every call of opening and closing made to fail in turn: the file stays as it was and opens again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.errors import JournalError
from journal.logbook import Logbook
from tests.store.faults import Saboteur, all_from, one_at
from tests.store.journals import a_journal, a_logbook, an_entry, files_in
from tests.store.protected import a_protected_journal, unlocked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journal.store.protection import Key

ENTRIES = 3


@pytest.fixture
def saboteur(monkeypatch: pytest.MonkeyPatch) -> Saboteur:
    return Saboteur(monkeypatch)


def open_and_close(path: Path, key: Key | None) -> str:
    """What the person is told when opening fails; nothing where it does not."""
    try:
        Logbook(path, key=key).close()
    except JournalError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("failing", [one_at, all_from])
@pytest.mark.parametrize(("begun", "protected"), [(False, False), (True, False), (True, True)])
def test_after_any_failed_call_of_opening_and_closing_the_journal_opens_again(
    tmp_path: Path, saboteur: Saboteur, begun: bool, protected: bool, failing: Callable[[int], Callable[[int], bool]]
) -> None:
    place, key = 0, None

    while True:
        folder = tmp_path / f"{place}"
        path = folder / "journal.json"
        if protected:
            key = a_protected_journal(path, entries=ENTRIES)
        elif begun:
            a_journal(path, entries=ENTRIES)
        before = path.read_bytes() if begun else b""
        with saboteur.failing(failing(place)):
            told = open_and_close(path, key)
        assert not told or told.endswith(".")
        made = len(saboteur.calls)
        assert not begun or path.read_bytes() == before
        logbook = unlocked(path, key) if key else a_logbook(path)
        logbook.record(an_entry())
        assert logbook.verify().sound
        assert len(logbook.state.entries) == (ENTRIES + 1 if begun else 1)
        logbook.close()
        assert files_in(folder) == ["journal.json"]
        place += 1
        if place >= made:
            break

    assert place > 10

"""The first line of the main screen: the number of an entry never stands beside a count that it passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.logbook import Logbook
from journal.ui.timeline.main_title import Shown, title
from tests.store.journals import a_journal, as_ours, tables

if TYPE_CHECKING:
    from pathlib import Path


def without_entries(path: Path, *gone: int) -> Logbook:
    """A journal of eight entries, opened for reading after the records of some of them were lost."""
    plain = tables(a_journal(path, entries=8))
    lost = [key for key, row in plain["records"].items() if row["body"].get("entry") in gone]
    for key in lost:
        del plain["records"][key]
    path.write_bytes(as_ours(plain))
    return Logbook(path, read_only=True)


@pytest.mark.parametrize(
    ("gone", "number", "said", "shorter"),
    [
        ((), 8, "entry 8 of 8", "8 of 8"),
        ((2, 3), 8, "entry 8, 6 of 8 kept", "8, 6 of 8 kept"),
        ((2, 3), 1, "entry 1, 6 of 8 kept", "1, 6 of 8 kept"),
        ((8,), 7, "entry 7 of 7", "7 of 7"),
    ],
)
def test_the_place_of_an_entry_is_told_by_what_is_kept_where_others_are_lost(
    tmp_path: Path, gone: tuple[int, ...], number: int, said: str, shorter: str
) -> None:
    logbook = without_entries(tmp_path / "journal.json", *gone)

    place = title(logbook, Shown(number)).notes[0]

    assert (place.words, place.shorter) == (said, shorter)
    logbook.close()

"""The records of many entries are read in portions; each entry has its own, whatever lies close together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.base.errors import Unreadable
from journal.domain.entry import records_of as portions
from journal.domain.entry.records_of import records_of
from journal.store.file import places
from tests.store.journals import a_journal, a_logbook
from tests.store.whole import agrees_with_the_whole

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("near", [0, 300, 2000])
@pytest.mark.parametrize("most", [0, 900])
def test_however_few_records_are_read_at_once_each_entry_has_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, near: int, most: int
) -> None:
    monkeypatch.setattr(places, "_NEAR", near)
    monkeypatch.setattr(places, "_MOST", most)
    monkeypatch.setattr(portions, "PORTION", 7)

    logbook = a_logbook(a_journal(tmp_path / "journal.json", entries=20))

    agrees_with_the_whole(logbook)
    logbook.close()


def test_what_another_program_wrote_into_the_file_is_not_taken_for_a_record_of_an_entry(tmp_path: Path) -> None:
    logbook = a_logbook(a_journal(tmp_path / "journal.json"))
    logbook.path.write_bytes(logbook.path.read_bytes().replace(b"times.", b"TIMES."))

    with pytest.raises(Unreadable, match="nothing was changed"):
        _ = [*records_of(logbook.state.chronological())]

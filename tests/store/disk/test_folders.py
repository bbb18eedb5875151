"""Folders that are offered: paths that go on, and sticks that are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.store.disk.removable_media import completed, sticks

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_typed_path_goes_on_to_the_end_of_the_first_folder(tmp_path: Path) -> None:
    for name in ("stick-b", "stick-a", "other"):
        (tmp_path / name).mkdir()
    (tmp_path / "stand.txt").touch()

    assert completed(f"{tmp_path}/st") == f"{tmp_path}/stick-a/"
    assert completed(f"{tmp_path}/stick-b") == f"{tmp_path}/stick-b/"


def test_nothing_is_offered_where_nothing_begins_so_or_nothing_was_begun(tmp_path: Path) -> None:
    for typed in ("", "st", f"{tmp_path}/", f"{tmp_path}/x", f"{tmp_path}/gone/st", "\0/x", "~nobody-invented/x"):
        assert completed(typed) == ""


def test_the_home_folder_is_understood_and_stays_as_it_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "copies").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))

    assert completed("~/co") == "~/copies/"


def test_a_folder_in_which_no_stick_is_offers_none(tmp_path: Path) -> None:
    (tmp_path / "person" / "no-stick").mkdir(parents=True)

    assert sticks([f"{tmp_path}/*", str(tmp_path / "gone")]) == []

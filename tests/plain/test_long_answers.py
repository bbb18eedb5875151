"""Texts of several lines that are typed in plain mode."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from journal.logbook import Logbook
from tests.commands.cli_builders import a_journal
from tests.plain.plain_builders import heard, talk
from tests.ui.builders import an_entry

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_two_empty_lines_in_a_text_stay_in_it_and_say_once_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_journal(tmp_path, an_entry())

    talk(monkeypatch, path, "a", "unknown", "sms", "First.", "", "", "", "Second.", ".", "", "hall", "", "q")

    assert heard(capsys.readouterr().err).count("An empty line does not end the text.") == 1
    with closing(Logbook(path, read_only=True)) as logbook:
        assert logbook.state.entries[2].entry.account == "First.\n\n\n\nSecond."

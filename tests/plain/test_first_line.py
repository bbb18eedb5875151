"""The first line of plain mode is in the language of the journal, once that is known."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.logbook import Logbook
from tests.commands.cli_builders import a_journal
from tests.plain.plain_builders import heard, talk
from tests.ui.builders import an_entry

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_first_line_is_in_the_language_of_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_journal(tmp_path, an_entry())
    with closing(Logbook(path)) as logbook:
        logbook.choose(replace(logbook.settings, language="nl"))

    talk(monkeypatch, path, "q")

    said = heard(capsys.readouterr().err)
    assert said.startswith("De eenvoudige weergave staat aan")
    assert "Plain mode is on" not in said

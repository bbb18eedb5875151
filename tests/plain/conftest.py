"""A journal of two entries, and conversations about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.commands.cli_builders import a_journal
from tests.plain.plain_builders import heard, talk
from tests.ui.builders import an_entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Said = tuple[str, str]
    Talk = Callable[..., Said]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_journal(tmp_path, an_entry("Rang twice.", private_note="For nobody."), an_entry("Rang again."))


@pytest.fixture
def conversation(path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    def typed(*lines: str) -> Said:
        assert talk(monkeypatch, path, *lines, "q") == 0
        said = capsys.readouterr()
        return heard(said.out), heard(said.err)

    return typed

"""A journal at home, and a stick to copy it to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.journals import a_journal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A journal of four records in a folder of its own."""
    (tmp_path / "home").mkdir()
    return a_journal(tmp_path / "home" / "journal.json", entries=3)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """An empty folder for copies."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"

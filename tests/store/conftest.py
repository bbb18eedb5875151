"""A journal at home, a stick to copy it to, a system that fails on purpose, and what the long tests counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.faults import Saboteur
from tests.store.journals import a_journal

if TYPE_CHECKING:
    from pathlib import Path

FIGURES = "figures"
"""Under this name a test records what it counted, to be read at the end of the run."""


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


@pytest.fixture
def saboteur(monkeypatch: pytest.MonkeyPatch) -> Saboteur:
    """An operating system that fails when it is told to."""
    return Saboteur(monkeypatch)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what was counted, whether the tests passed or not."""
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    figures = [text for report in reports for name, text in report.user_properties if name == FIGURES]
    if figures:
        terminalreporter.section("counted")
    for text in figures:
        terminalreporter.write_line(str(text))

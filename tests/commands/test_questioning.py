"""`journal questions`: what could be asked about a log, in plain lines, and nothing of it stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.commands.cli_builders import a_journal, run
from tests.ui.builders import an_entry

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_each_rule_that_finds_something_says_what_would_be_asked_and_what_can_be_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_journal(tmp_path, an_entry(), an_entry(), an_entry(when="2026-11-12T08:00"))
    before = path.read_bytes()

    assert run("questions", "--file", path) == 0
    out, error = capsys.readouterr()

    assert "The same act in two entries: 1 question\n  Entries 1 and 2 name the same time" in out
    assert "Recorded long after it happened: 1 question\n  The time of entry 3" in out
    assert out.count("  What can be done: ") == 2
    assert "neither stored nor handed over" in error
    assert path.read_bytes() == before


def test_the_days_can_be_given_and_nothing_found_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = a_journal(tmp_path, an_entry(when="2026-11-12T08:00"))

    assert run("questions", "--file", path, "--late-after", "30") == 0
    out, error = capsys.readouterr()

    assert out == ""
    assert error.endswith("No rule finds anything to ask about in this log.\n")

"""Plain mode tells what the words mean, what to keep, the limits, and how the log is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.text.glossary import CHECKING, GLOSSARY, LIMITS
from tests.commands.cli_builders import a_journal
from tests.plain.plain_builders import heard, talk
from tests.ui.builders import an_entry

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("1",), [f"{term}: {meaning}" for term, meaning in GLOSSARY.items()]),
        (("2", "missed"), ["Missed call: not answered", "Missed call: call list photographed, not deleted"]),
        (("3",), LIMITS),
        (("4",), CHECKING),
    ],
)
def test_each_topic_is_told_one_fact_a_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: tuple[str, ...],
    told: list[str],
) -> None:
    talk(monkeypatch, a_journal(tmp_path, an_entry()), "w", *typed, "q")

    assert set(told) <= set(heard(capsys.readouterr().out).splitlines())


def test_a_kind_that_is_not_there_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    talk(monkeypatch, a_journal(tmp_path, an_entry()), "w", "2", "qqqqqq", "q")

    assert "No kind is called so." in capsys.readouterr().err

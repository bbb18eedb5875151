"""What argparse says is said in the language of the interface."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import pytest

from journal.cli.argparse_words import ARGPARSE_WORDS
from journal.cli.command_line import main

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLES = frozenset({"commands", "subcommands"})
"""Our title, which argparse translates once more, and its own, which Python 3.13 asks for although ours replaces it."""
WRONG: tuple[Sequence[str], ...] = (
    ["--help"],
    ["list", "--help"],
    ["nothing"],
    ["list", "--nothing"],
    ["list", "more", "words"],
    ["show"],
    ["show", "soon"],
    ["list", "--limit"],
    ["list", "--limit", "many"],
    ["list", "--json=yes"],
    ["verify", "--head"],
    ["completion", "sh"],
    ["demo", "--seed", "x"],
    ["export", "--for"],
)


@pytest.mark.parametrize("given", WRONG, ids=" ".join)
def test_all_that_it_says_of_wrong_usage_is_known(given: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()

    def heard(message: str | None) -> str | None:
        if message and message not in TITLES:
            asked.add(message)
        return message

    monkeypatch.setattr("journal.cli.command_line.translate_argparse", lambda: vars(argparse).update(_=heard))
    with pytest.raises(SystemExit):
        main(given)

    assert asked
    assert asked <= set(ARGPARSE_WORDS)


def test_it_speaks_the_language_that_the_computer_is_set_to(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "nl_BE.UTF-8")

    with pytest.raises(SystemExit):
        main(["list", "--nothing"])

    assert "onbekende" in capsys.readouterr().err

"""`journal manual`: the manual page holds what the parser of the arguments knows, and is good roff."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from journal.cli.arguments import kind_words
from journal.cli.command_line import ADDERS, _parser
from journal.commands.completing import completed
from journal.commands.manual import roff
from tests.commands.cli_builders import run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.commands.completion_scripts import CompletedCommand


@pytest.fixture(params=["en_US", "nl_BE", "fr_BE"])
def page(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """The page in each language."""
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("LC_ALL", f"{request.param}.UTF-8")
    assert run("manual") == 0
    return capsys.readouterr().out


def formatted(page: str) -> str:
    """The page as a terminal shows it, in lines that are never broken; nothing that groff complains about."""
    if not shutil.which("groff"):
        pytest.skip("groff is not installed here")
    groff = ["groff", "-ww", "-man", "-Kutf8", "-Tutf8", "-rLL=900n", "-P-c", "-P-b", "-P-u"]
    made = subprocess.run(groff, input=page, capture_output=True, text=True, check=False, encoding="utf-8")
    assert (made.returncode, made.stderr) == (0, "")
    return made.stdout


def every(command: CompletedCommand) -> Iterator[CompletedCommand]:
    yield command
    for one in command.commands:
        yield from every(one)


def test_every_command_and_option_stands_in_the_page_with_its_help(page: str) -> None:
    lines = [line.strip() for line in formatted(page).splitlines()]

    program = completed(_parser(ADDERS), {kind_words: ()})
    commands = [*every(program)]

    assert len(commands) > 15
    for command in commands:
        assert " ".join(["journal", *command.path]) in lines or not command.path
        for option in command.options:
            named = [line for line in lines if line.startswith(", ".join(option.names))]
            assert named
            assert any(line.endswith(option.help) for line in lines)


def test_what_man_lists_for_everybody_says_nothing_of_stalking(page: str) -> None:
    summary = page.split(".SH")[1].splitlines()[1]

    assert summary.startswith(r"journal \- ")
    assert not [word for word in ("stalk", "harc", "harass") if word in summary.lower()]


@pytest.mark.parametrize("words", [".so /etc/hostname", "'br", r"a\b \n(.x", 'say "so"', "`code`", "two\nlines", "-x"])
def test_no_words_are_a_request_of_roff(words: str) -> None:
    lines = formatted(f".TH A 1\n.SH B\n{roff(words)}\n").splitlines()

    assert words.replace("\n", " ") in map(str.strip, lines)

"""What a terminal can show: told from its name, from the locale, and from what was said to Python itself."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from journal.ui.terminal.encoding import falls_short, terminal_encoding

SHOWN = "from journal.ui.terminal.encoding import *; print(terminal_encoding(), falls_short())"
UTF_8, ASCII = "utf-8 False", "ascii True"


def shown(**environment: str) -> str:
    """What a new process finds, in which Python has done to the locale what it does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    told = subprocess.run(
        [sys.executable, "-c", SHOWN], env=kept | environment, capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, UTF_8),
        ({"LC_ALL": "C"}, ASCII),
        ({"LC_ALL": "POSIX"}, ASCII),
        ({"LANG": "C"}, ASCII),
        ({"LANG": "POSIX"}, ASCII),
        ({"LC_ALL": "C.UTF-8"}, UTF_8),
        ({"LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "nl_BE"}, UTF_8),
        ({"LANG": "nl_BE.UTF-8"}, UTF_8),
        ({"LC_ALL": "fr_BE.utf8@euro"}, UTF_8),
        ({"LANG": "C.UTF-8", "LC_ALL": "C"}, ASCII),
        ({"LC_ALL": "en_US.ISO-8859-1"}, ASCII),
        ({"LC_ALL": "C", "PYTHONUTF8": "1"}, UTF_8),
        ({"LC_ALL": "C", "PYTHONUTF8": "0"}, ASCII),
        ({"LC_ALL": "C", "PYTHONIOENCODING": "utf-8"}, UTF_8),
        ({"LC_ALL": "C", "PYTHONIOENCODING": ":replace"}, ASCII),
        ({"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "ascii"}, ASCII),
        ({"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "latin-1"}, "latin-1 True"),
        ({"LC_ALL": "C.UTF-8", "TERM": "linux"}, "utf-8 True"),
    ],
)
def test_what_is_shown_is_told_from_the_environment_as_the_program_begins_in_it(
    environment: dict[str, str], expected: str
) -> None:
    assert shown(**environment) in {expected, expected.replace("latin-1", "iso8859-1")}


@pytest.mark.parametrize(
    ("terminal", "written", "expected"),
    [
        ("xterm-256color", "utf-8", False),
        ("xterm-256color", "ANSI_X3.4-1968", True),
        ("linux", "utf-8", True),
        ("screen", "iso-8859-15", True),
    ],
)
def test_it_is_told_from_the_terminal_and_what_is_written_to_it(terminal: str, written: str, *, expected: bool) -> None:
    assert falls_short({"TERM": terminal}, written) is expected


def test_an_installed_locale_of_other_letters_keeps_them() -> None:
    assert terminal_encoding({"LC_ALL": "nl_BE.ISO-8859-1"}, "iso8859-1") == "iso8859-1"
    assert terminal_encoding({"LC_ALL": "nl_BE@euro"}, "iso8859-15") == "iso8859-15"
    assert terminal_encoding({"LC_ALL": "nl_BE.no-such-set"}, "utf-8") == "ascii"

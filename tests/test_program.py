"""The program as a process: its exit status, what is still to be written, and who is waited for at its end."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
from importlib.metadata import version

import pytest

from journal import __version__
from journal.store.file.identity import FORMAT

ENDING = """
import atexit, sys, threading, time
from journal import __main__, cli

def main():
    atexit.register(lambda: print("told at the end"))
    threading.Timer(0.05, lambda: print("thread done")).start()
    sys.stdout.write("written, ")
    return {status}

cli.main = main
__main__.run()
"""


def ran(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("status", [0, 1])
def test_the_end_loses_no_words_and_waits_for_whoever_has_something_left_to_do(status: int) -> None:
    run = ran("-c", ENDING.format(status=status))

    assert run.returncode == status
    assert run.stdout == "written, thread done\ntold at the end\n"
    assert run.stderr == ""


def test_wrong_usage_has_a_status_of_its_own() -> None:
    run = ran("-m", "journal", "no-such-command")

    assert run.returncode == 2
    assert "no-such-command" in run.stderr


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.mark.usefixtures("english")
def test_versions_are_told_one_fact_a_line_and_the_end_is_in_order() -> None:
    run = ran("-m", "journal", "--version")

    told = run.stdout.splitlines()
    assert (run.returncode, run.stderr) == (0, "")
    assert told[:-1] == [
        f"journal {__version__}",
        f"journal file format {FORMAT}",
        f"Python {platform.python_version()}",
        f"textual {version('textual')}",
        f"tinydb {version('tinydb')}",
        f"python-dateutil {version('python-dateutil')}",
    ]
    shipped, of_system = f"the package tzdata {version('tzdata')}", "this computer"
    assert re.fullmatch(rf"time zone data \d{{4}}[a-z], from (?:{re.escape(shipped)}|{of_system})", told[-1])


@pytest.mark.usefixtures("english")
def test_a_command_behind_the_question_for_versions_does_nothing() -> None:
    run = ran("-m", "journal", "--version", "add")

    assert run.returncode == 0
    assert run.stdout.startswith(f"journal {__version__}\n")


def test_versions_that_nobody_reads_any_more_end_without_a_complaint() -> None:
    read, write = os.pipe()
    os.close(read)

    run = subprocess.run(
        [sys.executable, "-m", "journal", "--version"], stdout=write, stderr=subprocess.PIPE, text=True, check=False
    )

    os.close(write)
    assert (run.returncode, run.stderr) == (1, "")

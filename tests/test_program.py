"""The program as a process: its exit status, what is still to be written, and who is waited for at its end."""

from __future__ import annotations

import subprocess
import sys

import pytest

from journal import __version__

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


def test_a_version_is_told_and_the_end_is_in_order() -> None:
    run = ran("-m", "journal", "--version")

    assert (run.returncode, run.stdout, run.stderr) == (0, f"journal {__version__}\n", "")

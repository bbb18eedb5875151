"""A filter in a real terminal: chosen, kept under a name, taken away, and given to a command."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

from tests.end_to_end.terminal import Terminal
from tests.ui.builders import a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path


def listed(path: Path, *options: str) -> list[int]:
    command = [sys.executable, "-m", "journal", "list", "--file", str(path), *options]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return [int(line.split()[0]) for line in run.stdout.splitlines()]


def test_a_filter_is_chosen_kept_and_taken_away_and_the_list_takes_it_by_its_name(tmp_path: Path) -> None:
    letter = an_entry("It lay there.", kind="letter")
    with closing(a_logbook(tmp_path, an_entry("It rang."), letter, an_entry("Again.", kind="sms"))):
        pass
    path = tmp_path / "journal.json"

    with Terminal(tmp_path, "--file", path) as terminal:
        terminal.wait_for("entry 3 of 3")
        terminal.press("f")
        terminal.wait_for("type to find")
        terminal.press("missed call")
        terminal.wait_for("Place “missed call”")
        terminal.press("f3")
        terminal.wait_for("1 picked")
        terminal.press("f7")
        terminal.wait_for("Keep the filter")
        terminal.press("no calls", "enter")
        terminal.wait_for("Kept as “no calls”")
        terminal.press("f2")
        terminal.wait_for("Not Missed call: 2 of 3")
        terminal.press("/")
        terminal.press("again")
        terminal.wait_for("1 of 2")
        terminal.press("enter")
        terminal.press("escape")
        terminal.wait_for("Not Missed call: 2 of 3")
        terminal.press("escape")
        terminal.wait_for("of 3")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0

    assert listed(path) == [1, 2, 3]
    assert listed(path, "--filter", "No Calls") == [2, 3]
    assert listed(path, "--filter", "no calls", "--kind", "letter") == [2]

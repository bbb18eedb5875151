"""The whole program in a process of its own, with every switch on that makes Python and Textual talkative."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.ui.builders import a_logbook, an_entry

PRIVATE = "Secretword"
TALKATIVE = {
    "PYTHONASYNCIODEBUG": "1",
    "PYTHONDEVMODE": "1",
    "PYTHONFAULTHANDLER": "1",
    "TEXTUAL": "debug,devtools",
    "TEXTUAL_DEBUG": "1",
    "TEXTUAL_DEVTOOLS_PORT": "1",
    "TEXTUAL_LOG": "keys.log",
    "TEXTUAL_PRESS": "n",
    "TEXTUAL_SCREENSHOT": "0",
    "TEXTUAL_SCREENSHOT_FILENAME": "picture.svg",
    "TEXTUAL_SCREENSHOT_LOCATION": ".",
    "TEXTUAL_SHOW_RETURN": "1",
}

PROGRAM = """
import asyncio, os, sys
from pathlib import Path
from journal.commands.core_files import leave_no_core_file
from journal.logbook import Logbook
from journal.ui.app import JournalApp
from tests.ui.one_screen import type_words

def watch(event, arguments):
    if event in {"socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        print("NETWORK", event)

async def use(pilot):
    asyncio.get_running_loop().slow_callback_duration = 0
    await pilot.pause()
    await pilot.press("down", "enter", "escape", "slash", *"Secretword", "escape", "n")
    await pilot.pause()
    await type_words(pilot, "Secretword")
    await pilot.press("f1", "escape", "ctrl+p", "escape")
    if sys.argv[1] == "abort":
        os.abort()
    if sys.argv[1] == "fault":
        pilot.app.call_later(lambda: 1 / 0)
        return
    await pilot.press("ctrl+q")

sys.addaudithook(watch)
leave_no_core_file()
app = JournalApp(Logbook(Path("journal.json")))
app.run(headless=True, auto_pilot=use)
sys.exit(app.return_code)
"""


@dataclass(frozen=True)
class Run:
    """What a process left behind."""

    status: int
    told: str
    files: set[str]


def run(folder: Path, ending: str) -> Run:
    a_logbook(folder, an_entry(PRIVATE, place=PRIVATE)).close()
    here = str(Path(__file__).parents[3])
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, ending],
        cwd=folder,
        env=os.environ | TALKATIVE | {"PYTHONPATH": here},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return Run(done.returncode, done.stdout + done.stderr, {path.name for path in folder.rglob("*")})


def test_the_talkative_program_tells_nothing_of_the_journal_and_leaves_no_file(tmp_path: Path) -> None:
    left = run(tmp_path, "leave")

    assert left.status == 0, left.told
    assert PRIVATE not in left.told
    assert "NETWORK" not in left.told
    assert left.files == {"journal.json"}


def test_a_process_that_dies_shows_where_it_was_and_nothing_of_the_journal(tmp_path: Path) -> None:
    left = run(tmp_path, "abort")

    assert left.status == -signal.SIGABRT, left.told
    assert "Fatal Python error: Aborted" in left.told
    assert PRIVATE not in left.told
    assert "NETWORK" not in left.told
    assert not [name for name in left.files if not name.startswith(("journal.json", ".journal.json"))]


def test_a_fault_of_the_program_is_told_to_whoever_started_it(tmp_path: Path) -> None:
    left = run(tmp_path, "fault")

    assert left.status == 1
    assert "because of a program error" in left.told
    assert PRIVATE not in left.told


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="this system does not show the limits of a process")
def test_neither_the_process_nor_those_it_starts_leave_a_core_file() -> None:
    program = """
import subprocess
from pathlib import Path
from journal.commands.core_files import leave_no_core_file
leave_no_core_file()
print(Path("/proc/self/limits").read_text())
import ctypes
print("dumpable", ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
subprocess.run(["cat", "/proc/self/limits"], check=True)
"""
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    limits = [line.split() for line in shown.splitlines() if line.startswith("Max core file size")]
    assert [line[4:6] for line in limits] == [["0", "0"], ["0", "0"]]
    assert "dumpable 0" in shown


def test_the_core_limit_is_no_obstacle_where_it_is_set_twice() -> None:
    program = "from journal.commands.core_files import leave_no_core_file as f; f(); f(); print('fine')"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "fine\n"

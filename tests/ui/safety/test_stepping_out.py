"""Stopping the program in a real terminal: what is stopped, and what comes back, is covered."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import TYPE_CHECKING

import pexpect
import pytest

from tests.ui.builders import a_logbook, an_entry
from tests.ui.locking_app import PRIVATE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Child = pexpect.spawn[bytes]

PATIENCE = 60.0
"""Seconds to wait for a condition; reached only when something is wrong."""

PROGRAM = """
import sys
from pathlib import Path
from journal.logbook import Logbook
from tests.ui.locking_app import LockingApp
LockingApp(Logbook(Path(sys.argv[1]))).run()
"""
EMPTIED = b"\x1b[2J"
COVERED = b"any key shows it again"


def tell(child: Child, number: signal.Signals) -> None:
    assert child.pid is not None
    os.kill(child.pid, number)


def by_key(child: Child) -> None:
    child.send("\x1a")


def by_signal(child: Child) -> None:
    tell(child, signal.SIGTSTP)


def read_until(child: Child, holds: Callable[[bytes], bool]) -> bytes:
    """What the program writes, until something holds of it."""
    end = time.monotonic() + PATIENCE
    written = b""
    while not holds(written):
        assert time.monotonic() < end, written
        try:
            written += child.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            continue
    return written


def stopped(child: Child) -> bool:
    assert child.pid is not None
    number, status = os.waitpid(child.pid, os.WUNTRACED | os.WNOHANG)
    return number == child.pid and os.WIFSTOPPED(status)


@pytest.mark.skipif(not hasattr(signal, "SIGTSTP"), reason="this system cannot stop a program")
@pytest.mark.parametrize("stop", [by_key, by_signal])
def test_a_stopped_program_has_given_the_terminal_back_and_comes_back_covered(
    tmp_path: Path, stop: Callable[[Child], None]
) -> None:
    path = tmp_path / "journal.json"
    a_logbook(tmp_path, an_entry(PRIVATE)).close()
    child: Child = pexpect.spawn(sys.executable, ["-c", PROGRAM, str(path)], dimensions=(24, 80), timeout=PATIENCE)
    read_until(child, lambda written: PRIVATE.encode() in written and b"quick exit" in written)

    stop(child)
    before = read_until(child, lambda _: stopped(child))
    before += read_until(child, lambda written: b"\x1b[?1049l" in before + written)
    tell(child, signal.SIGCONT)
    after = read_until(child, lambda written: COVERED in written)

    assert EMPTIED in before
    assert PRIVATE.encode() not in before.rpartition(EMPTIED)[2] + after
    child.send("x")
    read_until(child, lambda written: PRIVATE.encode() in written)
    child.send("\x11")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0

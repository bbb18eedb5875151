"""How fast the file is: one more entry, opening, a command without a screen, beside stock TinyDB and bare Python."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from statistics import median
from typing import TYPE_CHECKING

from tinydb import TinyDB

from journal.domain.entry import Entry
from journal.domain.moment import exactly
from journal.logbook import Logbook
from tests.benchmarks.table import Figure, milliseconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

OPEN_OURS = """
from pathlib import Path
from journal.logbook import Logbook
def opened(path):
    logbook = Logbook(Path(path), read_only=True)
    assert logbook.state.entries
    return logbook
"""
OPEN_STOCK = """
from tinydb import TinyDB
def opened(path):
    table = TinyDB(path).table("records")
    rows = table.all()
    assert rows
    return rows
"""
MEASURE = """
import re, sys, time
def most_memory():
    return int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
before = most_memory()
began = time.perf_counter()
kept = opened(sys.argv[1])
print(time.perf_counter() - began, most_memory() - before)
"""
"""Writes the seconds, and the kilobytes by which the greatest memory of the process grew; Linux only."""


def saving(path: Path, rounds: int) -> Iterator[Figure]:
    """Yield the time to save one more entry durably, beside an insert of stock TinyDB into the same file."""
    ours_path, stock_path = (path.with_name(f"{name}-{path.name}") for name in ("ours", "stock"))
    for copy in (ours_path, stock_path):
        shutil.copyfile(path, copy)
    logbook = Logbook(ours_path)
    entry = Entry(happened=exactly(logbook.now(), "now"), kind="call_missed", details={"call.rings": 9})
    ours = [_seconds(lambda: logbook.record(entry)) for _ in range(rounds * 3)]
    logbook.close()
    table = TinyDB(stock_path).table("records")
    row = {"seq": 0, "body": entry.fields()}
    stock = [_seconds(lambda: table.insert(row)) for _ in range(rounds)]
    ratio = median(stock) / median(ours)
    yield Figure(
        "save of one entry, 10,000 entries",
        milliseconds(ours),
        f"TinyDB {milliseconds(stock)}",
        ratio,
        100,
        at_least=True,
    )


def opening(path: Path, rounds: int) -> Iterator[Figure]:
    """Yield the time and the memory that opening takes, beside stock TinyDB reading the same records."""
    ours = [_opened(OPEN_OURS, path) for _ in range(rounds)]
    stock = [_opened(OPEN_STOCK, path) for _ in range(rounds)]
    (our_time, stock_time), (our_memory, stock_memory) = (
        tuple([one[at] for one in side] for side in (ours, stock)) for at in (0, 1)
    )
    ratio = median(stock_time) / median(our_time)
    yield Figure(
        "open, 10,000 entries", milliseconds(our_time), f"TinyDB {milliseconds(stock_time)}", ratio, 5, at_least=True
    )
    told, peer = (f"{median(side) / 1024:.0f} MB" for side in (our_memory, stock_memory))
    ratio = median(our_memory) / median(stock_memory)
    yield Figure("memory for that", told, f"TinyDB {peer}", ratio, 0.2)


def warm_up(path: Path) -> None:
    """Run once what is measured as a whole process, so that its modules are compiled."""
    list(commands(path, 1))
    list(opening(path, 1))


def commands(path: Path, rounds: int) -> Iterator[Figure]:
    """Yield the time that `journal list` takes as a whole process, less 100 ms, beside a Python that does nothing."""
    bare = [_seconds(lambda: _run(["-c", "pass"])) for _ in range(rounds * 2)]
    ours = [_seconds(lambda: _run(["-m", "journal", "list", "--file", str(path)])) for _ in range(rounds * 2)]
    ratio = max(median(ours) - 0.1, 0) / median(bare)
    yield Figure(
        "journal list, 100 entries, less 100 ms", milliseconds(ours), f"bare Python {milliseconds(bare)}", ratio, 3
    )


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _run(arguments: Sequence[str]) -> str:
    run = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True)
    return run.stdout


def _opened(program: str, path: Path) -> tuple[float, float]:
    seconds, kilobytes = _run(["-c", program + MEASURE, str(path)]).split()
    return float(seconds), float(kilobytes)

"""How fast the file is, with evidence in it: one more entry, opening, catching up; beside stock TinyDB."""

from __future__ import annotations

import gc
import hashlib
import os
import random
import shutil
import subprocess
import sys
import time
from functools import partial
from statistics import median
from threading import Thread
from typing import TYPE_CHECKING

from tinydb import TinyDB

from journal.domain.entry.entry import Entry
from journal.domain.evidence.exhibit import Exhibit
from journal.domain.time.moment import UNKNOWN, exactly
from journal.logbook import Logbook
from journal.store.file.write_ahead_log import log_path
from journal.ui.opening.arrival import arriving
from tests.benchmarks.table import Figure, in_turn, milliseconds, shortest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

MEGABYTE = 1 << 20
FRAME = 1 / 60
"""Seconds for which the screen may stand still unseen."""
OPEN_OURS = """
import gc
gc.disable()  # as the program does while it opens a journal
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


def with_evidence(path: Path, megabytes: int) -> Path:
    """Make a copy of a journal that holds so much evidence, in pieces of ten megabytes, and return its path."""
    copy = path.with_name(f"{megabytes}-mb-{path.name}")
    shutil.copyfile(path, copy)
    logbook = Logbook(copy)
    for piece in range(megabytes // 10):
        content = random.Random(piece).randbytes(10 * MEGABYTE)  # noqa: S311 - the same in every run
        digest = hashlib.sha256(content).hexdigest()
        sheet = Exhibit(number=0, file_name=f"{piece}.bin", sha256=digest, size=len(content))
        logbook.exhibits.attach([sheet], contents={digest: content})
    logbook.close()
    return copy


def saving(path: Path, some: Path, much: Path, rounds: int) -> Iterator[Figure]:
    """Yield the time to save one more entry in a journal without, with some and with much evidence."""
    stock = path.with_name(f"stock-{some.name}")
    shutil.copyfile(some, stock)
    table = TinyDB(stock).table("records")
    row = {"seq": 0, "body": _call(None).fields()}
    slow = [_seconds(lambda: table.insert(row)) for _ in range(max(2, rounds // 3))]
    stock.unlink()
    none, little, plain, large = _saves(path, some, much, rounds * 6)
    with_some, with_much = milliseconds(little), milliseconds(large)
    ratio = median(slow) / median(little)
    what, peer = "save of one entry, 100 MB of evidence", f"TinyDB {milliseconds(slow)}"
    yield Figure(what, with_some, peer, ratio, 100, at_least=True)
    peer = f"append + fsync {milliseconds(plain)}"
    yield Figure("the same, beside the same bytes appended", with_some, peer, median(little) / median(plain))
    peer, ratio = f"no evidence {milliseconds(none)}", median(large) / median(none)
    yield Figure("save of one entry, 500 MB of evidence", with_much, peer, ratio, 2)


def _saves(path: Path, some: Path, much: Path, rounds: int) -> list[list[float]]:
    """Return the seconds to save: without, with some, by a plain append of the same bytes, with much evidence."""
    copies = [shutil.copyfile(one, one.with_name(f"saving-{one.name}")) for one in (path, some, much)]
    logbooks = [Logbook(copy, quiet=None) for copy in copies]
    none, little, large = (partial(_save, logbook) for logbook in logbooks)
    little()
    size = log_path(copies[1]).stat().st_size
    plain, line = path.with_name("plain.txt").open("ab", buffering=0), b"x" * size

    def append() -> float:
        began = time.perf_counter()
        plain.write(line)
        os.fsync(plain.fileno())
        return time.perf_counter() - began

    taken = in_turn(rounds, none, little, append, large)
    for logbook, copy in zip(logbooks, copies, strict=True):
        logbook.close()
        copy.unlink()
    plain.close()
    return taken


def checkpointing(much: Path, rounds: int) -> Iterator[Figure]:
    """Yield for how long the screen stands still, at most, while the file takes in what was saved."""
    logbook = Logbook(much, quiet=None)
    still, at_rest = [], []
    for _ in range(rounds):
        _save(logbook)
        at_rest.append(_longest_stop(lambda: time.sleep(0.2)))
        still.append(_longest_stop(logbook.checkpoint))
    logbook.close()
    told = f"a frame {FRAME * 1000:.1f} ms; at rest {milliseconds(at_rest)}"
    yield Figure("stop of the screen while catching up, 500 MB", milliseconds(still), told, median(still) / FRAME, 1)


def _longest_stop(work: Callable[[], object]) -> float:
    """Do the work in a thread and return the longest time for which this thread did not get on meanwhile."""
    thread = Thread(target=work)
    longest, last = 0.0, time.perf_counter()
    thread.start()
    while thread.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest


def opening(path: Path, rounds: int) -> Iterator[Figure]:
    """Yield the time and the memory that opening takes, beside stock TinyDB reading the same records."""
    ours, stock = in_turn(rounds, lambda: _opened(OPEN_OURS, path), lambda: _opened(OPEN_STOCK, path))
    (our_time, our_memory), (stock_time, stock_memory) = (
        [list(one) for one in zip(*side, strict=True)] for side in (ours, stock)
    )
    what = "open all of it, 10,000 entries + 100 MB"
    ratio = min(stock_time) / min(our_time)
    yield Figure(what, shortest(our_time), f"TinyDB {shortest(stock_time)}", ratio, 8, at_least=True)
    told, peer = (f"{median(side) / 1024:.0f} MB" for side in (our_memory, stock_memory))
    yield Figure("memory for that", told, f"TinyDB {peer}", median(our_memory) / median(stock_memory), 0.2)


def reading(large: Path, rounds: int) -> Iterator[Figure]:
    """Yield for how long the screen stands still, at most, while a large journal is read and put in order."""
    still, at_rest = [], []
    for _ in range(rounds):
        at_rest.append(_longest_stop(lambda: time.sleep(0.2)))
        if arrival := arriving(large, read_only=True):
            gc.disable()  # as the program does while it opens a journal
            still.append(_longest_stop(arrival.read))
            gc.enable()
            arrival.close()
    told = f"a frame {FRAME * 1000:.1f} ms; at rest {milliseconds(at_rest)}"
    yield Figure("stop of the screen while the large case is read", milliseconds(still), told, median(still) / FRAME, 1)


def warm_up(path: Path) -> None:
    """Run once what is measured as a whole process, so that its modules are compiled."""
    list(commands(path, 1))
    list(opening(path, 1))


def commands(path: Path, rounds: int) -> Iterator[Figure]:
    """Yield the time that `journal list` takes as a whole process, less 100 ms, beside a Python that does nothing."""
    ours, bare = in_turn(
        rounds * 3,
        lambda: _seconds(lambda: _run(["-m", "journal", "list", "--file", str(path)])),
        lambda: _seconds(lambda: _run(["-c", "pass"])),
    )
    ratio = max(min(ours) - 0.1, 0) / min(bare)
    what = "journal list, 100 entries, less 100 ms"
    yield Figure(what, shortest(ours), f"bare Python {shortest(bare)}", ratio, 3)


def _call(when: datetime | None) -> Entry:
    happened = exactly(when, "now") if when else UNKNOWN
    return Entry(happened=happened, kind="call_missed", details={"call.rings": 9})


def _save(logbook: Logbook) -> float:
    entry = _call(logbook.now())
    return _seconds(lambda: logbook.record(entry))


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

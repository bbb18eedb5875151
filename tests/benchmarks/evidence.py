"""How much evidence costs: 500 MB in and out unchanged, beside a plain copy with a digest."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.benchmarks.table import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE = 500_000_000
PIECE = 1 << 20
MEMORY = 100
"""In MB, beyond what the process took before: at most 64 MB of a file are looked into."""

ATTACH = """
import re, sys, time
from pathlib import Path
from journal.evidence.examining import examine
from journal.logbook import Logbook
def most_memory():
    return int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
logbook = Logbook(Path(sys.argv[1]))
before, began = most_memory(), time.perf_counter()
exhibit = examine(Path(sys.argv[2]))
logbook.exhibits.attach([exhibit], whole=True)
print(time.perf_counter() - began, most_memory() - before)
logbook.close()
"""
READ = """
import hashlib, re, sys, time
from pathlib import Path
from journal.logbook import Logbook
def most_memory():
    return int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
logbook = Logbook(Path(sys.argv[1]), read_only=True)
before, began, digest = most_memory(), time.perf_counter(), hashlib.sha256()
logbook.exhibits.read(logbook.exhibits.standing[-1].number, digest.update)
print(time.perf_counter() - began, most_memory() - before, digest.hexdigest())
"""
"""Both write the seconds and the kilobytes by which the greatest memory of the process grew; Linux only."""


def five_hundred_megabytes(small: Path) -> Iterator[Figure]:
    """Yield what it costs to take in 500 MB and to hand them out again."""
    journal, film, copy = (small.with_name(name) for name in ("evidence.json", "film.bin", "copy.bin"))
    shutil.copyfile(small, journal)
    digest = _written(film)
    plain = _plain_copy(film, copy)
    copy.unlink()
    taken_in, memory_in, *_ = _run(ATTACH, journal, film)
    handed_out, memory_out, found = _run(READ, journal)
    film.unlink()
    same = "the same bytes" if found == digest else "OTHER BYTES"
    peer = f"copy + SHA-256 {plain:.1f} s"
    yield Figure(f"500 MB taken in, {same}", f"{float(taken_in):.1f} s", peer, float(taken_in) / plain, 4)
    yield Figure("500 MB handed out", f"{float(handed_out):.1f} s", peer, float(handed_out) / plain, 5)
    most = max(float(memory_in), float(memory_out)) / 1024
    yield Figure("memory for that", f"{most:.0f} MB", f"limit {MEMORY} MB", most / MEMORY, 1)
    journal.unlink()


def _written(path: Path) -> str:
    """Write bytes that cannot be packed, and return their digest."""
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for start in range(0, SIZE, PIECE):
            piece = os.urandom(min(PIECE, SIZE - start))
            digest.update(piece)
            file.write(piece)
        os.fsync(file.fileno())
    return digest.hexdigest()


def _plain_copy(source: Path, target: Path) -> float:
    """Copy a file durably and take its digest, in pieces, and return the seconds."""
    began, digest = time.perf_counter(), hashlib.sha256()
    with source.open("rb") as read, target.open("wb") as write:
        while piece := read.read(PIECE):
            digest.update(piece)
            write.write(piece)
        write.flush()
        os.fsync(write.fileno())
    return time.perf_counter() - began


def _run(program: str, *arguments: Path) -> list[str]:
    run = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)], capture_output=True, text=True, check=True
    )
    return run.stdout.split()

"""The processes that this one has started, as Linux shows them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

PROCESSES = Path("/proc")

shown_by_the_system = pytest.mark.skipif(
    not (PROCESSES / "self" / "stat").exists(), reason="only Linux shows other processes as files"
)
"""Marks a test that looks at other processes."""


def children() -> list[int]:
    """Return the ids of the running processes whose parent is this one."""
    return [int(path.name) for path in PROCESSES.glob("[0-9]*") if _parent(path) == os.getpid()]


def of_process(number: int, name: str) -> bytes:
    """Return what the system shows of a process under a name, or nothing where it has ended."""
    try:
        return (PROCESSES / str(number) / name).read_bytes()
    except OSError:
        return b""


def _parent(process: Path) -> int:
    """Return the parent of a process; 0 where it has ended, or waits to be collected."""
    fields = of_process(int(process.name), "stat").rpartition(b")")[2].split()
    return int(fields[1]) if fields and fields[0] != b"Z" else 0

"""`make bench`: every goal of speed as a ratio against a peer or a limit of the same run; nothing is asserted."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from journal.demo import write_case
from tests.benchmarks import counting, evidence, files, handover, intake, jrnl, keys, pattern, screen
from tests.benchmarks.table import Figure, rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGE, LARGE_IN_HASTE = 100_000, 20_000


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a smaller large case and fewer rounds")
    quick = parser.parse_args().quick
    rounds, entries = (3, LARGE_IN_HASTE) if quick else (7, LARGE)
    with tempfile.TemporaryDirectory(prefix="journal-bench-") as folder:
        _as_installed(Path(folder))
        figures = list(_told(_measured(Path(folder), rounds, entries)))
    told = f"The large case has {entries:,} entries; {rounds} rounds: the least of whole programs, else the middle."
    sys.stdout.write(f"{told}\n\n{rendered(figures)}\n")


def _told(figures: Iterator[Figure]) -> Iterator[Figure]:
    """Tell each figure as soon as it is measured, as all of them take half an hour."""
    for figure in figures:
        sys.stderr.write(f"{figure.what}: {figure.ratio:.3g} {figure.verdict}\n")
        yield figure


def _measured(folder: Path, rounds: int, entries: int) -> Iterator[Figure]:
    hundred, thousand, small, large = (_case(folder, count) for count in (100, 1_000, 10_000, entries))
    sys.stderr.write("measuring ...\n")
    files.warm_up(hundred)
    screen.warm_up(hundred)
    yield from files.commands(hundred, rounds)
    yield from jrnl.beside_jrnl({1_000: thousand, 10_000: small, entries: large}, max(3, rounds // 2))
    some, much = (_with_evidence(small, megabytes) for megabytes in (100, 500))
    yield from files.opening(some, rounds)
    yield from files.saving(small, some, much, rounds)
    yield from files.checkpointing(much, rounds)
    some.unlink()
    much.unlink()
    yield from evidence.five_hundred_megabytes(small)
    yield from intake.reading_exports(folder, rounds)
    yield from handover.handing_over(thousand, 1_000, max(2, rounds // 2))
    if entries == LARGE:
        yield from handover.handing_over(small, 10_000, 2)
    yield from screen.standing(small, large, rounds)
    yield from screen.memory(large)
    yield from files.reading(large, rounds)
    yield from keys.keys(thousand, large, rounds)
    yield from pattern.patterns(thousand, large, rounds)
    yield from counting.counting(thousand, large, rounds)


def _as_installed(folder: Path) -> None:
    """Let every program that is started find its modules compiled, as they are where it is installed."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")


def _case(folder: Path, entries: int) -> Path:
    sys.stderr.write(f"writing a case of {entries:,} entries ...\n")
    path = folder / f"case-{entries}.json"
    write_case(path, entries=entries)
    return path


def _with_evidence(path: Path, megabytes: int) -> Path:
    sys.stderr.write(f"adding {megabytes} MB of evidence ...\n")
    return files.with_evidence(path, megabytes)


if __name__ == "__main__":
    main()

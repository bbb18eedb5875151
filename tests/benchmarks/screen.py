"""How fast the screen stands: first content, first frame of Textual, and everything read, beside an empty app."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from journal.domain.base.task import Task
from journal.logbook import Logbook
from tests.benchmarks.table import Figure, in_turn, spread
from tests.benchmarks.terminal import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Moments = list[tuple[float, float]]
    """For each thing that is waited for: seconds until then, and seconds of the processor."""

EMPTY_APP = """
from textual.app import App
from textual.widgets import Label
class Empty(App):
    def compose(self):
        yield Label("drawn in full")
Empty().run()
"""
STAGES = {
    "first content": ((b"Silent call", b"quick exit"), 0.6),
    "first frame of the screen": ((b"Evidence",), 1.25),
    "everything stands": ((b"acts in all",), 6.0),
}
"""The words that are written then for the first time, and the goal beside the first frame of an empty app."""
ALL_THERE = tuple(word for words, _goal in STAGES.values() for word in words)
"""Words that stand there when all entries are read."""
QUESTIONS_KEY, QUESTIONS = "z", b" questions"
LOCK = ("\N{BOX DRAWINGS LIGHT ARC DOWN AND RIGHT}".encode(), b"quick exit")


def warm_up(path: Path) -> None:
    """Show both programs once, so that their modules are compiled."""
    _moments(["-c", EMPTY_APP], [(b"drawn in full",)])
    _moments(journal(path), [words for words, _goal in STAGES.values()])


def standing(small: Path, large: Path, rounds: int) -> Iterator[Figure]:
    """Yield the time from starting the program to each stage, in turn with an empty app: by the clock and in work.

    Other work on the machine prolongs the clock, and hardly the time of the processor.
    """
    locked = _protected(small)
    stages = [words for words, _goal in STAGES.values()]
    empty, lock, few, many = in_turn(
        rounds,
        lambda: _moments(["-c", EMPTY_APP], [(b"drawn in full",)]),
        lambda: _moments(journal(locked), [LOCK]),
        lambda: _moments(journal(small), stages),
        lambda: _moments(journal(large), stages),
    )
    locked.unlink()
    for size, taken in (("10,000 entries", few), ("the large case", many)):
        for at, (stage, (_words, goal)) in enumerate(STAGES.items()):
            yield from _beside(f"{stage}, {size}", [one[at] for one in taken], [one[0] for one in empty], goal)
    yield from _beside("lock of a protected journal", [one[0] for one in lock], [one[0] for one in empty], 0.6)


def memory(large: Path) -> Iterator[Figure]:
    """Yield the memory that the program holds when a large journal is read, prepared, and questions are listed."""
    ours, empty = _megabytes(journal(large), ALL_THERE), _megabytes(["-c", EMPTY_APP], (b"drawn in full",))
    yield Figure("memory when the large case is read", f"{ours:.0f} MB", f"empty app {empty:.0f} MB", ours / empty, 5)
    with Run(journal(large)) as run:
        run.seconds_until(*ALL_THERE)
        read = run.megabytes()
        run.settle()
        before = run.megabytes()
        run.seconds_to(QUESTIONS_KEY, QUESTIONS)
        run.settle()
        listed = run.megabytes()
    prepared = f"before {read:.0f} MB"
    yield Figure("memory once search and filters are prepared", f"{before:.0f} MB", prepared, before / read, 1.2)
    told = f"before {before:.0f} MB"
    yield Figure("memory while all questions are listed", f"{listed:.0f} MB", told, listed / before, 1.2)


def _megabytes(arguments: Sequence[str], words: tuple[bytes, ...]) -> float:
    with Run(arguments) as run:
        run.seconds_until(*words)
        return run.megabytes()


def _beside(what: str, ours: Moments, empty: Moments, goal: float) -> Iterator[Figure]:
    for at, unit in enumerate(("clock", "processor")):
        taken, peer = ([moment[at] for moment in side] for side in (ours, empty))
        ratio = median(taken) / median(peer)
        yield Figure(f"{what}, {unit}", spread(taken), f"empty app {spread(peer)}", ratio, goal)


def _moments(arguments: Sequence[str], stages: Sequence[tuple[bytes, ...]]) -> Moments:
    with Run(arguments) as run:
        return [(run.seconds_until(*words), run.processor_seconds()) for words in stages]


def journal(path: Path) -> Sequence[str]:
    """Return the installed script as a Python program, as a person starts it."""
    return [str(Path(sys.executable).with_name("journal")), "--file", str(path)]


def _protected(path: Path) -> Path:
    """Make a copy of a journal with a passphrase, and return its path."""
    copy = path.with_name(f"protected-{path.name}")
    shutil.copyfile(path, copy)
    logbook = Logbook(copy)
    logbook.protection.protect("an invented passphrase", Task())
    logbook.close()
    return copy

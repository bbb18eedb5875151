"""How fast the screen stands: the first full frame, and all of a journal read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.table import Figure, in_turn, shortest
from tests.benchmarks.terminal import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    Times = list[tuple[float, float]]

EMPTY_APP = """
from textual.app import App
from textual.widgets import Label
class Empty(App):
    def compose(self):
        yield Label("drawn in full")
Empty().run()
"""
DRAWN = (b"Silent call", b"Evidence", b"leave")
"""Words that stand in the timeline, the side and the footer of the first full frame."""
ALL_THERE = (*DRAWN, b"acts in all")
"""Words that stand there when all entries are read."""


def warm_up(path: Path) -> None:
    """Show both programs once, so that their modules are compiled."""
    list(first_frames(path, path, 1))


def first_frames(small: Path, large: Path, rounds: int) -> Iterator[Figure]:
    """Yield the time from starting the program to its first full frame, beside an empty Textual app.

    The time of the processor is told beside the time that passed: other work on the machine prolongs only this.
    """
    empty, few, many = in_turn(
        rounds,
        lambda: _first_frame(["-c", EMPTY_APP], (b"drawn in full",)),
        lambda: _first_frame(journal(small), DRAWN),
        lambda: _first_frame(journal(large), DRAWN),
    )
    for what, taken, goal in (("10,000 entries", few, 1.25), ("the large case", many, 3.0)):
        yield _beside(f"first full frame, {what}", taken, empty, 0, goal)
        yield _beside("the same in time of the processor", taken, empty, 1, goal)
    for what, path in (("10,000 entries", small), ("the large case", large)):
        taken = [_first_frame(journal(path), ALL_THERE) for _ in range(max(1, rounds // 2))]
        yield _beside(f"all of it read, {what}", taken, empty, 0)


def _beside(what: str, ours: Times, empty: Times, at: int, goal: float | None = None) -> Figure:
    least, peer = ([times[at] for times in side] for side in (ours, empty))
    return Figure(what, shortest(least), f"empty app {shortest(peer)}", min(least) / min(peer), goal)


def journal(path: Path) -> Sequence[str]:
    return ["-m", "journal", "--file", str(path)]


def _first_frame(arguments: Sequence[str], words: tuple[bytes, ...]) -> tuple[float, float]:
    with Run(arguments) as run:
        return run.seconds_until(*words), run.processor_seconds()

"""How fast the screen is: the first full frame, a key to its frame, and the empty screen of a quick exit."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.table import Figure, in_turn, milliseconds, shortest
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
FRAME_LIMIT = 0.050
"""Seconds within which a typed letter of a search has to show."""


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
        lambda: _first_frame(_journal(small), DRAWN),
        lambda: _first_frame(_journal(large), DRAWN),
    )
    for what, taken, goal in (("10,000 entries", few, 1.25), ("the large case", many, 3.0)):
        yield _beside(f"first full frame, {what}", taken, empty, 0, goal)
        yield _beside("the same in time of the processor", taken, empty, 1, goal)
    for what, path in (("10,000 entries", small), ("the large case", large)):
        taken = [_first_frame(_journal(path), ALL_THERE) for _ in range(max(1, rounds // 2))]
        yield _beside(f"all of it read, {what}", taken, empty, 0)


def _beside(what: str, ours: Times, empty: Times, at: int, goal: float | None = None) -> Figure:
    least, peer = ([times[at] for times in side] for side in (ours, empty))
    return Figure(what, shortest(least), f"empty app {shortest(peer)}", min(least) / min(peer), goal)


def keys(thousand: Path, large: Path, presses: int) -> Iterator[Figure]:
    """Yield the time from a key to its frame while scrolling and searching, and to the empty screen of a quick exit."""
    few, many = _scrolling(thousand, large, presses)
    ratio = median(many) / median(few)
    yield Figure(
        "key to frame, scrolling the large case", milliseconds(many), f"1,000: {milliseconds(few)}", ratio, 1.25
    )
    typed = _searching(large, presses)
    limit = f"limit {FRAME_LIMIT * 1000:.0f} ms"
    yield Figure(
        "letter to frame, searching the large case", milliseconds(typed), limit, median(typed) / FRAME_LIMIT, 1.0
    )
    blank = [_leaving(thousand) for _ in range(3)]
    ratio = median(blank) / median(few)
    yield Figure(
        "quick exit while typing, key to blank", milliseconds(blank), f"a frame {milliseconds(few)}", ratio, 2.0
    )


def _journal(path: Path) -> Sequence[str]:
    return ["-m", "journal", "--file", str(path)]


def _first_frame(arguments: Sequence[str], words: tuple[bytes, ...]) -> tuple[float, float]:
    with Run(arguments) as run:
        return run.seconds_until(*words), run.processor_seconds()


def _scrolling(thousand: Path, large: Path, presses: int) -> list[list[float]]:
    keys = [*"jjjjj", "\x1b[6~"] * (presses // 6)
    with Run(_journal(thousand)) as few, Run(_journal(large)) as many:
        for run in (few, many):
            run.seconds_until(*ALL_THERE)
            run.settle()
        taken = [(few.seconds_to_frame(key), many.seconds_to_frame(key)) for key in keys]
    return [list(one) for one in zip(*taken, strict=True)]


def _searching(path: Path, presses: int) -> list[float]:
    with Run(_journal(path)) as run:
        run.seconds_until(*ALL_THERE)
        run.settle()
        run.seconds_to_frame("/")
        # What is typed before all words are folded finds nothing yet; that would not be what is measured.
        run.seconds_to("e", b" found")
        run.settle()
        run.seconds_to_frame("\x7f")
        letters = ("station", "silent", "brief", "niemand zei")
        taken: list[float] = []
        for word in letters[: max(1, presses // 8)]:
            taken += [run.seconds_to_frame(letter) for letter in word]
            for _ in word:
                run.seconds_to_frame("\x7f")
        return taken


def _leaving(path: Path) -> float:
    with Run(_journal(path)) as run:
        run.seconds_until(*ALL_THERE)
        run.settle()
        run.seconds_to_frame("n")
        for letter in "now":
            run.seconds_to_frame(letter)
        return run.seconds_to("\x11", b"\x1b[3J")

"""How fast the screen is: the first full frame, a key to its frame, and the empty screen of a quick exit."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.table import Figure, in_turn, milliseconds
from tests.benchmarks.terminal import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

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
    """Yield the time from starting the program to its first full frame, beside an empty Textual app."""
    empty, few, many = in_turn(
        rounds,
        lambda: _first_frame(["-c", EMPTY_APP], (b"drawn in full",)),
        lambda: _first_frame(_journal(small), DRAWN),
        lambda: _first_frame(_journal(large), DRAWN),
    )
    peer = f"empty app {milliseconds(empty)}"
    for what, taken, goal in (("10,000 entries", few, 1.25), ("the large case", many, 3.0)):
        yield Figure(f"first full frame, {what}", milliseconds(taken), peer, median(taken) / median(empty), goal)
    for what, path in (("10,000 entries", small), ("the large case", large)):
        taken = [_first_frame(_journal(path), ALL_THERE) for _ in range(max(1, rounds // 2))]
        yield Figure(f"all of it read, {what}", milliseconds(taken), peer, median(taken) / median(empty))


def keys(thousand: Path, large: Path, presses: int) -> Iterator[Figure]:
    """Yield the time from a key to its frame while scrolling and searching, and to the empty screen of a quick exit."""
    few, many = (_scrolling(path, presses) for path in (thousand, large))
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


def _first_frame(arguments: Sequence[str], words: tuple[bytes, ...]) -> float:
    with Run(arguments) as run:
        return run.seconds_until(*words)


def _scrolling(path: Path, presses: int) -> list[float]:
    with Run(_journal(path)) as run:
        run.seconds_until(*ALL_THERE)
        run.settle()
        return [run.seconds_to_frame(key) for key in [*"jjjjj", "\x1b[6~"] * (presses // 6)]


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

"""How fast keys are answered: moving, searching, and the empty screen of a quick exit.

Two moments count: when the line under the cursor stands, and when everything does. Beside the clock stands the time of
the processor, which other work on the machine does not prolong.
"""

from __future__ import annotations

from functools import partial
from itertools import chain
from statistics import mean, median
from typing import TYPE_CHECKING

from tests.benchmarks.screen import ALL_THERE, journal
from tests.benchmarks.table import Figure, in_turn, milliseconds, spread
from tests.benchmarks.terminal import FRAME, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.benchmarks.terminal import Press

LIST_APP = """
from textual.app import App
from textual.widgets import OptionList
class Lines(App):
    def compose(self):
        yield OptionList(*(f"line {at} of a plain list" for at in range(1000)))
Lines().run()
"""
CURSOR = "▌".encode()
"""What stands before the line under the cursor of the timeline, and nowhere else while that has the focus."""
DOWN, PAGE_DOWN, HOME, BACKSPACE = "\x1b[B", "\x1b[6~", "\x1b[H", "\x7f"
AT_A_TIME = 5
"""How many keys are pressed one by one before they are held."""
HELD = 1 / 30
"""Seconds between two keys of one that is held."""
TYPED = 0.12
"""Seconds between two letters that are typed."""
WORDS = ("station", "silent", "brief", "niemand zei")


def keys(thousand: Path, large: Path, rounds: int) -> Iterator[Figure]:
    """Yield what keys cost in the large case, beside a case of 1,000 and a plain list of Textual."""
    with Run(["-c", LIST_APP]) as peer, Run(journal(thousand)) as few, Run(journal(large)) as many:
        peer.seconds_until(b"line 20 ")
        for run in (few, many):
            run.seconds_until(*ALL_THERE)
        for run in (peer, few, many):
            run.settle()
        yield from _moving(peer, few, many, rounds)
        yield from _searching(few, many, rounds)
    yield _new_entry(thousand, rounds)
    yield from _leaving(thousand, rounds, FRAME)


def _moving(peer: Run, few: Run, many: Run, rounds: int) -> Iterator[Figure]:
    runs = ((peer, b""), (few, CURSOR), (many, CURSOR))
    for key, name, held in ((DOWN, "one line down", 30), (PAGE_DOWN, "one page down", 10)):
        pressed: list[list[Press]] = []
        costs: list[list[tuple[float, float]]] = []
        for _ in range(rounds):
            pressed += in_turn(AT_A_TIME, *(partial(run.press, key, sign) for run, sign in runs))
            costs += in_turn(1, *(partial(run.press_all, [key] * held, HELD) for run, _sign in runs))
            for run, _sign in runs:
                run.press_all([HOME], HELD)
        plain, small, big = ([*chain(*pressed[at::3])] for at in range(3))
        yield from _until(f"{name}, until the line under the cursor stands", big, plain, limit=FRAME)
        yield _beside(f"{name}, until everything stands", [one.last for one in big], [one.last for one in small])
        yield from _costs(f"{name}, held: processor for each", *([*chain(*costs[at::3])] for at in range(3)))


def _until(what: str, ours: Sequence[Press], plain: Sequence[Press], limit: float) -> Iterator[Figure]:
    first, other = [one.first for one in ours], [one.first for one in plain]
    yield Figure(what, spread(first), f"limit {limit * 1000:.1f} ms", median(first) / limit, 1.0)
    yield Figure("the same beside a plain list", milliseconds(first), spread(other), median(first) / median(other))


def _beside(
    what: str, many: Sequence[float], few: Sequence[float], goal: float | None = None, peer: str = "1,000:"
) -> Figure:
    return Figure(what, spread(many), f"{peer} {spread(few)}", median(many) / median(few), goal)


def _costs(what: str, *costs: Sequence[tuple[float, float]]) -> Iterator[Figure]:
    plain, few, many = ([until for _held, until in one] for one in costs)
    yield _beside(what, many, few, 1.1)
    yield Figure("the same beside a plain list", milliseconds(many), spread(plain), median(many) / median(plain))


def _searching(few: Run, many: Run, rounds: int) -> Iterator[Figure]:
    for run in (few, many):
        run.press("/")
    letters = [letter for word in WORDS[: max(1, rounds // 2)] for letter in (*word, *[BACKSPACE] * len(word))]
    small, big = zip(*((few.press(letter, CURSOR), many.press(letter, CURSOR)) for letter in letters), strict=True)
    first = [one.first for one in big]
    limit = f"limit {2 * FRAME * 1000:.1f} ms"
    yield Figure("letter, until the first hits stand", spread(first), limit, median(first) / (2 * FRAME), 1.0)
    yield _beside("letter, until everything stands", [one.last for one in big], [one.last for one in small])
    yield _beside("letter alone: processor", [one.processor for one in big], [one.processor for one in small])
    typed_small, typed_big = in_turn(rounds, partial(_typed, few), partial(_typed, many))
    for at, what, goal in ((0, "letters typed: processor for each", 1.1), (1, "and all of the found counted", None)):
        yield _beside(what, [one[at] for one in typed_big], [one[at] for one in typed_small], goal)


def _typed(run: Run) -> tuple[float, float]:
    """Type words; return the processor time for each letter, while they are typed and until everything stands."""
    costs: list[tuple[float, float]] = []
    for word in WORDS:
        costs.append(run.press_all([*word], TYPED))
        run.press_all([BACKSPACE] * len(word), HELD)
    return mean(cost for cost, _all in costs), mean(cost for _typed, cost in costs)


def _new_entry(path: Path, rounds: int) -> Figure:
    """Return what the form of a new entry costs the first time, beside the second, in programs that just began."""
    costs: list[tuple[float, float]] = []
    for _ in range(rounds):
        with Run(journal(path)) as run:
            run.seconds_until(*ALL_THERE)
            run.settle()
            first = run.press("n").processor
            run.press("\x1b")
            run.settle()
            costs.append((first, run.press("n").processor))
    once, again = ([cost[at] for cost in costs] for at in range(2))
    return _beside("new entry, first press: processor", once, again, goal=1.5, peer="second press")


def _leaving(path: Path, rounds: int, frame: float) -> Iterator[Figure]:
    blank: list[float] = []
    for _ in range(min(3, rounds)):
        with Run(journal(path)) as run:
            run.seconds_until(*ALL_THERE)
            run.settle()
            for key in "nnow":
                run.press(key)
            blank.append(run.seconds_to("\x11", b"\x1b[3J"))
    limit = f"two frames {2 * frame * 1000:.1f} ms"
    yield Figure("quick exit while typing, until blank", milliseconds(blank), limit, median(blank) / (2 * frame), 1.0)

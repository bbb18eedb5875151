"""What counting costs: the overview beside one pass of `Counter`, and the calendar beside few entries and two frames.

Everything is done in this process, so that the time of the processor is that of the counting alone.
"""

from __future__ import annotations

import gc
from collections import Counter
from contextlib import closing
from datetime import date
from functools import partial
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from journal.domain.overview import axes, delays
from journal.domain.overview.acts_over_time import acts_by_stretch
from journal.domain.overview.month import month_counts, year_counts
from journal.domain.overview.no_contact import day_of, the_no
from journal.domain.overview.whole import acting, overview
from journal.logbook import Logbook
from tests.benchmarks.table import Figure, in_turn, milliseconds
from tests.benchmarks.terminal import FRAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from journal.domain.state.state import State

MONTH = date(2026, 10, 1)


def counting(thousand: Path, large: Path, rounds: int) -> Iterator[Figure]:
    """Yield what overview and calendar cost in the large case."""
    with closing(Logbook(thousand, read_only=True)) as few, closing(Logbook(large, read_only=True)) as many:
        # As the program does once a journal is read.
        gc.collect()
        gc.freeze()
        yield from _overview(many.state, rounds)
        yield from _calendar(few.state, many.state, rounds)
        gc.unfreeze()


def _overview(state: State, rounds: int) -> Iterator[Figure]:
    listed = state.listed()
    no = day_of(the_no(listed, state.steps))
    values = [(one.kind_id, axes.raw_days(one), axes.raw_hour(one), delays.written_day(one)) for one in acting(listed)]
    ours, peer = _costs(rounds, partial(overview, listed, no), partial(Counter[object], values))
    yield _figure("overview of everything", ours, peer, "one pass of Counter", 10.0)


def _calendar(few: State, many: State, rounds: int) -> Iterator[Figure]:
    stretches = acts_by_stretch(many.entries.values())
    opened, month, short, year = _costs(
        rounds,
        partial(acts_by_stretch, many.entries.values()),
        partial(month_counts, stretches, MONTH),
        partial(month_counts, acts_by_stretch(few.entries.values()), MONTH),
        partial(year_counts, stretches, MONTH.year),
    )
    frames = 2 * FRAME
    for what, cost in (("month of the calendar", month), ("year of the calendar", year)):
        yield Figure(what, milliseconds(cost), f"limit {frames * 1000:.1f} ms", median(cost) / frames, 1.0)
    yield _figure("month of the calendar", month, short, "1,000", None)
    yield Figure("acts counted anew, after a change", milliseconds(opened), "", median(opened) / frames)


def _figure(what: str, ours: Sequence[float], peer: Sequence[float], name: str, goal: float | None) -> Figure:
    return Figure(what, milliseconds(ours), f"{name}: {milliseconds(peer)}", median(ours) / median(peer), goal)


def _costs(rounds: int, *acts: Callable[[], object]) -> list[list[float]]:
    """Return the processor time of each of these acts, done in turn, in seconds."""

    def timed(act: Callable[[], object]) -> float:
        begun = process_time()
        act()
        return process_time() - begun

    return in_turn(rounds, *(partial(timed, act) for act in acts))

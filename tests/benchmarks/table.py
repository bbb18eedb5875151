"""The table of figures: what was measured, beside what, and whether the goal is met."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median, quantiles
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Measured = TypeVar("Measured")


@dataclass(frozen=True)
class Figure:
    """One thing that was measured in this run, as a ratio against a peer or a limit of the same run."""

    what: str
    measured: str
    peer: str
    ratio: float
    goal: float | None = None
    """None where the figure only stands beside the others."""
    at_least: bool = False
    """Whether the goal is a least ratio, not a greatest one."""

    @property
    def verdict(self) -> str:
        """Whether the goal is met: `ok` or `over`; nothing where there is none."""
        if self.goal is None:
            return ""
        met = self.ratio >= self.goal if self.at_least else self.ratio <= self.goal
        return "ok" if met else "over"


HEADINGS = ("what", "measured", "peer", "ratio", "goal", "")


def rendered(figures: Iterable[Figure]) -> str:
    """Return the table as text."""
    rows = [HEADINGS, *(_row(figure) for figure in figures)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def milliseconds(seconds: Sequence[float]) -> str:
    """Return the middle of several measurements."""
    return f"{median(seconds) * 1000:.{1 if median(seconds) > 0.01 else 2}f} ms"


def spread(seconds: Sequence[float]) -> str:
    """Return the middle of several measurements, and between what the middle eight of ten lie."""
    low, *_, high = quantiles(seconds, n=10)
    return f"{milliseconds(seconds)} ({low * 1000:.1f} to {high * 1000:.1f})"


def shortest(seconds: Sequence[float]) -> str:
    """Return the least of several measurements: for a whole program the one that other work disturbed least."""
    return milliseconds([min(seconds)])


def in_turn(rounds: int, *acts: Callable[[], Measured]) -> list[list[Measured]]:
    """Do these acts in turn, so often, and return what each returned; so nobody alone meets a busy moment."""
    taken: list[list[Measured]] = [[] for _ in acts]
    for _ in range(rounds):
        for act, results in zip(acts, taken, strict=True):
            results.append(act())
    return taken


def _row(figure: Figure) -> tuple[str, ...]:
    sign = ">=" if figure.at_least else "<="
    goal = "" if figure.goal is None else f"{sign} {_number(figure.goal)}"
    return figure.what, figure.measured, figure.peer, _number(figure.ratio), goal, figure.verdict


def _number(number: float) -> str:
    return f"{number:.2f}" if number < 20 else f"{number:,.0f}"

"""The table of figures: what was measured, beside what, and whether the goal is met."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True)
class Figure:
    """One thing that was measured in this run, as a ratio against a peer or a limit of the same run."""

    what: str
    measured: str
    peer: str
    ratio: float
    goal: float
    at_least: bool = False
    """Whether the goal is a least ratio, not a greatest one."""

    @property
    def met(self) -> bool:
        """Whether the goal is met."""
        return self.ratio >= self.goal if self.at_least else self.ratio <= self.goal


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
    return f"{median(seconds) * 1000:.1f} ms"


def _row(figure: Figure) -> tuple[str, ...]:
    sign = ">=" if figure.at_least else "<="
    ratio, goal = (f"{number:.2f}" if number < 20 else f"{number:.0f}" for number in (figure.ratio, figure.goal))
    return figure.what, figure.measured, figure.peer, ratio, f"{sign} {goal}", "ok" if figure.met else "over"

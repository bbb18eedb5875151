"""Progress and cancellation of long work."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Value = TypeVar("Value")
_AT_A_TIME = 500


class Task:
    """How far long work is, and whether it is to stop; shared by the thread that works and the one that shows it.

    The work says how much there is, advances, and looks now and then whether it is `stopped`: it then raises what says
    so, and leaves everything as it was.
    """

    def __init__(self) -> None:
        self.done = 0
        """In the unit of the work, mostly bytes."""
        self.whole = 0
        """The same for all of the work; 0 until that is known."""
        self.found = 0
        """How many things were found so far, where the work counts any."""
        self._ends = [0]
        self._stopped = False

    @property
    def percent(self) -> int:
        """How much is done, from 0 to 100."""
        return self.done * 100 // self.whole if self.whole else 0

    @property
    def stopped(self) -> bool:
        """Whether the work is to stop."""
        return self._stopped

    def stop(self) -> None:
        """Ask the work to stop."""
        self._stopped = True

    def begin(self, *sizes: int) -> None:
        """Set how much there is to do in each step, of which there is at least one."""
        self.done, self._ends = 0, [*accumulate(sizes)]
        self.whole = self._ends[-1]

    def advance(self, size: int) -> None:
        """Count what was done, at most to the end of the step."""
        self.done = min(self.done + size, self._ends[0])
        self.report()

    def counting(self, values: Iterable[Value]) -> Iterator[Value]:
        """Yield the values, and count them as done, five hundred at a time."""
        for at, value in enumerate(values, start=1):
            yield value
            if at % _AT_A_TIME == 0:
                self.advance(_AT_A_TIME)

    def next_step(self) -> None:
        """Count the rest of a step as done, and go on to the next."""
        self.done = self._ends[0]
        self._ends = self._ends[1:] or self._ends
        self.report()

    def report(self) -> None:
        """Do nothing; called in the thread of the work when `done` has changed, for subclasses that show it."""

"""Bounded prefetch: while one result is waited for, the next ones are worked out, each in a thread of its own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Generic, TypeVar

from journal.logbook.stopping import awaited, begun

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from journal.domain.base.task import Task

Result = TypeVar("Result")

AT_ONCE = 2
"""At most so many works run at the same time, and so many results wait; each may take hundreds of MB."""


class Prefetch(Generic[Result]):
    """The same results as of works done one after the other; fetched from one thread, in their order."""

    def __init__(self, works: Sequence[Callable[[], Result]], at_once: int | None = None) -> None:
        """Begin nothing yet; `at_once` is by default the number of processors, at most `AT_ONCE`."""
        self._works = list(works)
        self._at_once = at_once or min(AT_ONCE, _processors())
        self._begun: dict[int, Future[Result]] = {}
        self._next = 0

    def result(self, at: int, task: Task) -> Result:
        """Return one result, which is not kept; raises what its work raised, or `Stopped` where the task is stopped."""
        for ahead in range(self._next, min(at + self._at_once, len(self._works))):
            self._begun[ahead] = begun(self._works[ahead])
            self._next = ahead + 1
        return awaited(task, self._begun.pop(at))


def _processors() -> int:
    """Return on how many processors this process may run."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

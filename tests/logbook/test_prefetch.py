"""Bounded prefetch: results in order, the next ones begun meanwhile, never more at once than may be."""

from __future__ import annotations

from functools import partial
from threading import Barrier, Event

import pytest

from journal.domain.base.errors import Refused
from journal.domain.base.task import Task
from journal.logbook.prefetch import Prefetch
from journal.logbook.stopping import Stopped

LONG = 60
"""Seconds after which a test that cannot succeed gives up."""


def test_two_works_run_at_the_same_time_and_their_results_come_in_order() -> None:
    meeting = Barrier(2, timeout=LONG)

    def work(number: int) -> int:
        meeting.wait()
        return number

    results = Prefetch([partial(work, number) for number in range(4)], at_once=2)

    assert [results.result(at, Task()) for at in range(4)] == [0, 1, 2, 3]


@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_no_more_works_are_begun_than_may_run_beside_the_one_that_is_waited_for(at_once: int) -> None:
    begun: list[int] = []
    results = Prefetch([partial(begun.append, number) for number in range(7)], at_once=at_once)

    for at in range(7):
        results.result(at, Task())

        assert at in begun
        assert len(begun) <= min(7, at + at_once)


def test_what_one_work_raises_comes_where_its_result_is_fetched() -> None:
    def refuse() -> int:
        raise Refused("The second part could not be drawn.")

    results = Prefetch([lambda: 1, refuse, lambda: 3], at_once=2)

    assert results.result(0, Task()) == 1
    with pytest.raises(Refused, match="second part"):
        results.result(1, Task())


def test_stopping_waits_for_no_work() -> None:
    held, task = Event(), Task()
    results = Prefetch([partial(held.wait, LONG)] * 2, at_once=2)
    task.stop()

    with pytest.raises(Stopped):
        results.result(0, task)

    assert not held.is_set()
    held.set()

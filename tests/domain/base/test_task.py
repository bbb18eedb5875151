"""Progress and cancellation of long work."""

from __future__ import annotations

from journal.domain.base.task import Task
from tests.tasks import Told


def test_it_counts_at_most_to_the_end_of_each_step_and_ends_at_the_whole() -> None:
    told: list[tuple[int, int]] = []
    task = Told(lambda done, whole: told.append((done, whole)))
    task.begin(10, 10, 20)

    task.advance(4)
    task.advance(7)
    task.next_step()
    task.advance(1)
    task.next_step()
    task.next_step()

    assert told == [(4, 40), (10, 40), (10, 40), (11, 40), (20, 40), (40, 40)]
    assert task.percent == 100


def test_nothing_is_done_of_work_that_has_not_begun_or_is_empty() -> None:
    task = Task()
    assert task.percent == 0

    task.begin(0)
    task.advance(5)

    assert (task.done, task.percent) == (0, 0)


def test_it_is_stopped_once_that_was_asked_for() -> None:
    task = Task()
    assert not task.stopped

    task.stop()

    assert task.stopped


def test_values_are_counted_in_portions_while_they_are_gone_through() -> None:
    told: list[int] = []
    task = Told(lambda done, _whole: told.append(done))
    task.begin(1250)

    assert [*task.counting(range(1250))] == [*range(1250)]
    assert told == [500, 1000]

"""Cancellation of a hand-over: while exhibits are read for it, and while something is drawn that cannot be stopped."""

from __future__ import annotations

from concurrent.futures import Future, wait
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from journal.domain.text.words import N_
from journal.evidence.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.domain.base.task import Task
    from journal.handover.selection.selection import Selection

Result = TypeVar("Result")

BETWEEN_QUESTIONS = 0.1
"""Seconds."""


class Stopped(Cancelled):
    """The person stopped the handing over."""

    sentence = N_("Stopped. Nothing was handed over: no file was left behind, and the journal is as it was.")


def require_wanted(task: Task) -> None:
    """Raise `Stopped` where the task is stopped."""
    if task.stopped:
        raise Stopped("")


def abandonable(task: Task, work: Callable[[], Result]) -> Result:
    """Run work that cannot be stopped in a thread of its own; return what it returns, and raise what it raises.

    Where the task is stopped, `Stopped` is raised at once; the work goes on to its end, and its result is dropped.
    """
    return awaited(task, begun(work))


def begun(work: Callable[[], Result]) -> Future[Result]:
    """Start work in a thread of its own, for which nobody waits who leaves the program."""
    answer: Future[Result] = Future()

    def run() -> None:
        try:
            answer.set_result(work())
        except BaseException as error:  # noqa: BLE001 - it is raised again where the work is waited for
            answer.set_exception(error)

    Thread(target=run, name="drawing", daemon=True).start()
    return answer


def awaited(task: Task, answer: Future[Result]) -> Result:
    """Return what begun work returns, and raise what it raises, or `Stopped` at once where the task is stopped."""
    while True:
        require_wanted(task)
        if wait([answer], BETWEEN_QUESTIONS).done:
            return answer.result()


def watched(chosen: Selection, task: Task) -> Selection:
    """Return the same with exhibits that advance the task when they are read, and raise `Stopped` where it is."""

    def read(number: int, write: Callable[[bytes], object]) -> object:
        def take(part: bytes) -> None:
            require_wanted(task)
            task.advance(len(part))
            write(part)

        return chosen.read(number, take)

    return replace(chosen, read=read)

"""Work over all entries, which is done beside the screen where there are many of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from journal.domain.base.errors import JournalError
from journal.domain.base.task import Task
from journal.domain.text.words import N_, _
from journal.ui.dialogs.at_work import AtWork

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

Result = TypeVar("Result")
STOPPED = N_("Stopped. Nothing was changed.")
MANY = 3_000
"""From so many entries on, the work is done beside the screen, which says so."""


class ReadingStopped(JournalError):
    """Raised in work that only reads, where the person stopped it."""


class StoppableTask(Task):
    """Task of work that only reads and may be left at any time."""

    def report(self) -> None:
        """Raise ReadingStopped where it is stopped."""
        if self.stopped:
            raise ReadingStopped(_(STOPPED))


async def beside_if_many(
    app: App[Any], entries: int, words: str, work: Callable[[Task], Result], *, only_reads: bool = False
) -> Result:
    """Return what work over so many entries returns; to be awaited in a worker, raises the JournalError of the work.

    Where it only reads, escape stops it as soon as it advances its task, which raises ReadingStopped.
    """
    if entries < MANY:
        return work(Task())
    task = StoppableTask() if only_reads else Task()
    answer = await app.push_screen_wait(AtWork(words, work, stoppable=only_reads, task=task))
    if isinstance(answer, JournalError):
        raise answer
    return answer

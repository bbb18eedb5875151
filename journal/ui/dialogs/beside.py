"""Work over all entries, which is done beside the screen where there are many of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from journal.domain.base.errors import JournalError
from journal.domain.base.task import Task
from journal.ui.dialogs.at_work import AtWork

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

Result = TypeVar("Result")
MANY = 3_000
"""From so many entries on, the work is done beside the screen, which says so."""


async def beside_if_many(app: App[Any], entries: int, words: str, work: Callable[[Task], Result]) -> Result:
    """Return what work over so many entries returns; to be awaited in a worker, raises the JournalError of the work."""
    if entries < MANY:
        return work(Task())
    answer = await app.push_screen_wait(AtWork(words, work))
    if isinstance(answer, JournalError):
        raise answer
    return answer

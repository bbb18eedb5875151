"""A task that tells how far it is, and is stopped as soon as something says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.base.task import Task

if TYPE_CHECKING:
    from collections.abc import Callable


class Told(Task):
    """Calls `tell` with what is done and the whole, and asks `until` whether it is stopped."""

    def __init__(
        self,
        tell: Callable[[int, int], object] = lambda _done, _whole: None,
        until: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self._tell, self._until = tell, until

    @property
    def stopped(self) -> bool:
        return self._until()

    def report(self) -> None:
        self._tell(self.done, self.whole)

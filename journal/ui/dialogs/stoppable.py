"""Slow work that can be stopped with escape, and then has changed nothing."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, ClassVar, TypeVar

from journal.domain.text.words import N_
from journal.ui.dialogs.at_work import AtWork
from journal.ui.dialogs.commands import StopWork
from journal.ui.frame.command import bindings

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from journal.domain.base.progress import Progress

Result = TypeVar("Result")


class Stoppable(AtWork[Result]):
    """Does slow work in a thread, as `AtWork`; the work asks now and then whether it is to stop."""

    HELP = N_("Something is being done that takes its time. It closes by itself; escape stops it.")
    BINDINGS: ClassVar[list[BindingType]] = bindings(StopWork)

    def __init__(self, words: str, work: Callable[[Progress, Callable[[], bool]], Result]) -> None:
        """Say what is done; the work gets what it tells its progress to, and what says whether it is to stop."""
        self._stopped = Event()
        super().__init__(words, lambda progress: work(progress, self._stopped.is_set))

    def action_stop_work(self) -> None:
        """Ask the work to stop; the answer comes when it has."""
        self._stopped.set()

    def on_unmount(self) -> None:
        """Let the work stop where the program is left meanwhile."""
        self._stopped.set()

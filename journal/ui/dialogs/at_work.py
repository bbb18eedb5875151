"""What is shown while something takes its time: what is done, how far it is, and the key that stops it."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.containers import VerticalGroup
from textual.screen import ModalScreen
from textual.widgets import Static

from journal.domain.base.errors import JournalError
from journal.domain.base.task import Task
from journal.domain.text.words import N_
from journal.ui.dialogs.commands import StopWork
from journal.ui.dialogs.progress_words import progress_in_words, seconds_left
from journal.ui.frame.background import aside
from journal.ui.frame.command import bindings
from journal.ui.frame.key_footer import KeyFooter
from journal.ui.frame.text import own

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult


Result = TypeVar("Result")

SECONDS_BETWEEN_LOOKS = 0.5
STOPPABLE = N_("Please wait. This may take a while. Press Esc to stop.")


class AtWork(ModalScreen["Result | JournalError"], Generic[Result]):
    """Does slow work in a thread; answers what it returns or the JournalError that it raises.

    While something covers it, the answer waits, so that nothing is shown over a lock. Work that is `stoppable` is
    stopped by escape, and where the program is left meanwhile.
    """

    HELP = N_("Please wait. This may take a while. Keep this window open.")
    BINDINGS = bindings(StopWork)
    DEFAULT_CSS = """
    AtWork { align: center middle; }
    AtWork VerticalGroup { width: 72; max-width: 100%; padding: 0 2; background: $surface; border: round $border; }
    AtWork Static { height: auto; }
    AtWork KeyFooter { dock: bottom; }
    """

    def __init__(
        self, words: str, work: Callable[[Task], Result], *, stoppable: bool = False, task: Task | None = None
    ) -> None:
        """Say what is done; the work gets the task that it may advance, and asks whether to stop where it can."""
        super().__init__()
        self._words, self._work, self._stoppable = words, work, stoppable
        if stoppable:
            self.HELP = STOPPABLE  # type: ignore[misc] # shown for this one alone
        self._progress = task or Task()
        self._answer: Result | JournalError | None = None
        self._over = False
        self._began = monotonic()

    def compose(self) -> ComposeResult:
        """Make the box and the key that leaves."""
        with VerticalGroup():
            yield Static(own(self._words))
            yield Static(id="so_far")
        yield KeyFooter()

    def on_mount(self) -> None:
        """Begin."""
        self.set_interval(SECONDS_BETWEEN_LOOKS, self._show)
        self.run_worker(self._do(), group="work")

    def on_screen_resume(self) -> None:
        """Answer, where that had to wait."""
        self._leave()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer to stop only what can be stopped."""
        return self._stoppable or action != StopWork.id

    def action_stop_work(self) -> None:
        """Ask the work to stop; the answer comes when it has."""
        self._progress.stop()

    def on_unmount(self) -> None:
        """Let the work stop where the program is left meanwhile."""
        if self._stoppable:
            self._progress.stop()

    async def _do(self) -> None:
        try:
            self._answer = await aside(partial(self._work, self._progress))
        except JournalError as why:
            self._answer = why
        self._over = True
        self._leave()

    def _show(self) -> None:
        task = self._progress
        if task.whole:
            left = seconds_left(task.done, task.whole, monotonic() - self._began)
            self.query_one("#so_far", Static).update(own(progress_in_words(task.percent, task.found, left)))

    def _leave(self) -> None:
        if self._over and self.app.screen is self:
            self._over = False
            self.dismiss(self._answer)

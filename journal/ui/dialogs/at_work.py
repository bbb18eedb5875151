"""What is shown while something takes its time: what is done, how far it is, and nothing to press."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.containers import VerticalGroup
from textual.screen import ModalScreen
from textual.widgets import Static

from journal.domain.base.errors import JournalError
from journal.domain.text.words import N_, _
from journal.ui.frame.background import aside
from journal.ui.frame.key_footer import KeyFooter
from journal.ui.frame.text import own

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from journal.domain.base.progress import Progress

Result = TypeVar("Result")

SECONDS_BETWEEN_LOOKS = 0.5
SO_FAR = N_("{percent} % done")


class AtWork(ModalScreen["Result | JournalError"], Generic[Result]):
    """Does slow work in a thread; answers what it returns or the JournalError that it raises.

    While something covers it, the answer waits, so that nothing is shown over a lock.
    """

    HELP = N_("Something is being done that takes its time. This closes by itself; please leave the window open.")
    DEFAULT_CSS = """
    AtWork { align: center middle; }
    AtWork VerticalGroup { width: 72; max-width: 100%; padding: 0 2; background: $surface; border: round $border; }
    AtWork Static { height: auto; }
    AtWork KeyFooter { dock: bottom; }
    """

    def __init__(self, words: str, work: Callable[[Progress], Result]) -> None:
        """Say what is done; the work gets a function that it may tell, in its thread, the bytes done and all."""
        super().__init__()
        self._words, self._work = words, work
        self._done, self._whole = 0, 0
        self._answer: Result | JournalError | None = None
        self._over = False

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

    async def _do(self) -> None:
        try:
            self._answer = await aside(partial(self._work, self._tell))
        except JournalError as why:
            self._answer = why
        self._over = True
        self._leave()

    def _tell(self, done: int, whole: int) -> None:
        self._done, self._whole = done, whole

    def _show(self) -> None:
        if self._whole:
            percent = min(100, self._done * 100 // self._whole)
            self.query_one("#so_far", Static).update(own(_(SO_FAR).format(percent=percent)))

    def _leave(self) -> None:
        if self._over and self.app.screen is self:
            self._over = False
            self.dismiss(self._answer)

"""What stands before the journal: the first start, or the passphrase; and the cover that asks for it again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.base.errors import JournalError
from journal.domain.text.words import spoken
from journal.logbook import Logbook
from journal.ui.safety.doorkeeper import Doorkeeper
from journal.ui.safety.first_start import FirstChoice, FirstStart
from journal.ui.safety.protecting import new_way_in
from journal.ui.safety.quiet_app import QuietApp
from journal.ui.safety.unlock import UnlockScreen

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.base.clock import Clock
    from journal.domain.base.task import Task


class Door(QuietApp[Logbook]):
    """Opens the journal at a path, or begins it; ends with the opened journal, or with nothing where it was left."""

    def __init__(self, path: Path, *, clock: Clock, read_only: bool = False) -> None:
        """Stand before the journal at this path, which is protected or does not exist yet."""
        super().__init__()
        self._path, self._clock, self._read_only = path, clock, read_only
        self._language = spoken().language
        self._begun: Logbook | None = None
        self.trouble: JournalError | None = None
        """Why nothing could be opened, where that is so."""

    def on_mount(self) -> None:
        """Ask for the passphrase; where there is no journal yet, how to begin one."""
        self.watch_for_the_end()
        if self._path.exists():
            keeper = Doorkeeper(self._path, self._clock)
            self.push_screen(UnlockScreen(partial(self._open, keeper), keeper.waiting), self.exit)
        else:
            self.run_worker(self._welcome())

    def make_safe(self) -> None:
        """Let go of a journal that was begun."""
        if self._begun:
            self._begun.close()

    def _open(self, keeper: Doorkeeper, typed: str) -> Logbook:
        logbook = Logbook(self._path, clock=self._clock, read_only=self._read_only, key=keeper.attempt(typed))
        logbook.state.listed()  # here in the thread, so that the screen need not wait for the order
        return logbook

    async def _welcome(self) -> None:
        """Ask how to begin the journal, until it is begun, cannot be, or the person leaves."""
        begun = False
        try:
            while not begun and (choice := await self.push_screen_wait(FirstStart(self._path.parent))):
                if choice is FirstChoice.PROTECT:
                    begun = await new_way_in(self, self._begin_protected)
                else:
                    self._begun, begun = Logbook(self._path, clock=self._clock), True
            if self._begun and spoken().language != self._language:
                self._begun.choose(replace(self._begun.settings, language=spoken().language))
        except JournalError as trouble:
            self.make_safe()
            self.trouble = trouble
        self.exit(self._begun if begun else None)

    def _begin_protected(self, passphrase: str, task: Task) -> str:
        self._begun = Logbook(self._path, clock=self._clock)
        return self._begun.protection.protect(passphrase, task)

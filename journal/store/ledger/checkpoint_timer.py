"""Timer that starts a checkpoint in a background thread once nothing was saved for a while."""

from __future__ import annotations

import time
from threading import Condition, Thread
from typing import TYPE_CHECKING

from journal.store.ledger.checkpoint import JournalFileChanged

if TYPE_CHECKING:
    from collections.abc import Callable

QUIET = 2.0
"""Idle time in seconds before a checkpoint."""


class CheckpointTimer:
    """Debounced background task; its thread lives only while work is due."""

    def __init__(self, work: Callable[[], None], quiet: float | None = QUIET) -> None:
        """Run the callback `work`, which may raise OSError or JournalFileChanged, after so many seconds without a save.

        With 0 it runs at once, in the thread that saved; with None only when `Ledger.checkpoint` is called.
        """
        self.trouble: OSError | JournalFileChanged | None = None
        """The error of the last checkpoint; None where it succeeded."""
        self._work, self._quiet = work, quiet
        self._changed = Condition()
        self._due = 0.0
        self._thread: Thread | None = None

    def restart(self) -> None:
        """Start the timer, or start it anew; returns at once."""
        if self._quiet is None:
            return
        if not self._quiet:
            self._do()
            return
        with self._changed:
            self._due = time.monotonic() + self._quiet
            if self._thread is None:
                self._thread = Thread(target=self._run, name="checkpoint", daemon=True)
                self._thread.start()

    def stop(self) -> None:
        """Cancel the timer; a checkpoint that is being written is finished first."""
        with self._changed:
            self._due = 0.0
            self._changed.notify_all()
            thread = self._thread
        if thread:
            thread.join()

    def _run(self) -> None:
        while self._quiet_has_come():
            self._do()

    def _quiet_has_come(self) -> bool:
        """Wait until the work is due; False, and the thread ends, where the timer was cancelled."""
        with self._changed:
            while self._due and (left := self._due - time.monotonic()) > 0:
                self._changed.wait(left)
            wanted, self._due = bool(self._due), 0.0
            if not wanted:
                self._thread = None
            return wanted

    def _do(self) -> None:
        try:
            self._work()
        except (OSError, JournalFileChanged) as trouble:
            self.trouble = trouble
        else:
            self.trouble = None

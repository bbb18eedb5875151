"""Letting the file catch up with the tail once nothing was saved for a while, without holding anybody up."""

from __future__ import annotations

import time
from threading import Condition, Thread
from typing import TYPE_CHECKING

from journal.store.ledger.checkpoint import FileChanged

if TYPE_CHECKING:
    from collections.abc import Callable

QUIET = 2.0
"""After how many seconds without a save the file catches up."""


class CheckpointTimer:
    """Does the work in a thread of its own, which lives only while there is some."""

    def __init__(self, work: Callable[[], None], quiet: float | None = QUIET) -> None:
        """Do this work, which may raise OSError or FileChanged, after so many seconds of quiet.

        With 0 it is done at once, in the thread that saved; with None only when `Ledger.checkpoint` is called.
        """
        self.trouble: OSError | FileChanged | None = None
        """Why the file could not catch up the last time; None where it could."""
        self._work, self._quiet = work, quiet
        self._changed = Condition()
        self._due = 0.0
        self._thread: Thread | None = None

    def restart(self) -> None:
        """Begin to wait for quiet, or begin anew; returns at once."""
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
        """Wait no longer; a generation that is being written is finished first."""
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
        """Wait until the work is due; False, and the thread ends, where none is wanted any more."""
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
        except (OSError, FileChanged) as trouble:
            self.trouble = trouble
        else:
            self.trouble = None

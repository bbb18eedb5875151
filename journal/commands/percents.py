"""Progress of long work on standard error, where that is a terminal."""

from __future__ import annotations

import sys

from journal.domain.base.task import Task
from journal.domain.text.words import _


class Percents(Task):
    """A task whose progress is shown in one line of the terminal; each figure once."""

    _told = -1

    def report(self) -> None:
        """Show how much is done, and end the line once that is all."""
        if self.percent == self._told or not sys.stderr.isatty():
            return
        self._told = self.percent
        end = "\n" if self.percent == 100 else ""
        sys.stderr.write("\r" + _("{part} done").format(part=f"{self.percent} %") + end)
        sys.stderr.flush()

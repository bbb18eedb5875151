"""Progress of long work in plain mode: a line every few seconds, so that silence does not sound like a fault."""

from __future__ import annotations

from time import monotonic

from journal.commands.output import tell
from journal.domain.base.task import Task
from journal.domain.text.words import _

EVERY = 5
"""Seconds between two lines."""


class PlainProgress(Task):
    """A task whose progress is told in lines; work that is done soon tells nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._told_at = monotonic()

    def report(self) -> None:
        """Tell how much is done, where the last line is some seconds old."""
        if monotonic() - self._told_at >= EVERY:
            self._told_at = monotonic()
            tell(_("{part} done").format(part=f"{self.percent} %"))

"""Reading of exports one after the other, with the progress of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.evidence.digest import fingerprint
from journal.evidence.errors import Cancelled
from journal.intake.model.found import Found, Problem, Trouble
from journal.logbook.intake_results import Export

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from journal.domain.base.task import Task
    from journal.evidence.digest import Fingerprint
    from journal.intake.model.columns import Columns, Header
    from journal.intake.model.day_order import DayOrder
    from journal.intake.recognition.readers import Recognised
    from journal.intake.triage.triage import TriageItem

_EVERY = 1_000
"""Items after which a task is advanced and may be stopped."""


class ReadingOfExports:
    """Exports while they are read one after the other, with the progress of all of them in bytes."""

    def __init__(self, task: Task, size: int) -> None:
        """Begin with exports of this size together."""
        self.exports: list[Export] = []
        self.items: list[TriageItem] = []
        self._task, self._before = task, 0
        self._prints: dict[Path, Fingerprint] = {}
        task.begin(size or 1)

    def read(
        self, one: Recognised, order: DayOrder | None, columns: Mapping[Header, Columns] | None
    ) -> Iterator[Found]:
        """Add an export and yield what is found in it; raises as `Intake.read`."""
        path = one.source.path
        if path not in self._prints:
            self._prints[path] = fingerprint(path)
        export = Export(one, self._prints[path].sha256, self._prints[path].size)
        self.exports.append(export)
        self._report(one, 0)
        for found in one.items(order, columns):
            if not isinstance(found, Found):
                export.troubles.append(found)
                continue
            export.count += 1
            yield found
            if export.count % _EVERY == 0:
                self._report(one, found.place.start)
        self._before += one.source.size

    def give_up(self) -> bool:
        """Drop the last export where nothing was found in it, and return whether it was; else its end is missing."""
        if not self.exports[-1].count:
            del self.exports[-1]
            return True
        self.exports[-1].troubles.append(Trouble(Problem.END_MISSING))
        return False

    def _report(self, one: Recognised, start: int) -> None:
        self._task.found = len(self.items)
        self._task.done = min(self._task.whole, self._before + start)
        self._task.report()
        if self._task.stopped:
            raise Cancelled(one.source.name)

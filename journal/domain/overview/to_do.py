"""Open checklist items over the whole case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.evidence.checklist import ChecklistLine, ItemState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal.domain.entry.history import History


@dataclass(frozen=True)
class ToDo:
    """Open checklist lines of one entry."""

    history: History
    lines: tuple[ChecklistLine, ...]


def to_do(histories: Iterable[History]) -> Iterator[ToDo]:
    """Yield the entries with open checklist items, in the order given; withdrawn ones are left out."""
    for history in histories:
        if not history.withdrawn:
            lines = tuple(line for line in history.checklist if line.mark.state is ItemState.TO_DO)
            if lines:
                yield ToDo(history, lines)

"""What is still to do for the evidence, over the whole case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.checklist import ItemState, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal.domain.history import History


@dataclass(frozen=True)
class ToDo:
    """One item that is to do, and the entry to which it belongs."""

    history: History
    line: Line


def to_do(histories: Iterable[History]) -> Iterator[ToDo]:
    """Yield every item that is to do, entry by entry in the order given; withdrawn entries have none."""
    for history in histories:
        if not history.withdrawn:
            for line in history.checklist:
                if line.mark.state is ItemState.TO_DO:
                    yield ToDo(history, line)

"""Open checklist items over the whole case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journal.domain.entry.history import History
    from journal.domain.kinds.catalogue import Item


@dataclass(frozen=True)
class ToDo:
    """Open checklist items of one entry."""

    history: History
    items: Sequence[Item]


def to_do(histories: Iterable[History]) -> Iterator[ToDo]:
    """Yield the entries with open checklist items, in the order given; withdrawn ones are left out."""
    for history in histories:
        if not history.withdrawn and (items := history.to_do):
            yield ToDo(history, items)

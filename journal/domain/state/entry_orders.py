"""Orders of the entries by time, kept as entries come and their times change."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journal.domain.entry.history import History

_WHEN, _DAY_AND_WHEN = attrgetter("when"), attrgetter("listed_on", "when")


class EntryOrders:
    """Two orders of the entries of one journal; each is made when it is first asked for."""

    def __init__(self, entries: Mapping[int, History]) -> None:
        """Order these entries, which may still grow."""
        self._entries = entries
        self._chronological: list[History] | None = None
        self._listed: list[History] | None = None

    def put(self, history: History, *, known: bool = False) -> None:
        """Put an entry where it belongs; `known` is one whose time was changed."""
        if self._chronological is None:
            return
        for order, key in ((self._chronological, _WHEN), (self._listed, _DAY_AND_WHEN)):
            if order is not None:
                if known:
                    order.remove(history)
                insort(order, history, key=key)

    def chronological(self) -> list[History]:
        """Return them by instant, oldest first."""
        if self._chronological is None:
            self._chronological = _by_instant(self._entries.values())
        return list(self._chronological)

    def listed(self) -> list[History]:
        """Return them by local day, then by instant."""
        if self._listed is None:
            days = defaultdict(list)
            for one in self.chronological():
                days[one.listed_on].append(one)
            self._listed = [one for day in sorted(days) for one in days.pop(day)]
        return list(self._listed)


def _by_instant(histories: Iterable[History]) -> list[History]:
    """Sort entries by `History.when`, and let go of the keys, day by day: at once, both would hold up other threads."""
    days = defaultdict(list)
    for one in histories:
        when = one.when
        days[when[0].date()].append((when, one))
    return [one for day in sorted(days) for _when, one in sorted(days.pop(day))]

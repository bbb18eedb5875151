"""Selects the entries that match a filter, again and again, as a state grows and changes."""

from __future__ import annotations

from itertools import compress
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from journal.domain.filters.columns import EntryColumns
from journal.domain.filters.matching import Matcher
from journal.domain.filters.values import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal.domain.entry.history import History
    from journal.domain.filters.matching import CaseFacts
    from journal.domain.filters.values import AnyFilter


class Selector:
    """Selects among the entries of one journal; what a filter asks of them is kept for the next one."""

    def __init__(self) -> None:
        self._columns = EntryColumns()
        self._among: Sequence[History] = ()
        self._in_order: itemgetter[Any] | None = None
        """Puts what stands by row in the order of those."""

    def select(
        self,
        wanted: AnyFilter,
        entries: Mapping[int, History],
        among: Sequence[History],
        case: CaseFacts,
        *,
        as_of: int = -1,
    ) -> list[History]:
        """Return those of some entries of a state that match, in their order; raises as `History.records`.

        With `as_of`, the number of the last record, nothing is looked at for changes since the same one, and the same
        object of entries is taken to hold the same ones.
        Only the first filter that asks for place, target, number, threat or source decodes every record.
        """
        if wanted == EVERYTHING:
            return list(among)
        self._columns.take(entries, as_of)
        matching = Matcher(self._columns, case).matching(wanted)
        if among is not self._among or as_of < 0:
            rows = self._columns.rows_of(among)
            # Of a single row it would return no sequence; what is one too many is passed over.
            self._among, self._in_order = among, itemgetter(*rows, rows[0]) if rows else None
        return list(compress(among, self._in_order(matching))) if self._in_order else []

    def prepare(self, entries: Mapping[int, History], as_of: int, *, reading: bool = True) -> bool:
        """Prepare for filters what a few milliseconds allow; return whether nothing is left to be done.

        Without `reading`, only for those that need not read every record.
        """
        self._columns.take(entries, as_of)
        return self._columns.fill_some(reading=reading)

"""Selects the entries of a whole state that match a filter; decodes the records of every entry once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.filters.columns import EntryColumns
from journal.domain.filters.matching import Matcher
from journal.domain.filters.values import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.entry.history import History
    from journal.domain.filters.matching import CaseFacts
    from journal.domain.filters.values import AnyFilter


def select(wanted: AnyFilter, histories: Sequence[History], case: CaseFacts) -> list[History]:
    """Return those of these entries that match, in their order; raises as `History.records`."""
    if wanted == EVERYTHING:
        return list(histories)
    columns = EntryColumns()
    for history in histories:
        columns.put(history, [record.fields() for record in history.records])
    return Matcher(wanted, columns, case).matching(histories)

"""What stands below an entry: its exhibits, and what the case has to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.exhibit import exhibits_of_entry
from journal.domain.order import Order
from journal.domain.report import Report
from journal.ui.evidence_flows import exhibit_lines
from journal.ui.widgets.entry_view import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from journal.domain.exhibit import Target
    from journal.domain.history import History
    from journal.domain.state import State
    from journal.ui.widgets.page import Block


def below_entry(history: History | None, links: Mapping[int, Collection[Target]], state: State) -> Iterator[Block]:
    """Yield what belongs to an entry: its exhibits, the reports that cover it, and the orders that held then."""
    if history is None:
        return
    numbers = exhibits_of_entry(history.number, links)
    yield from listed(zip(numbers, exhibit_lines(numbers, state), strict=True))
    if state.of(Report).now or state.of(Order).now:
        from journal.ui.belonging_words import blocks_around

        yield from blocks_around(history, state)

"""What stands below an entry: its exhibits, and what the case has to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.case_event import CaseEvent
from journal.domain.case.order import Order
from journal.domain.case.report import Report
from journal.domain.evidence.exhibit import exhibits_of_entry
from journal.domain.state.relations import EntityType, Ref
from journal.domain.text.words import _
from journal.ui.entry.relation_words import blocks_around
from journal.ui.evidence.exhibit_words import lines_of
from journal.ui.frame.masking import covering
from journal.ui.frame.page import PageHeading, PageText
from journal.ui.frame.text import literal, own

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from journal.domain.entry.history import History
    from journal.domain.evidence.exhibit import Target
    from journal.domain.state.state import State
    from journal.ui.frame.page import PageBlock


def found_in_files(excerpts: Sequence[tuple[int, str]]) -> Iterator[PageBlock]:
    """Yield where a search found its words in files of exhibits: the number of each, and the words around them."""
    if excerpts:
        yield None
        yield PageHeading(_("Found in attached files"))
    for number, words in excerpts:
        exhibit = _("exhibit {number}").format(number=number)
        said = own(exhibit + ": " + _("found in it, covered")) if covering() else literal(f"{exhibit}: …{words}…")
        yield PageText(said, indent=2, leads=Ref(EntityType.EXHIBIT, number))


def below_entry(history: History | None, links: Mapping[int, Collection[Target]], state: State) -> Iterator[PageBlock]:
    """Yield what belongs to an entry: its exhibits, its events, the reports that cover it, the orders that held."""
    if history is None:
        return
    numbers = exhibits_of_entry(history.number, links)
    if numbers:
        yield None
        yield PageHeading(_("Exhibits"))
        for number, line in zip(numbers, lines_of(numbers, state), strict=True):
            yield PageText(line, indent=2, leads=Ref(EntityType.EXHIBIT, number))
    if any(state.of(sort).now for sort in (Report, Order, CaseEvent)):
        yield from blocks_around(history, state)

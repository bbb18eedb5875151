"""Choosing which entries to see: conditions picked from a list, and the entries that meet them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from journal.domain import kinds
from journal.domain.filters.describing import describe
from journal.domain.filters.matching import case_facts
from journal.domain.filters.selecting import select
from journal.domain.filters.values import (
    AnyFilter,
    CameBy,
    EntrySource,
    Has,
    InPeriod,
    NamesPerson,
    OfGroup,
    OfKind,
    Trait,
    all_of,
    one_of,
)
from journal.domain.overview.no_contact import day_of, the_no
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _, spoken
from journal.ui.frame.command import bindings
from journal.ui.frame.country import country_for
from journal.ui.lists.commands import PickLine
from journal.ui.lists.find_screen import Line
from journal.ui.lists.line_list import Row
from journal.ui.lists.pick_screen import PickScreen
from journal.ui.overview.beside import beside_if_many
from journal.ui.overview.commands import ShowFiltered
from journal.ui.overview.entries_behind import EntriesBehind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journal.domain.entry.history import History
    from journal.logbook import Logbook

NOTHING = N_("There is no entry to choose from yet. Write the first one with n on the main screen.")
LOOKING = N_("Looking for the entries")


def conditions(logbook: Logbook) -> Iterator[AnyFilter]:
    """Yield the conditions that can be picked: properties and their opposites, years, kinds, groups, people, source."""
    state = logbook.state
    used = {one.kind_id for one in state.entries.values()}
    for trait in Trait if used else ():
        yield Has(trait)
        yield ~Has(trait)
    days = (one.happened.first_day for one in state.entries.values())
    for year in sorted({day.year for day in days if day}, reverse=True):
        yield InPeriod(f"{year:04}-01-01", f"{year:04}-12-31")
    known = [kinds.kind(one) for one in used]
    yield from (OfKind(one.id) for one in kinds.KINDS if one in known)
    yield from (OfGroup(group) for group in dict.fromkeys(one.group for one in kinds.KINDS if one in known))
    yield from (NamesPerson(one.number) for one in state.people.values() if not one.withdrawn)
    if used:
        yield from map(CameBy, EntrySource)


def together(picked: Iterable[AnyFilter]) -> AnyFilter:
    """Combine conditions as somebody means who picks them: any of two kinds or years, but each of two properties."""

    def sort_of(one: AnyFilter) -> str:
        return type(one).__name__

    alternatives = (OfKind, OfGroup, NamesPerson, InPeriod, CameBy)
    by_sort = groupby(sorted(picked, key=sort_of), key=sort_of)
    parts = [[*some] for _sort, some in by_sort]
    return all_of(one_of(some) if isinstance(some[0], alternatives) else all_of(some) for some in parts)


class FilterScreen(PickScreen[AnyFilter]):
    """The conditions; F2 lists the entries that meet those picked."""

    HELP = N_(
        "Choose which entries to see. Letters leave only the conditions that hold all typed words. Enter lists the "
        "entries for one condition; F4 picks several and F2 lists the entries for them: any of the picked kinds, "
        "years, people or sources, and all of the other conditions. Nothing is changed by it."
    )
    BINDINGS = bindings(ShowFiltered, PickLine)

    def __init__(self, logbook: Logbook) -> None:
        """Offer the conditions that make sense for this journal."""
        super().__init__(_("Filter"), self._offered, nothing=_(NOTHING), go=self._go_to)
        self._logbook = logbook

    def _offered(self) -> Iterator[Line[AnyFilter]]:
        for one in conditions(self._logbook):
            yield Line(one, Row([(self._told(one), "")]))

    def _told(self, wanted: AnyFilter) -> str:
        told = harmless(describe(wanted, spoken(), self._logbook.state.people))
        return told[:1].upper() + told[1:]

    def _go_to(self, one: AnyFilter) -> None:
        self.run_worker(self._show(one), group="flow")

    async def action_show_filtered(self) -> None:
        """List the entries that meet the picked conditions, or the highlighted one."""
        if picked := self.picked or (frozenset({self.at.answer}) if self.at else frozenset()):
            await self.run_flow(self._show(together(picked)))

    async def _show(self, wanted: AnyFilter) -> None:
        entries = len(self._logbook.state.entries)
        as_of, found = await beside_if_many(self.app, entries, _(LOOKING), lambda _task: self._meeting(wanted))

        def find() -> list[History]:
            nonlocal as_of, found
            if as_of != self._as_of:
                as_of, found = self._meeting(wanted)
            return found

        self.app.push_screen(EntriesBehind(self._logbook, self._told(wanted), find))

    @property
    def _as_of(self) -> int:
        return self._logbook.last.seq if self._logbook.last else 0

    def _meeting(self, wanted: AnyFilter) -> tuple[int, list[History]]:
        """Return the number of the last record, and the entries that meet the filter then, the latest first."""
        as_of, state = self._as_of, self._logbook.state
        listed = state.listed()[::-1]
        case = case_facts(state, day_of(the_no(listed, state.steps)), country_for(self._logbook))
        return as_of, select(wanted, listed, case)

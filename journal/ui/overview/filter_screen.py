"""Choosing which entries to see: conditions picked from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.case.case_event import CaseEvent
from journal.domain.filters.describing import described
from journal.domain.filters.offered import conditions, typed_conditions
from journal.domain.filters.values import AnyFilter, InEvent, InPeriod
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _, spoken
from journal.ui.frame.command import bindings
from journal.ui.lists.commands import PickLine
from journal.ui.lists.find_screen import Line
from journal.ui.lists.line_list import Row
from journal.ui.lists.pick_screen import PickScreen
from journal.ui.lists.picks import PICKED
from journal.ui.overview.beside import beside_if_many
from journal.ui.overview.commands import PickOpposite, ShowFiltered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.app import App

    from journal.logbook import Logbook
    from journal.ui.timeline.main import MainScreen

NOTHING = N_("There is no entry to choose from yet. Write the first one with n on the main screen.")
LOOKING = N_("Looking for the entries")


async def filter_entries(main: MainScreen) -> None:
    """Ask for conditions, and show the entries that meet them in the timeline."""
    app: App[None] = main.app
    picked = await app.push_screen_wait(FilterScreen(main.logbook, main.in_force.picked))
    if picked is None:
        return
    count = len(main.logbook.state.entries)
    ready = await beside_if_many(app, count, _(LOOKING), lambda _task: main.in_force.after(picked))
    main.filter_by(ready)


class FilterScreen(PickScreen[AnyFilter]):
    """The conditions; answers those that are picked, or the highlighted one."""

    HELP = N_(
        "Choose which entries to see. Letters leave only the conditions that hold all typed words; a period can be "
        "typed too (last month, since 1 October, 2026), and a number, an account or a place. Enter shows the "
        "entries for one condition. F4 picks several, F3 picks the opposite of one, and F2 shows the entries for "
        "them: any of the picked kinds, periods, people or sources, and all of the other conditions. An entry of an "
        "unknown time meets every period, so that the opposite of a period leaves it out. Nothing is changed by "
        "it; escape in the timeline shows all entries again."
    )
    BINDINGS = bindings(ShowFiltered, PickLine, PickOpposite)

    def __init__(self, logbook: Logbook, picked: frozenset[AnyFilter] = frozenset()) -> None:
        """Offer the conditions that make sense for this journal, some of them picked."""
        super().__init__(_("Filter"), self._offered, nothing=_(NOTHING), go=self._only)
        self._logbook, self.picked = logbook, picked
        self._listed: frozenset[AnyFilter] = frozenset()

    def _offered(self) -> Iterator[Line[AnyFilter]]:
        offered = [*conditions(self._logbook.state)]
        self._listed = frozenset(offered)
        return map(self._line_of, offered)

    def in_order(self, words: Sequence[str], found: list[Line[AnyFilter]]) -> list[Line[AnyFilter]]:
        """Return what is picked and not listed, typed periods, the conditions that hold the words, and typed places."""
        own = (self._line_of(one) for one in self.picked if not {one, ~one} & self._listed)
        typed = [*map(self._line_of, self._typed_as())] if words and self._listed else []
        periods = [line for line in typed if isinstance(line.answer, InPeriod)]
        in_order = (*(line for line in own if line.holds(words)), *periods, *found, *typed)
        return [*{line.answer: line for line in in_order}.values()]

    def _typed_as(self) -> Iterable[AnyFilter]:
        return typed_conditions(self._line.words, now=self._logbook.now(), language=spoken().language)

    def _line_of(self, one: AnyFilter) -> Line[AnyFilter]:
        return Line(one, Row([(described(one, self._logbook.state.people), "")], self._name_of(one)))

    def _name_of(self, one: AnyFilter) -> str:
        return harmless(self._logbook.state.of(CaseEvent).now[one.event].name) if isinstance(one, InEvent) else ""

    def row_of(self, line: Line[AnyFilter]) -> Row:
        """Return a condition, or its opposite where that is picked, with a tick."""
        if (opposite := ~line.answer) in self.picked and opposite not in self._listed:
            return Row([(PICKED, "strong"), (described(opposite, self._logbook.state.people), "")])
        return super().row_of(line)

    def draw(self, at: int | None = None) -> None:
        """Draw the found conditions, and say how many are picked."""
        super().draw(at)
        if self.picked:
            self.entitle(_("Filter"), self.count_picked)

    def _only(self, one: AnyFilter) -> None:
        self.dismiss(frozenset({one}))

    def action_pick_line(self) -> None:
        """Pick the highlighted condition, or let it or its opposite go, and go on to the next one."""
        if self.at and (opposite := ~self.at.answer) in self.picked:
            self.picked -= {opposite}
            self.draw()
        else:
            super().action_pick_line()

    def action_pick_opposite(self) -> None:
        """Pick the opposite of the highlighted condition, or let it go."""
        if self.at:
            one, opposite = self.at.answer, ~self.at.answer
            self.picked = self.picked - {one} ^ {opposite}
            self.draw()

    def action_show_filtered(self) -> None:
        """Show the entries that meet the picked conditions, or the highlighted one."""
        if picked := self.picked or (frozenset({self.at.answer}) if self.at else frozenset()):
            self.dismiss(picked)

"""Choosing which entries to see: conditions picked from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.filters.describing import described
from journal.domain.filters.offered import conditions
from journal.domain.filters.values import AnyFilter
from journal.domain.text.words import N_, _
from journal.ui.frame.command import bindings
from journal.ui.lists.commands import PickLine
from journal.ui.lists.find_screen import Line
from journal.ui.lists.line_list import Row
from journal.ui.lists.pick_screen import PickScreen
from journal.ui.overview.beside import beside_if_many
from journal.ui.overview.commands import ShowFiltered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App

    from journal.domain.state.state import State
    from journal.ui.timeline.main import MainScreen

NOTHING = N_("There is no entry to choose from yet. Write the first one with n on the main screen.")
LOOKING = N_("Looking for the entries")


async def filter_entries(main: MainScreen) -> None:
    """Ask for conditions, and show the entries that meet them in the timeline."""
    app: App[None] = main.app
    picked = await app.push_screen_wait(FilterScreen(main.logbook.state, main.in_force.picked))
    if picked is None:
        return
    count = len(main.logbook.state.entries)
    ready = await beside_if_many(app, count, _(LOOKING), lambda _task: main.in_force.after(picked))
    main.filter_by(ready)


class FilterScreen(PickScreen[AnyFilter]):
    """The conditions; answers those that are picked, or the highlighted one."""

    HELP = N_(
        "Choose which entries to see. Letters leave only the conditions that hold all typed words. Enter shows the "
        "entries for one condition; F4 picks several and F2 shows the entries for them: any of the picked kinds, "
        "years, people or sources, and all of the other conditions. Nothing is changed by it; escape in the timeline "
        "shows all entries again."
    )
    BINDINGS = bindings(ShowFiltered, PickLine)

    def __init__(self, state: State, picked: frozenset[AnyFilter] = frozenset()) -> None:
        """Offer the conditions that make sense for this journal, some of them picked."""
        super().__init__(_("Filter"), self._offered, nothing=_(NOTHING), go=self._only)
        self._state, self.picked = state, picked

    def _offered(self) -> Iterator[Line[AnyFilter]]:
        for one in conditions(self._state):
            yield Line(one, Row([(described(one, self._state.people), "")]))

    def draw(self, at: int | None = None) -> None:
        """Draw the found conditions, and say how many are picked."""
        super().draw(at)
        if self.picked:
            self.entitle(_("Filter"), self.count_picked)

    def _only(self, one: AnyFilter) -> None:
        self.dismiss(frozenset({one}))

    def action_show_filtered(self) -> None:
        """Show the entries that meet the picked conditions, or the highlighted one."""
        if picked := self.picked or (frozenset({self.at.answer}) if self.at else frozenset()):
            self.dismiss(picked)

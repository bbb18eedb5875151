"""Base class of the screens with a timeline on which several entries are picked and acted on together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.text.words import _
from journal.ui.dialogs.acting_screen import ActingScreen
from journal.ui.lists.commands import PickLine
from journal.ui.lists.pick_screen import PICK_FIRST

if TYPE_CHECKING:
    from journal.ui.timeline.timeline import Timeline


class PicksEntries(ActingScreen[None]):
    """A screen whose timeline keeps picked entries; one act on all of them is one save."""

    timeline: Timeline

    def show_title(self) -> None:
        """Say in the title how many are picked, beside what else it says."""

    def find_all(self) -> None:
        """Find all that is looked for, before all of it is picked."""

    def show_picks(self) -> None:
        """Draw the ticks, and say how many there are."""
        self.timeline.refresh()
        self.show_title()
        self.refresh_bindings()

    def let_go(self) -> bool:
        """Let go of everything that is picked; return whether there was anything."""
        keys, self.timeline.picks.keys = self.timeline.picks.keys, frozenset()
        self.show_picks()
        return bool(keys)

    def action_pick_line(self) -> None:
        """Pick the entry under the cursor, or let it go, and go on to the next one."""
        if number := self.timeline.number:
            self.timeline.picks.turn(number)
            self.show_picks()
            self.timeline.move(1)

    def action_pick_to_here(self) -> None:
        """Pick every entry from the one that was picked last to the one under the cursor."""
        self.find_all()
        if self.timeline.picks.turn_to(self.timeline.number, self.timeline.rows.numbers):
            self.show_picks()
        else:
            self.tell(_(PICK_FIRST).format(key=PickLine.shown_key()))

    def action_pick_found(self) -> None:
        """Pick all entries that are listed, or let them go where all are picked."""
        self.find_all()
        self.timeline.picks.turn_all(frozenset(self.timeline.rows.numbers))
        self.show_picks()

    async def action_act_on_picked(self) -> None:
        """Ask what is to be done with the picked entries, and do it."""
        from journal.ui.timeline.bulk_flows import act_on

        if numbers := sorted(self.timeline.picks.keys):
            await self.run_flow(act_on(self, numbers))

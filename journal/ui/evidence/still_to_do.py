"""Everything that is still to do on the evidence checklists, to go to one item or to set several aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.domain.base.errors import JournalError
from journal.domain.evidence.checklist import UNMARKED, ItemState
from journal.domain.evidence.exhibit import Target
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, many, spoken
from journal.ui.dialogs.beside import beside_if_many
from journal.ui.evidence.commands import SetAside
from journal.ui.evidence.exhibit_list import to_do_lines
from journal.ui.frame.command import Command, bindings
from journal.ui.lists.commands import PickFound, PickLine, PickToHere
from journal.ui.lists.pick_screen import PickScreen

if TYPE_CHECKING:
    from journal.logbook import Logbook, Saved

NOTHING_TO_DO = N_("Nothing is to do on any evidence checklist.")
RECORDING = N_("Recording that these items do not apply …")
WHAT_IT_MEANS = N_("They leave this list and no longer count as missing. u on the main screen takes all of it back.")


class StillToDo(PickScreen[Target]):
    """The items to do; it answers the one to which the person goes."""

    HELP = N_(
        "What is still to do on every evidence checklist. Type to see only the lines with all typed words: a "
        "kind, a day, an item. Enter goes to the item. F4 picks lines, ^t all from there to this one, F6 all "
        "that are found, and F2 says of the picked ones that they do not apply."
    )
    BINDINGS = bindings(SetAside, PickLine, PickFound, PickToHere)

    def __init__(self, logbook: Logbook) -> None:
        """List what is to do in this journal."""
        state = logbook.state
        super().__init__(_("Still to do"), lambda: to_do_lines(state), nothing=_(NOTHING_TO_DO), counted=self._counts)
        self._logbook = logbook

    def _counts(self, found: int, count: int) -> str:
        open_ones = many("{count} open", "{count} open", count).format(count=in_figures(count, spoken()))
        if found != count:
            open_ones = _("{found} of {open}").format(found=in_figures(found, spoken()), open=open_ones)
        return f"{self.count_picked} · {open_ones}" if self.picked else open_ones

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer no writing where only reading is possible."""
        command = Command.known.get(action)
        return not (command and command.writes and self._logbook.read_only)

    async def action_set_aside(self) -> None:
        """Ask, and record of the picked items, or of the highlighted one, that they do not apply."""
        if targets := self.picked or frozenset([self.at.answer] if self.at else []):
            await self.run_flow(self._set_aside(targets))

    async def _set_aside(self, targets: frozenset[Target]) -> None:
        from journal.ui.dialogs.dialog import Confirm

        count = in_figures(len(targets), spoken())
        title = many("{count} item does not apply?", "{count} items do not apply?", len(targets)).format(count=count)
        if not await self.app.push_screen_wait(Confirm(title, _(WHAT_IT_MEANS), _("Does not apply"))):
            return
        try:
            saved = await beside_if_many(self.app, len(targets), _(RECORDING), lambda _task: self._record(targets))
        except JournalError as why:
            self.tell(str(why), trouble=True)
            return
        self.picked = frozenset()
        self.read_again()
        told = many(
            "{count} item does not apply, record {record}.",
            "{count} items do not apply, record {record}.",
            len(targets),
        )
        figures = {"count": count, "record": in_figures(saved.record, spoken())}
        self.tell(told.format(**figures))

    def _record(self, targets: frozenset[Target]) -> Saved:
        entries, ordered = self._logbook.state.entries, sorted(targets, key=lambda one: (one.entry, one.item))
        aside = ItemState.DOES_NOT_APPLY
        return self._logbook.exhibits.mark_all(
            (one.entry, one.item, replace(entries[one.entry].marks.get(one.item, UNMARKED), state=aside))
            for one in ordered
        )

"""Where an exhibit went: every movement of its original and its copies, and the three things that are done with one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.domain.evidence.custody import Movement, in_order
from journal.domain.evidence.exhibit import Exhibit, Target
from journal.domain.text.words import N_, _, labelled, spoken
from journal.domain.time import moment_words as telling
from journal.ui.dialogs.acting_screen import ActingScreen
from journal.ui.evidence.commands import GaveIt, GotBack, MadeCopy
from journal.ui.evidence.custody_words import custody_blocks, piece, route
from journal.ui.evidence.exhibit_words import name_of
from journal.ui.evidence.movement_form import Doing, movement_form
from journal.ui.forms.commands import AttachHere, FillIn, ReadBeside, WithdrawOne
from journal.ui.frame.command import Command, bindings
from journal.ui.frame.everywhere import Close
from journal.ui.frame.moving_commands import PageBack, PageOn
from journal.ui.frame.page import Page
from journal.ui.frame.text import FAINT, literal, own
from journal.ui.lists.list_and_page import ListAndPage
from journal.ui.lists.plain_list import PlainList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from journal.logbook import Logbook

WITHDRAWN = N_("Crossed out (record {record}).")
NOTHING_MOVED = N_("Nothing moved yet. g: a piece was given away, n: a copy was made.")


class CustodyScreen(ListAndPage[None], ActingScreen[None]):
    """The custody of one exhibit."""

    HELP = N_("Where the original and every copy went; enter corrects the highlighted movement.")
    BINDINGS = bindings(GaveIt, MadeCopy, GotBack, FillIn, AttachHere, WithdrawOne, ReadBeside, PageBack, PageOn, Close)

    def __init__(self, logbook: Logbook, exhibit: int) -> None:
        """Show where an exhibit of this journal went."""
        super().__init__()
        self.logbook, self._number = logbook, exhibit

    @property
    def _exhibit(self) -> Exhibit:
        return self.logbook.state.of(Exhibit).now[self._number]

    def compose_body(self) -> ComposeResult:
        """Make movements and words."""
        yield PlainList()
        yield Page()

    def on_mount(self) -> None:
        """Show the present state."""
        self.entitle(_("Where exhibit {number} went").format(number=self._number), name_of(self._exhibit))
        self.show_all()

    def show_all(self) -> None:
        """Show the present state."""
        state = self.logbook.state
        moved = in_order(self._number, state.of(Movement).standing)
        options = [Option(self._drawn(one), id=str(one.number)) for one in moved]
        nothing = Option(own(_(NOTHING_MOVED)), disabled=True)
        self.listed.put(options or [nothing], len(moved) - 1 if moved else None)
        self.page.put(custody_blocks(self._exhibit, state))
        self.refresh_bindings()

    def _drawn(self, movement: Movement) -> Content:
        when = own(f" {telling.in_words(movement.on, spoken())}", "bold")
        moved = labelled(piece(movement.copy), route(movement, self.logbook.state))
        receipt = _("receipt {number}").format(number=movement.receipt) if movement.receipt else ""
        return when + literal(f"  {moved}") + literal(f" · {receipt}" if receipt else "", FAINT)

    @property
    def _movement(self) -> int:
        return int(self.line or 0)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done here."""
        if not self.is_mounted:
            return False
        command = Command.known.get(action)
        if not self.may_write(action) or (command and command.writes and self._exhibit.withdrawn):
            return False
        return action not in {FillIn.id, WithdrawOne.id, AttachHere.id} or bool(self._movement)

    async def action_gave_it(self) -> None:
        """Note that a piece was given away."""
        await self.run_flow(self._fill_in(0, Doing.GAVE))

    async def action_made_copy(self) -> None:
        """Note that a copy was made."""
        await self.run_flow(self._fill_in(0, Doing.COPIED))

    async def action_got_back(self) -> None:
        """Note that a piece came back."""
        await self.run_flow(self._fill_in(0, Doing.GOT_BACK))

    @on(OptionList.OptionSelected)
    async def action_fill_in(self) -> None:
        """Correct the highlighted movement."""
        if self._movement and not self.logbook.read_only:
            await self.run_flow(self._fill_in(self._movement, Doing.GAVE))

    async def _fill_in(self, number: int, doing: Doing) -> None:
        from journal.ui.forms.form_screen import fill_in

        await fill_in(self, movement_form(self.logbook, self._number, number, doing))

    async def action_withdraw_one(self) -> None:
        """Ask why the movement is withdrawn."""
        question = _("Why do you cross it out? It stays readable in the records.")
        act = partial(self.logbook.case.withdraw, Movement, self._movement)
        await self.run_flow(self.withdraw(_("Cross out this movement"), question, act, WITHDRAWN))

    async def action_attach_here(self) -> None:
        """Attach the receipt of the highlighted movement."""
        from journal.ui.evidence.attaching import attach

        await self.run_flow(attach(self, Target(movement=self._movement)))

"""The choices that are kept under a name, to begin with one of them or to forget it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.getters import query_one
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.domain.base.errors import JournalError
from journal.domain.text.normalisation import alphabetical
from journal.domain.text.words import N_, _
from journal.ui.dialogs.dialog import Dialog
from journal.ui.frame.command import bindings
from journal.ui.frame.text import literal
from journal.ui.handover.commands import ForgetChoice
from journal.ui.lists.plain_list import PlainList

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from journal.logbook import Logbook

QUESTION = N_("Enter begins with the highlighted choice; del forgets it. What was handed over with it stays recorded.")
FORGOTTEN = N_("Forgotten: {name}.")


class HandKept(Dialog[str]):
    """A list of names; answers the chosen one."""

    HELP = N_("The choices that were kept under a name.")
    BINDINGS = bindings(ForgetChoice)
    AUTO_FOCUS = "PlainList"

    _list = query_one(PlainList)

    def __init__(self, logbook: Logbook) -> None:
        """List what is kept in this journal."""
        super().__init__(_("Kept choices"), _(QUESTION))
        self._logbook = logbook

    def compose_fields(self) -> ComposeResult:
        """Yield the list."""
        yield PlainList()

    def on_mount(self) -> None:
        """Fill the list."""
        self._show()

    def draw_anew(self) -> None:
        """List the names as they are drawn from now on."""
        super().draw_anew()
        self._show()

    def _names(self) -> list[str]:
        return sorted((one.name for one in self._logbook.handing_over.remembered if one.name), key=alphabetical)

    def _show(self) -> None:
        self._list.put(Option(literal(name)) for name in self._names())

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._names()[event.option_index])

    def action_forget_choice(self) -> None:
        """Forget the highlighted choice."""
        at = self._list.highlighted
        if at is None:
            return
        name = self._names()[at]
        try:
            self._logbook.handing_over.forget(name)
        except JournalError as why:
            self.say(str(why))
        else:
            self._show()
            self.say(_(FORGOTTEN).format(name=name))

"""Says that what is open is a copy, and offers to make it the journal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Button, OptionList
from textual.widgets.option_list import Option

from journal.domain.text.words import N_, _
from journal.ui.dialogs.dialog import Dialog
from journal.ui.frame.command import bindings
from journal.ui.frame.moving_commands import MoveDown, MoveUp
from journal.ui.frame.text import literal, own
from journal.ui.lists.plain_list import PlainList

if TYPE_CHECKING:
    from textual.app import ComposeResult

WHERE = N_(
    "{reason} Where should the journal be? A journal that is there now is kept beside under another name; where it "
    "holds more than this copy, nothing is changed."
)
USUAL = N_("At its usual place: ")
HERE = N_("Where the copy is now: ")


class OfferCopy(Dialog[Path]):
    """Where the copy that is open should become the journal; escape leaves it a copy."""

    HELP = N_(
        "What is open is a copy. Arrows choose where it should become the journal, F2 does it, escape only reads."
    )
    AUTO_FOCUS = "#decline"
    BINDINGS = bindings(MoveUp, MoveDown)

    def __init__(self, reason: str, copy: Path, home: Path) -> None:
        """Give the reason why nothing can be written, and offer the journal's usual place and that of the copy."""
        super().__init__(_("This is a copy"), _(WHERE).format(reason=reason), _("Make it the journal"))
        self._targets = [home, copy] if home != copy else [copy]
        words = {home: USUAL, copy: HERE}
        shown = (own(_(words[path])) + literal(str(path), "bold") for path in self._targets)
        self._list = PlainList(*(Option(line) for line in shown))

    def compose_fields(self) -> ComposeResult:
        """Yield the places."""
        yield self._list

    def compose_buttons(self) -> ComposeResult:
        """Yield the safe button first, under a name of its own."""
        yield Button(own(_("Only read it") + "  esc"), id="decline", compact=True)
        yield Button(own(f"{self._verb}  F2"), id="agree", compact=True)

    def on_mount(self) -> None:
        """Propose the usual place."""
        self._list.highlighted = 0

    def action_move_up(self) -> None:
        """Go to the place above."""
        self._list.action_move_up()

    def action_move_down(self) -> None:
        """Go to the place below."""
        self._list.action_move_down()

    @on(OptionList.OptionSelected)
    def action_agree(self) -> None:
        """Answer the highlighted place."""
        self.dismiss(self._targets[self._list.highlighted or 0])

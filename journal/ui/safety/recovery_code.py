"""Shows the recovery code, once, to be written on paper, and asks for its end to see whether it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input, Static

from journal.domain.ledger.recovery_code import read
from journal.domain.text.words import N_, _
from journal.ui.dialogs.commands import Agree, Decline
from journal.ui.dialogs.dialog import Dialog, button
from journal.ui.fields.text_fields import TypedLine
from journal.ui.frame.text import own

if TYPE_CHECKING:
    from textual.app import ComposeResult

WHAT_IT_IS = N_(
    "It opens the journal when the passphrase is forgotten. Please write it on paper, and keep it where nobody finds "
    "it, or with somebody you trust. It is shown only now. Whoever has it can read the journal."
)
LAST_GROUP = N_("Please type the last group, from your paper:")
NOT_THE_LAST = N_("This is not the last group. Please compare your paper with the code above, sign by sign.")
WITHOUT = N_(
    "Without the code on paper, a forgotten passphrase means that nobody can open the journal again. "
    "Press escape once more to go on all the same."
)
GROUPS_IN_A_LINE = 3


class ShowRecoveryCode(Dialog[bool]):
    """A recovery code to write down; answers whether it was checked, and False where that was passed over."""

    HELP = N_("The second way into the journal. Write it on paper, then type its last group to see that it is right.")
    DEFAULT_CSS = """
    ShowRecoveryCode #code { height: auto; margin: 0 0 1 0; text-align: center; text-style: bold; color: $primary; }
    """
    ALLOW_SELECT = False
    AUTO_FOCUS = "TypedLine"

    def __init__(self, code: str) -> None:
        """Show a code as `recovery_code.draw` gives it."""
        super().__init__(_("The recovery code"), _(WHAT_IT_IS), _("It is on paper"))
        self._code = code
        self._told = False

    def compose_fields(self) -> ComposeResult:
        """Yield the code and the line for its last group."""
        yield Static(own(_in_lines(self._code)), id="code")
        yield Static(own(_(LAST_GROUP)))
        yield TypedLine()

    def compose_buttons(self) -> ComposeResult:
        """Yield the button that goes on without a check first, then the other."""
        yield button(_("Go on without checking"), Decline)
        yield button(self._verb, Agree)

    def action_decline(self) -> None:
        """Say once what it means to go on without a check, then do it."""
        if self._told:
            self.dismiss(False)  # noqa: FBT003 - the answer itself
        else:
            self._told = True
            self.say(_(WITHOUT))

    @on(Input.Submitted)
    def action_agree(self) -> None:
        """Answer that it is on paper, where the last group, or all of it, was typed as it stands."""
        line = self.query_one(TypedLine)
        before = self._code.rpartition("-")[0]
        if self._code in {read(before + line.words), read(line.words)}:
            self.dismiss(True)  # noqa: FBT003 - the answer itself
        else:
            self.say(_(NOT_THE_LAST))
            line.focus()


def _in_lines(code: str) -> str:
    groups = code.split("-")
    lines = [groups[at : at + GROUPS_IN_A_LINE] for at in range(0, len(groups), GROUPS_IN_A_LINE)]
    return "\n".join("   ".join(line) for line in lines)

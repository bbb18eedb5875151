"""Asks for something of one's own to be put on an evidence checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Button, Input

from journal.domain.text.words import N_, _
from journal.ui.dialogs.dialog import Dialog
from journal.ui.fields.text_fields import TypedLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

WHAT = N_("What is to be kept or done for the evidence of this entry?")
EXAMPLE = N_("for example: ask the baker for the till receipt")


class OwnItem(Dialog[str]):
    """A few words."""

    HELP = N_("What you type stands on the checklist of this entry only. F2 adds it, escape goes back.")
    AUTO_FOCUS = "TypedLine"

    def __init__(self) -> None:
        """Ask for the words."""
        super().__init__(_("Own item"), _(WHAT), _("Add"))

    def compose_fields(self) -> ComposeResult:
        """Yield the line."""
        yield TypedLine(placeholder=_(EXAMPLE))

    @on(Button.Pressed, "#agree")
    @on(Input.Submitted)
    def action_agree(self) -> None:
        """Answer the words, once there are some."""
        if words := self.query_one(TypedLine).words.strip():
            self.dismiss(words)
        else:
            self.say(_(WHAT))
            self.query_one(TypedLine).focus()

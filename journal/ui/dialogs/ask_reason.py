"""Asks why something is done to an entry; the reason stands in its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Button, Input

from journal.domain.text.words import _
from journal.ui.dialogs.dialog import Dialog
from journal.ui.fields.text_fields import TypedLine

if TYPE_CHECKING:
    from textual.app import ComposeResult


class AskReason(Dialog[str]):
    """A question that a few words answer."""

    AUTO_FOCUS = "TypedLine"

    def compose_fields(self) -> ComposeResult:
        """Yield the line for the reason."""
        yield TypedLine(placeholder=_("a few words, for example: second call remembered"))

    @on(Button.Pressed, "#agree")
    @on(Input.Submitted)
    def action_agree(self) -> None:
        """Answer the reason; it must say something, because a correction without one is easily doubted."""
        reason = self.query_one(TypedLine).words.strip()
        if reason:
            self.dismiss(reason)
        else:
            self.say(_("A few words are enough; they stand beside the entry from now on."))
            self.query_one(TypedLine).focus()

"""Asks for something of one's own to be put on an evidence checklist."""

from __future__ import annotations

from journal.domain.text.words import N_, _
from journal.ui.dialogs.ask_words import AskWords


class OwnItem(AskWords):
    """What is to be kept or done."""

    HELP = N_("Adds an item to the checklist of this entry only. F2 adds it, Esc goes back.")
    EXAMPLE = N_("for example: ask the baker for the till receipt")
    MISSING = N_("What do you want to keep or do as evidence for this entry?")

    def __init__(self) -> None:
        """Ask for the words."""
        super().__init__(_("Add your own item"), _(self.MISSING), _("Add"))

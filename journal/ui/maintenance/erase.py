"""The last question before something is erased: what goes, what still holds it, and a word to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalGroup

from journal.domain.text.normalisation import normalise
from journal.domain.text.words import N_, _
from journal.ui.dialogs.commands import Agree
from journal.ui.fields.form_row import LineRow, Slot
from journal.ui.frame.command import bindings
from journal.ui.frame.everywhere import Close
from journal.ui.frame.fitted import Fitted
from journal.ui.frame.moving_commands import PageBack, PageOn
from journal.ui.frame.page import Page
from journal.ui.frame.said_line import SaidLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from journal.ui.frame.page import PageBlock

WORD = N_("erase")
"""What is typed to agree."""
REASON = Slot("reason", N_("Reason"), note=N_("stays in the journal; may be empty"))
TYPED = Slot("typed", N_("To agree"))
NOT_YET = N_("Nothing is erased yet. Type the word {word} to agree, or press escape to go back.")


class EraseScreen(Fitted[str | None]):
    """What erasing means, all of it, to be scrolled; answers the reason, or None where it is not wanted."""

    HELP = N_("What is erased for good. Page keys scroll, the word below agrees, escape goes back and erases nothing.")
    CSS = """
    EraseScreen Page { height: 1fr; }
    EraseScreen .answers { height: auto; padding: 0 1; border-top: solid $border-blurred; }
    EraseScreen SaidLine { color: $text-accent; }
    """
    BINDINGS = bindings(PageBack, PageOn, Agree, Close)
    AUTO_FOCUS = "LineRow.field-reason TypedLine"

    def __init__(self, title: str, blocks: Sequence[PageBlock], *, reason: str = "", complaint: str = "") -> None:
        """Show what is to be erased; the complaint says why it was not taken the last time."""
        super().__init__()
        self._title, self._blocks, self._reason, self._complaint = title, blocks, reason, complaint

    def compose_body(self) -> ComposeResult:
        """Make page and answers."""
        yield Page(self._blocks)
        with VerticalGroup(classes="answers"):
            yield SaidLine()
            yield LineRow(REASON, self._reason)
            last = LineRow(TYPED, hint=_("type the word {word}").format(word=_(WORD)))
            last.when_done = lambda _row: self.action_agree()
            yield last

    def on_mount(self) -> None:
        """Say what this is about."""
        self.entitle(self._title)
        self.query_one(SaidLine).say(self._complaint)

    def action_agree(self) -> None:
        """Answer the reason, once the word is typed."""
        typed, reason = self._row(TYPED), self._row(REASON)
        if normalise(typed.words.strip()) == normalise(_(WORD)):
            self.dismiss(reason.words.strip())
        else:
            self.query_one(SaidLine).say(_(NOT_YET).format(word=_(WORD)))
            self.set_focus(typed.entrance)

    def _row(self, slot: Slot) -> LineRow:
        return self.query_one(f".field-{slot.field}", LineRow)

"""Asks whether calls and messages that are perhaps in the journal already are brought in too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Button

from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, many, spoken
from journal.intake.triage.telling import first_words, presence_in_words, when_in_figures
from journal.ui.dialogs.dialog import Dialog
from journal.ui.frame.command import bindings
from journal.ui.frame.masking import harmless
from journal.ui.frame.text import own
from journal.ui.intake.commands import TakeDoubtfulToo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from journal.intake.triage.triage import TriageItem

SHOWN = 4
"""Lines that are shown."""
WHY = N_(
    "The same words came within a minute and a half by another way or from another telephone, or are twice in "
    "one file. They may be the same message, or the other person may have sent it again."
)


class AskDoubtful(Dialog[bool]):
    """Answers whether they are taken too, None to go back."""

    HELP = N_("F2 leaves out what is perhaps here already, F3 brings it in too, escape goes back to the list.")
    BINDINGS = bindings(TakeDoubtfulToo)

    def __init__(self, doubtful: Sequence[TriageItem]) -> None:
        """Show the first of them with the entries that they perhaps are."""
        count = in_figures(len(doubtful), spoken())
        title = many("{count} line is perhaps here already", "{count} lines are perhaps here already", len(doubtful))
        told = [*map(_line, doubtful[:SHOWN]), *(["…"] if len(doubtful) > SHOWN else [])]
        super().__init__(title.format(count=count), "\n".join([_(WHY), "", *told]), _("Leave them out"))

    def compose_buttons(self) -> ComposeResult:
        """Yield the way to take them too beside the others."""
        back, *others = super().compose_buttons()
        yield back
        label = f"{_(TakeDoubtfulToo.title)}  {TakeDoubtfulToo.shown_key()}"
        yield Button(own(label), id=TakeDoubtfulToo.id, compact=True)
        yield from others

    def action_take_doubtful_too(self) -> None:
        """Answer that they are taken."""
        self.dismiss(True)  # noqa: FBT003 - the answer itself

    def action_agree(self) -> None:
        """Answer that they are left out."""
        self.dismiss(False)  # noqa: FBT003 - the answer itself


def _line(one: TriageItem) -> str:
    words = spoken()
    told = (when_in_figures(one), first_words(one, words)[:40], f"({presence_in_words(one, words)})")
    return harmless("  ".join(filter(None, told)))

"""Asks what is to be done with several picked entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, many, spoken
from journal.ui.dialogs.ask_words import AskWords
from journal.ui.dialogs.dialog import Dialog
from journal.ui.frame.text import own
from journal.ui.lists.plain_list import PlainList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

ONE_UNDO = N_("What you choose is recorded for all of them in one go; one undo takes all of it back.")


class PickedActs(Dialog[str]):
    """Acts on the picked entries; answers the marked label of one, or None."""

    HELP = N_("What can be done with all picked entries. Arrows choose, enter goes on, escape goes back.")
    AUTO_FOCUS = "OptionList"

    def __init__(self, count: int, acts: Sequence[str]) -> None:
        """Offer acts with these marked labels on so many entries."""
        super().__init__(entries_in_words(count), _(ONE_UNDO), _("Go on"))
        self._acts = acts

    def compose_fields(self) -> ComposeResult:
        """Yield the acts."""
        yield PlainList(*(Option(own(_(label))) for label in self._acts))

    def on_mount(self) -> None:
        """Stand on the first one."""
        self.query_one(PlainList).highlighted = 0

    @on(OptionList.OptionSelected)
    def action_agree(self) -> None:
        """Answer the highlighted act."""
        at = self.query_one(PlainList).highlighted
        self.dismiss(None if at is None else self._acts[at])


class AskTags(AskWords):
    """One tag or several."""

    EXAMPLE = N_("a word or several, separated by commas")
    MISSING = N_("Type one word at least, or go back.")


class AskEventName(AskWords):
    """The name of a new event."""

    EXAMPLE = N_("for example: the night at the station")
    MISSING = N_("Type a name, or go back.")

    def __init__(self, count: int) -> None:
        """Ask for the name of an event with so many picked entries."""
        super().__init__(entries_in_words(count), _("Which name should the event have?"), _("Save"))


def entries_in_words(count: int) -> str:
    """Return how many entries are meant, in words."""
    return many("{count} picked entry", "{count} picked entries", count).format(count=in_figures(count, spoken()))

"""Asks whether what was just attached is the proof of an item of the checklist; nothing is proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.domain.text.words import N_, _, spoken
from journal.ui.dialogs.dialog import Dialog
from journal.ui.frame.text import literal, own
from journal.ui.lists.plain_list import PlainList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from journal.domain.evidence.checklist import ChecklistLine

WHICH = N_("Does it show one of these? The arrow and enter tick one; enter alone ticks nothing.")
NONE = N_("none of these")


class TickItemDialog(Dialog[str]):
    """The items that it may be the proof of, the likeliest first; answers the id of one, or None."""

    HELP = N_("What was attached may be the proof of an item. The arrow and enter tick one; enter alone ticks nothing.")
    AUTO_FOCUS = "OptionList"

    def __init__(self, attached: str, lines: Sequence[ChecklistLine]) -> None:
        """Say what was attached, and offer these items."""
        super().__init__(attached, _(WHICH), _("Go on"))
        self._lines = lines

    def compose_fields(self) -> ComposeResult:
        """Yield the items, and before them none."""
        items = (Option(literal(line.label(spoken())), id=line.item.id) for line in self._lines)
        yield PlainList(Option(own(_(NONE))), *items)

    def on_mount(self) -> None:
        """Stand on none, so that whoever goes on out of habit says nothing of an item."""
        self.query_one(PlainList).highlighted = 0

    @on(OptionList.OptionSelected)
    def action_agree(self) -> None:
        """Answer the highlighted item."""
        option = self.query_one(PlainList).highlighted_option
        self.dismiss(option.id if option else None)

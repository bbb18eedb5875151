"""Offers to tick the item of the checklist for which something was just attached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Button, OptionList
from textual.widgets.option_list import Option

from journal.domain.words import N_, _, spoken
from journal.ui.screens.dialog import Dialog
from journal.ui.text import literal
from journal.ui.widgets.plain_list import PlainList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from journal.domain.checklist import Line

WHICH = N_("Is it what one of these asks for? Enter ticks the highlighted one; escape ticks nothing.")


class TickItem(Dialog[str]):
    """The items that are still to do, the likeliest first; answers the id of one."""

    HELP = N_("What was attached may be what an item asks for. Enter ticks it, escape goes on without.")
    AUTO_FOCUS = "OptionList"

    def __init__(self, attached: str, lines: Sequence[Line]) -> None:
        """Say what was attached, and offer these items."""
        super().__init__(attached, _(WHICH), _(N_("Tick")))
        self._lines = lines

    def compose_fields(self) -> ComposeResult:
        """Yield the items."""
        yield PlainList(*(Option(literal(line.label(spoken())), id=line.item.id) for line in self._lines))

    def on_mount(self) -> None:
        """Propose the likeliest."""
        self.query_one(PlainList).highlighted = 0

    @on(Button.Pressed, "#agree")
    @on(OptionList.OptionSelected)
    def action_agree(self) -> None:
        """Answer the highlighted item."""
        option = self.query_one(PlainList).highlighted_option
        self.dismiss(option.id if option else None)

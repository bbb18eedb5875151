"""Asks on which day a step was done, where something is counted from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.getters import query_one
from textual.widgets import Button

from journal.domain.entry.typed_details import NOT_A_DAY
from journal.domain.forms.time_reader import TimeReader
from journal.domain.text.words import N_, _
from journal.domain.time.reading import Direction
from journal.ui.dialogs.dialog import Dialog
from journal.ui.fields.moment_field import MomentField
from journal.ui.frame.text import own

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from journal.logbook import Logbook

QUESTION = N_("On which day was it? Acts are counted before and since that day, so please give the right one.")
WHICH_DAY = N_("Which day? For example: 3 February, last Tuesday, 3/4. Press F3 if you do not know.")
NOT_KNOWN = N_("Not known")


class AskDay(Dialog[str]):
    """A day; answers it as ISO 8601, or "" where it is not known."""

    HELP = N_("Type the day and press F2. Press F3 if you do not know it; then nothing is counted from it.")
    AUTO_FOCUS = "TypedLine"
    BINDINGS = [("f3", "not_known", "not known")]  # noqa: RUF012 - Textual declares it so

    _field = query_one(MomentField)

    def __init__(self, title: str, logbook: Logbook) -> None:
        """Ask under the name of the step, and read the day with the journal's clock."""
        super().__init__(title, _(QUESTION), _("Save"))
        self._reader = TimeReader(logbook.now, Direction.PAST)

    def compose_fields(self) -> ComposeResult:
        """Yield the field of the day, with nothing in it."""
        field = MomentField(self._reader)
        field.through = self.action_agree
        yield field

    def compose_buttons(self) -> ComposeResult:
        """Yield the answer that no day is known beside the others."""
        back, *others = super().compose_buttons()
        yield back
        yield Button(own(f"{_(NOT_KNOWN)}  F3"), id="not_known", compact=True)
        yield from others

    def action_not_known(self) -> None:
        """Answer that the day is not known."""
        self.dismiss("")

    def action_agree(self) -> None:
        """Answer the day, once there is one."""
        typed = self._field.time
        if typed.moment and not typed.moment.known:
            self.dismiss("")
        elif typed.moment and typed.moment.day:
            self.dismiss(typed.moment.day.isoformat())
        else:
            self.say(_(NOT_A_DAY if typed.text.strip() else WHICH_DAY))
            self.set_focus(self._field.entrance)

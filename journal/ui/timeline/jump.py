"""Asks for the day to go to in the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.getters import query_one

from journal.domain.forms.form_input import TIME_NOT_SETTLED
from journal.domain.forms.time_reader import TimeReader
from journal.domain.text.words import N_, _
from journal.domain.time.moment import Moment
from journal.domain.time.reading import Direction
from journal.ui.dialogs.dialog import Dialog
from journal.ui.fields.moment_field import MomentField

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from journal.logbook import Logbook


class JumpToDate(Dialog[Moment]):
    """A date in words, read back before it is gone to."""

    HELP = N_("Type a date, for example: last Tuesday, 3/4, March 2026. Enter goes there.")
    AUTO_FOCUS = "TypedLine"

    _field = query_one(MomentField)

    def __init__(self, logbook: Logbook) -> None:
        """Read the date with the journal's clock."""
        super().__init__(_("Go to a date"), _(NO_DATE), verb=_("Go"))
        self._reader = TimeReader(logbook.now, Direction.INTERVAL)

    def compose_fields(self) -> ComposeResult:
        """Yield the field of the date."""
        field = MomentField(self._reader)
        field.through = self.action_agree
        yield field

    def action_agree(self) -> None:
        """Answer the day or the span, once there is one."""
        typed = self._field.time
        if typed.moment and typed.moment.first_day:
            self.dismiss(typed.moment)
        else:
            self.say(_(TIME_NOT_SETTLED if typed.text.strip() else NO_DATE))
            self.set_focus(self._field.entrance)


NO_DATE = N_("Which day? For example: yesterday, last Tuesday, 3/4, March 2026.")
"""What is asked, and said where nothing is typed."""

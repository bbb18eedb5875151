"""Asks what is to be said of one item of the evidence checklist: where it stands, since when, and a note."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from textual.getters import query_one

from journal.domain.entry import labels
from journal.domain.entry.typed_details import NOT_A_DAY
from journal.domain.evidence.checklist import ItemState, Mark
from journal.domain.forms import steps
from journal.domain.forms.form_input import typed_day
from journal.domain.forms.time_reader import TimeReader
from journal.domain.text.words import N_, _, spoken
from journal.domain.time.reading import Direction
from journal.ui.dialogs.keeps_words import KeepsWords
from journal.ui.fields.form_row import ChoiceRow, LineRow, Slot
from journal.ui.fields.moment_field import MomentRow

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

STATE, NOTE, DAY = (Slot(one.name, one.label) for one in (steps.STATE, steps.NOTE, steps.ON))


class MarkItem(KeepsWords[Mark]):
    """One item: to do, done or not applying."""

    HELP = N_("One item of the checklist. Type or use the arrows to choose; Enter goes on, F2 saves.")
    AUTO_FOCUS = "Choices"

    _state = query_one(ChoiceRow)
    _note = query_one(LineRow)
    _day = query_one(MomentRow)

    def __init__(self, item_label: str, mark: Mark, today: date) -> None:
        """Show what was said of the item so far; a thing marked done was done today where nothing else is typed."""
        super().__init__(item_label, verb=_("Save"))
        self._mark, self._today = mark, today

    def compose_fields(self) -> ComposeResult:
        """Yield state, note and day."""
        noon = datetime.combine(self._today, time(12), UTC)
        states = {state.value: _(label) for state, label in labels.ITEM_STATES.items()}
        day = typed_day(self._mark.on, spoken()) if self._mark.on else None
        yield ChoiceRow(STATE, states, self._mark.state.value)
        yield LineRow(NOTE, self._mark.note)
        yield MomentRow(DAY, TimeReader(lambda: noon, Direction.INTERVAL), day)

    def action_agree(self) -> None:
        """Answer what stands here, once the day is settled."""
        typed = self._day.time
        day = typed.moment.day if typed.moment else None
        if typed.text.strip() and not day:
            self.say(_(NOT_A_DAY))
            self.set_focus(self._day.entrance)
            return
        state = ItemState(self._state.chosen or ItemState.TO_DO)
        if not day and state is ItemState.DONE:
            day = self._today
        self.dismiss(Mark(state=state, note=self._note.words, on=day.isoformat() if day else ""))

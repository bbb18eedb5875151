"""The line at the bottom that records missed calls at once: enter, or a number and enter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from journal.domain.text.words import N_, _
from journal.ui.frame.command import bindings
from journal.ui.frame.focusing import focus_now
from journal.ui.frame.steady_input import SteadyInput
from journal.ui.frame.text import own
from journal.ui.timeline.commands import DropCalls, RecordCalls

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult


class CallLine(Horizontal):
    """One line: a missed call, its time, and how many; the time stands still while the line is open."""

    HELP = N_(
        "A missed call, now. Press Enter to record it. For several calls, type how many first. Esc records nothing."
    )
    BINDINGS = bindings(RecordCalls, DropCalls)
    DEFAULT_CSS = """
    CallLine {
        height: 1; display: none; padding: 0 1; background: $panel;
        &.-open { display: block; }
        & > Static { width: auto; }
        & > Input { width: 6; height: 1; border: none; padding: 0; background: $panel; &:focus { border: none; } }
    }
    """

    @dataclass
    class Recorded(Message):
        """So many missed calls at this time are to be recorded."""

        when: datetime
        times: int

    @dataclass
    class Dismissed(Message):
        """Nothing is to be recorded."""

    _when: datetime

    def compose(self) -> ComposeResult:
        """Make the words and the field."""
        yield Static(id="call-words")
        yield SteadyInput(id="call-times", placeholder="1", type="integer", max_length=4)

    def open(self, when: datetime) -> None:
        """Show the line for a call at this time; what was said before gives way, because it stands on the same line."""
        self.app.clear_notifications()
        self._when = when
        words = _("Missed call, today {time}. How many:").format(time=when.strftime("%H:%M"))
        self.query_one("#call-words", Static).update(own(words + " "))
        self.add_class("-open")
        field = self.query_one(Input)
        field.clear()
        focus_now(field)

    def close(self) -> None:
        """Hide the line."""
        self.remove_class("-open")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Record."""
        event.stop()
        self.action_record_calls()

    def action_record_calls(self) -> None:
        """Say that the calls are to be recorded; a number that is none counts as one."""
        typed = self.query_one(Input).value
        self.post_message(self.Recorded(self._when, max(1, int(typed)) if typed.isdecimal() else 1))

    def action_drop_calls(self) -> None:
        """Say that nothing is to be recorded."""
        self.post_message(self.Dismissed())

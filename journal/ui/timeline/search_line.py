"""The line at the bottom in which a search is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, spoken
from journal.ui.frame.command import bindings
from journal.ui.frame.focusing import focus_now
from journal.ui.frame.text import own
from journal.ui.timeline.commands import KeepFound, LeaveSearch
from journal.ui.timeline.search import Finding

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from journal.domain.state.state import State


BETWEEN_FRAMES = 1 / 120
"""Seconds between two portions of a long piece of work, in which keys are taken and the screen is drawn."""


class SearchLine(Horizontal):
    """One line: what is looked for, and how many entries hold it."""

    HELP = N_(
        "The search. While you type, only the entries that hold all typed words stay in the timeline. "
        "Enter keeps them and goes back to the timeline; escape shows all entries again."
    )
    BINDINGS = bindings(KeepFound, LeaveSearch)
    DEFAULT_CSS = """
    SearchLine {
        height: 1; display: none; padding: 0 1; background: $panel;
        &.-open { display: block; }
        & > #search-sign { width: auto; color: $primary; text-style: bold; }
        & > Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; &:focus { border: none; } }
        & > #search-count { width: 24; text-align: right; }
    }
    """

    @dataclass
    class Changed(Message):
        """Something else is looked for."""

    @dataclass
    class Kept(Message):
        """The found entries are to stay, and the timeline gets the focus."""

    @dataclass
    class Left(Message):
        """The search is over; everything is to be as before."""

    def __init__(self) -> None:
        super().__init__()
        self.finding = Finding()
        """What is looked for, and what holds it."""

    def compose(self) -> ComposeResult:
        """Make the sign, the field and the count."""
        yield Static(own("/ "), id="search-sign")
        yield Input(id="search-words")
        yield Static(id="search-count")

    def open(self, state: State, number: int) -> None:
        """Show the line with an empty search that begins at an entry, ready to type; what was said before gives way."""
        self.app.clear_notifications()
        self.finding.begin(state, number)
        self.add_class("-open")
        self.field.clear()
        focus_now(self.field)
        self._go_on_preparing()

    def _go_on_preparing(self) -> None:
        if not self.finding.ready:
            self.finding.prepare()
            self.set_timer(BETWEEN_FRAMES, self._go_on_preparing)
        elif self.finding.terms and self.is_open:
            self.post_message(self.Changed())

    @property
    def is_open(self) -> bool:
        """Whether a search is being typed."""
        return self.has_class("-open")

    def close(self) -> None:
        """Hide the line."""
        self.remove_class("-open")

    def tell(self, count: int) -> None:
        """Show how many entries were found."""
        words = _("{count} found").format(count=in_figures(count, spoken())) if self.finding.terms else ""
        self.query_one("#search-count", Static).update(own(words), layout=False)

    @property
    def field(self) -> Input:
        """Where the search is typed."""
        return self.query_one("#search-words", Input)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is typed, as soon as all entries can be searched."""
        event.stop()
        self.finding.ask(event.value)
        if self.finding.ready:
            self.post_message(self.Changed())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was found."""
        event.stop()
        self.action_keep_found()

    def action_keep_found(self) -> None:
        """Say that the found entries are to stay."""
        self.post_message(self.Kept())

    def action_leave_search(self) -> None:
        """Say that the search is over."""
        self.post_message(self.Left())

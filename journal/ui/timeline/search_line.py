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
from journal.ui.frame.steady_input import SteadyInput
from journal.ui.frame.text import own
from journal.ui.timeline.commands import KeepFound, LeaveSearch

if TYPE_CHECKING:
    from textual.app import ComposeResult


class SearchLine(Horizontal):
    """One line: what is looked for, and how many entries hold it."""

    HELP = N_(
        "Search. While you type, the timeline shows only entries with all these words. Enter keeps the results, Esc "
        "shows all entries again."
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

        words: str

    @dataclass
    class Kept(Message):
        """The found entries are to stay, and the timeline gets the focus."""

    @dataclass
    class Left(Message):
        """The search is over; everything is to be as before."""

    def compose(self) -> ComposeResult:
        """Make the sign, the field and the count."""
        yield Static(own("/ "), id="search-sign")
        yield SteadyInput(id="search-words")
        yield Static(id="search-count")

    def open(self) -> None:
        """Show the line with an empty search, ready to type; what was said before gives way."""
        self.app.clear_notifications()
        self.add_class("-open")
        self.field.clear()
        focus_now(self.field)

    @property
    def is_open(self) -> bool:
        """Whether a search is being typed."""
        return self.has_class("-open")

    def close(self) -> None:
        """Hide the line."""
        self.remove_class("-open")

    def tell(self, count: int | None, *, so_far: bool = False) -> None:
        """Show how many entries were found, until now or in all; None where nothing is looked for."""
        found = _("{count} found so far") if so_far else _("{count} found")
        words = "" if count is None else found.format(count=in_figures(count, spoken()))
        self.query_one("#search-count", Static).update(own(words), layout=False)

    @property
    def field(self) -> Input:
        """Where the search is typed."""
        return self.query_one("#search-words", Input)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what is looked for."""
        event.stop()
        self.post_message(self.Changed(event.value))

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

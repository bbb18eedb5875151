"""Every version of an entry: when it was written, why, what it changed, and what it said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from journal.domain.entry.word_cover import holds_words
from journal.domain.text.words import N_, _, many
from journal.ui.entry.commands import CoverWords, ShowWords
from journal.ui.entry.version_words import VersionWords
from journal.ui.frame.command import bindings
from journal.ui.frame.everywhere import Close
from journal.ui.frame.masking import covering
from journal.ui.frame.moving_commands import PageBack, PageOn
from journal.ui.frame.page import Page
from journal.ui.lists.list_and_page import ListAndPage
from journal.ui.lists.plain_list import PlainList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from journal.domain.entry.history import History
    from journal.logbook import Logbook


class HistoryScreen(ListAndPage[None]):
    """The history of one entry, as a bound book keeps it: nothing is torn out."""

    HELP = N_("Every version of the entry stays readable. Arrows choose a version, Tab goes to its text.")
    CSS = """
    HistoryScreen #versions { height: 1fr; }
    HistoryScreen PlainList { width: 26; padding: 0 1; text-wrap: wrap; }
    HistoryScreen Page { width: 1fr; }
    HistoryScreen.-narrow #versions { layout: vertical; }
    HistoryScreen.-narrow PlainList { width: 1fr; height: auto; max-height: 6; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]  # noqa: RUF012 - Textual declares it so
    BINDINGS = bindings(ShowWords, CoverWords, PageBack, PageOn, Close)

    def __init__(self, history: History, logbook: Logbook) -> None:
        """Show the history of an entry of this journal."""
        super().__init__()
        self._history = history
        self._words = VersionWords(history, logbook.state.people, logbook.zone)

    def compose_body(self) -> ComposeResult:
        """Yield the versions, and the highlighted one."""
        with Horizontal(id="versions"):
            yield PlainList(*self._options())
            yield Page()

    def on_mount(self) -> None:
        """Begin with what the entry says now."""
        count = len(self._history.versions)
        told = many("{count} version", "{count} versions", count).format(count=count)
        name = _("History of entry {number}").format(number=self._history.number)
        state = _("crossed out") if self._history.withdrawn else ""
        self.entitle(name, told, state)
        self.listed.highlighted = 0

    def draw_anew(self) -> None:
        """Show the versions as they are drawn from now on."""
        super().draw_anew()
        self.listed.put(self._options(), self.listed.highlighted)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to show or to cover words only where there are any that are covered."""
        if action in {ShowWords.id, CoverWords.id}:
            any_words = any(holds_words(one.entry) for one in self._history.versions)
            return any_words and covering() and self._words.bare is (action == CoverWords.id)
        return super().check_action(action, parameters)

    def action_show_words(self) -> None:
        """Show the words of the suspect."""
        self._show_words(bare=True)

    def action_cover_words(self) -> None:
        """Cover them again."""
        self._show_words(bare=False)

    def _show_words(self, *, bare: bool) -> None:
        self._words = replace(self._words, bare=bare)
        self.page.put(self._words.blocks(int(self.line or 0)))
        self.refresh_bindings()

    def _options(self) -> Iterator[Option]:
        newest_first = reversed(range(len(self._history.versions)))
        return (Option(self._words.line(at), id=str(at)) for at in newest_first)

    @on(OptionList.OptionHighlighted)
    def _show(self, event: OptionList.OptionHighlighted) -> None:
        self.page.put(self._words.blocks(int(event.option_id or 0)))

    @on(OptionList.OptionSelected)
    def _read(self) -> None:
        self.page.focus()

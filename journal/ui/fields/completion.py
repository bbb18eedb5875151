"""What a line offers, in grey, to go on with; the right arrow takes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.suggester import Suggester
from textual.widgets import Static

from journal.domain.text.words import N_, _
from journal.ui.fields.stand_ins import given_back, held
from journal.ui.frame.background import aside
from journal.ui.frame.text import own

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widgets import Input

TAKES_IT = N_("press → to accept the grey text")


class Completion(Suggester):
    """Asks a function, in a thread, how typed words go on; "" offers nothing."""

    def __init__(self, complete: Callable[[str], str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """Return the completed words as a line holds them."""
        return held(await aside(partial(self._complete, given_back(value)))) or None


class GreyHint(Static):
    """A line below a field that says how to take what is offered in grey, while something is, or else its note."""

    DEFAULT_CSS = """
    GreyHint { height: auto; color: $text-muted; text-style: italic; visibility: hidden; }
    """

    def __init__(self, line: Input, note: str = "") -> None:
        """Speak of this line; the note is translated."""
        super().__init__(own(note))
        self._line, self._note = line, note

    def on_mount(self) -> None:
        """Follow what the line offers."""
        self.watch(self._line, "_suggestion", self._show)

    def _show(self, offered: str) -> None:
        offers = len(offered) > len(self._line.value)
        self.update(own(_(TAKES_IT) if offers else self._note))
        self.visible = offers or bool(self._note)

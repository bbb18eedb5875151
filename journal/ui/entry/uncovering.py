"""Base class of what shows an entry: the words of the suspect stay covered until they are asked for."""

from __future__ import annotations

from textual.dom import DOMNode

from journal.ui.entry.commands import CoverWords, ShowWords
from journal.ui.frame.command import bindings
from journal.ui.frame.masking import covering


class Uncovering(DOMNode):
    """A widget or screen with two commands, of which one is offered where there are covered words."""

    BINDINGS = bindings(ShowWords, CoverWords)
    bare = False
    """Whether the words are shown although they are covered."""

    @property
    def holds_words(self) -> bool:
        """Whether there are words of the suspect."""
        return False

    def show_anew(self) -> None:
        """Show the entry with its words, or with what covers them."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to show or to cover words only where there are any that are covered."""
        if action in {ShowWords.id, CoverWords.id}:
            return self.holds_words and covering() and self.bare is (action == CoverWords.id)
        return super().check_action(action, parameters)

    def action_show_words(self) -> None:
        """Show the words of the suspect."""
        self._turn(bare=True)

    def action_cover_words(self) -> None:
        """Cover them again."""
        self._turn(bare=False)

    def _turn(self, *, bare: bool) -> None:
        self.bare = bare
        self.show_anew()

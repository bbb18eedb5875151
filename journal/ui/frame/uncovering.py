"""Base class of lists in which the words of the suspect stay covered until a key shows them, where that is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.dom import DOMNode

from journal.domain.entry.word_cover import covered
from journal.domain.text.words import spoken
from journal.ui.frame.masking import covering
from journal.ui.frame.word_commands import TurnWords

if TYPE_CHECKING:
    from collections.abc import Callable


class Uncovering(DOMNode):
    """A screen with a key that shows the covered words, and covers them again; stands behind the other base class.

    The screen has `TurnWords` among its keys, in their order.
    """

    bare = False
    """Whether the words are shown although they are covered."""
    show_anew: Callable[[], None]
    """What shows the lists once they are to be with or without the words."""

    @property
    def covers(self) -> bool:
        """Whether words are covered here now."""
        return covering() and not self.bare

    def told(self, name: str, said: str) -> str:
        """Return what the field with this name says, as it is told here."""
        return covered(name, said, spoken()) if self.covers else said

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the key only where words are covered."""
        return covering() if action == TurnWords.id else super().check_action(action, parameters)

    def action_turn_words(self) -> None:
        """Show the words of the suspect, or cover them again."""
        self.bare = not self.bare
        self.show_anew()

"""A line in which a screen says what is not settled yet."""

from __future__ import annotations

from textual.widgets import Static

from journal.ui.frame.text import own


class SaidLine(Static):
    """On as many lines as the words need; takes no room while nothing is said."""

    DEFAULT_CSS = """
    SaidLine { height: auto; display: none; &.-speaks { display: block; } }
    """

    def say(self, words: str) -> None:
        """Say this; "" takes it back."""
        self.update(own(words))
        self.set_class(bool(words), "-speaks")

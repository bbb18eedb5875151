"""A screen whose breakpoint classes are set before its first frame is drawn."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import Screen

Answer = TypeVar("Answer")


class Fitted(Screen[Answer]):
    """A screen that fits the terminal from its first frame on.

    Textual sets the classes of `HORIZONTAL_BREAKPOINTS` and `VERTICAL_BREAKPOINTS` only once it has drawn, so that
    another layout would flash, and every style would be read twice.
    """

    def on_compose(self) -> None:
        """Set the classes that fit the terminal."""
        (width, height), fit = self.app.size, self._get_breakpoint_classes
        self.add_class(*fit(width, self.HORIZONTAL_BREAKPOINTS or []), *fit(height, self.VERTICAL_BREAKPOINTS or []))

"""Base class of all that stands among the fields of a form or the buttons of a question."""

from __future__ import annotations

from textual.dom import DOMNode


class AmongFields(DOMNode):
    """A widget from which `NextField` and `PreviousField` lead on; stands behind the other base class."""

    def action_next_field(self) -> None:
        """Go to the field after this one."""
        self.screen.focus_next()

    def action_previous_field(self) -> None:
        """Go to the field before this one."""
        self.screen.focus_previous()

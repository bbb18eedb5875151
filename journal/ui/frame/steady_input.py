"""Field of one line in which a letter changes no layout, the cursor does not blink, and what was typed stays."""

from __future__ import annotations

from typing import Any

from textual.geometry import Offset, Size
from textual.reactive import Reactive
from textual.widgets import Input


class SteadyInput(Input):
    """Textual lays the whole screen out anew where the words in a field become longer; here only they are drawn."""

    virtual_size = Reactive(Size(0, 0), repaint=False)
    # A blinking cursor draws twice a second for as long as the program stands open.
    cursor_blink = Reactive(default=False, init=False)

    def __init__(self, *args: Any, select_on_focus: bool = False, **options: Any) -> None:
        """Take the arguments of Textual's; with `select_on_focus`, a letter takes the place of what stands there."""
        super().__init__(*args, select_on_focus=select_on_focus, **options)

    def watch_value(self) -> None:
        """Go on, on coming back, with what was typed: selected, it would be lost with the next letter."""
        self.select_on_focus = False

    @property
    def caret(self) -> Offset:
        """Where on the screen the next letter goes; Textual's own says one cell further behind the last letter."""
        before = self._position_to_cell(self.cursor_position) - self.scroll_offset.x
        return self.content_region.offset + Offset(before, 0)

"""Field of one line in which a letter changes no layout and the cursor does not blink."""

from __future__ import annotations

from textual.geometry import Offset, Size
from textual.reactive import Reactive
from textual.widgets import Input


class SteadyInput(Input):
    """Textual lays the whole screen out anew where the words in a field become longer; here only they are drawn."""

    virtual_size = Reactive(Size(0, 0), repaint=False)
    # A blinking cursor draws twice a second for as long as the program stands open.
    cursor_blink = Reactive(default=False, init=False)

    @property
    def caret(self) -> Offset:
        """Where on the screen the next letter goes; Textual's own says one cell further behind the last letter."""
        before = self._position_to_cell(self.cursor_position) - self.scroll_offset.x
        return self.content_region.offset + Offset(before, 0)

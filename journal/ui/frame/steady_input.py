"""Field of one line in which a letter changes no layout and the cursor does not blink."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class SteadyInput(Input):
    """Textual lays the whole screen out anew where the words in a field become longer; here only they are drawn."""

    virtual_size = Reactive(Size(0, 0), repaint=False)
    # A blinking cursor draws twice a second for as long as the program stands open.
    cursor_blink = Reactive(default=False, init=False)

"""Lines that are scrolled and drawn one by one."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView

from journal.ui.frame.calm_pump import CalmPump


class LinesView(CalmPump, ScrollView):
    """A view whose number of lines may change at every key.

    Textual lays the whole screen out anew where the size of what is scrolled changes; here only the scroll bar follows.
    """

    virtual_size = Reactive(Size(0, 0), repaint=False)

    def watch_virtual_size(self, virtual_size: Size) -> None:
        """Let the scroll bar follow."""
        self._scroll_update(virtual_size)

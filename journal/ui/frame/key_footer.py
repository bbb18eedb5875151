"""The last line: the keys that work now, each with its word; a click on one presses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from journal.ui.frame.everywhere import Leave, SayHowToLeave
from journal.ui.frame.footer import STYLES, UNDER, FooterKey, footer_key, footer_pieces, placed
from journal.ui.frame.live_keys import live_keys
from journal.ui.frame.strips import strip_of
from journal.ui.frame.theme import palette_of

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

LEAVE, HOW_TO_LEAVE = Leave.keys.split(",")[0], SayHowToLeave.keys.split(",")[1]


class KeyFooter(Widget):
    """One line of keys; where there is no room for all, the first ones and those that work everywhere stay."""

    DEFAULT_CSS = f"KeyFooter {{ height: 1; padding: 0 1; {UNDER.css} }}"

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.content_size.width
        pieces = footer_pieces(self._keys(), width) if y == 0 else []
        return strip_of(pieces, STYLES, self.rich_style, width, palette_of(self.app))

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse; a slip of the hand does not leave, a double click does."""
        place = event.get_content_offset(self)
        for at, key in placed(self._keys(), self.content_size.width):
            if place is not None and at <= place.x < at + key.width:
                slip = key.key == LEAVE and event.chain < 2
                self.app.simulate_key(HOW_TO_LEAVE if slip else key.key)

    def _keys(self) -> list[FooterKey]:
        live = [one for one in live_keys(self.screen) if one.command.footer]
        return [footer_key(one.command, one.keys[0], one.shown[0], everywhere=one.everywhere) for one in live]

"""The last line: the keys that work now, each with its word; a click on one presses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from journal.domain.text.words import _
from journal.ui.frame.everywhere import Leave, SayHowToLeave
from journal.ui.frame.live_keys import LiveKey, live_keys

if TYPE_CHECKING:
    from textual import events

GAP = 2
LEAVE, HOW_TO_LEAVE = Leave.keys.split(",")[0], SayHowToLeave.keys.split(",")[1]


class FooterKey(Struct, frozen=True):
    """One key of the footer."""

    key: str
    """The key as Textual names it."""
    shown: str
    """The key as it is written."""
    word: str

    @property
    def width(self) -> int:
        """How many cells it takes."""
        return cell_len(self.shown) + 1 + cell_len(self.word)


class KeyFooter(Widget):
    """One line of keys; where there is no room for all, the first ones and those that work everywhere stay."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-footer--key"}
    DEFAULT_CSS = """
    KeyFooter {
        height: 1; padding: 0 1; background: $panel; color: $foreground 85%;
        & > .key-footer--key { color: $primary; text-style: bold; }
    }
    """

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.content_size.width
        if y:
            return Strip.blank(width, self.rich_style)
        style, key_style = self.rich_style, self.get_component_rich_style("key-footer--key")
        segments: list[Segment] = []
        used = 0
        for at, key in self._placed(width):
            segments += [Segment(" " * (at - used), style), Segment(key.shown, key_style)]
            segments.append(Segment(f" {key.word}", style))
            used = at + key.width
        return Strip(segments).crop_extend(0, width, style)

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse; a slip of the hand does not leave, a double click does."""
        place = event.get_content_offset(self)
        for at, key in self._placed(self.content_size.width):
            if place is not None and at <= place.x < at + key.width:
                slip = key.key == LEAVE and event.chain < 2
                self.app.simulate_key(HOW_TO_LEAVE if slip else key.key)

    def _placed(self, width: int) -> list[tuple[int, FooterKey]]:
        live = [one for one in live_keys(self.screen) if one.command.footer]
        live.sort(key=lambda one: not one.command.leads)
        here = [_shown(one) for one in live if not one.everywhere]
        everywhere = [_shown(one) for one in live if one.everywhere]
        room = width - sum(key.width + GAP for key in everywhere)
        placed: list[tuple[int, FooterKey]] = []
        at = 0
        for key in here:
            if at + key.width <= room:
                placed.append((at, key))
                at += key.width + GAP
        at = max(at, width - sum(key.width + GAP for key in everywhere) + GAP) if placed else 0
        for key in everywhere:
            placed.append((at, key))
            at += key.width + GAP
        return placed


def _shown(live: LiveKey) -> FooterKey:
    return FooterKey(live.keys[0], live.shown[0], _(live.command.footer))

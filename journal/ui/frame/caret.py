"""The terminal's own cursor, which braille displays, magnifiers and input methods follow: it stands where keys act."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.app import App
from textual.geometry import Offset

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen
    from textual.widget import Widget

Result = TypeVar("Result")


class CaretApp(App[Result], inherit_bindings=False):
    """An app that puts the cursor of the terminal at the caret with all that it draws.

    Textual does so where a field gets the focus or its words change, and not where the field itself is moved then.
    """

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if self.focused is not None:
            self.cursor_position = caret_of(self.focused)
        super()._display(screen, renderable)


def caret_of(widget: Widget) -> Offset:
    """Return where on the screen a key acts within the focused widget: its caret, or else where it begins."""
    # A widget of ours has `caret`, a field of several lines of Textual's the other name.
    for name in ("caret", "cursor_screen_offset"):
        caret = getattr(widget, name, None)
        if isinstance(caret, Offset):
            return caret
    return widget.content_region.offset

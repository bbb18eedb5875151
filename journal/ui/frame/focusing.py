"""Giving the focus at once, also to what was hidden a moment ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widget import Widget


def focus_now(widget: Widget) -> None:
    """Give a widget the focus before the next key arrives, so that nothing typed fast goes astray.

    A widget that a class has just made visible can take the focus only once its styles say so.
    """
    screen = widget.screen
    screen.app.stylesheet.update(screen)
    screen.set_focus(widget)

"""A short list to choose from, with the journal's own keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList

from journal.ui.frame.command import bindings
from journal.ui.frame.moving_commands import GoToBottom, GoToTop, MoveDown, MoveUp
from journal.ui.lists.commands import TakeHighlighted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.geometry import Size
    from textual.widgets.option_list import Option

LEAST_WIDTH = 12


class PlainList(OptionList, inherit_bindings=False):
    """Options, one of them highlighted; page keys are left to the screen, for which they scroll."""

    BINDINGS = bindings(TakeHighlighted, MoveUp, MoveDown, GoToTop, GoToBottom)

    def put(self, options: Iterable[Option], highlighted: int | None = 0) -> None:
        """List other options, this one of them highlighted where there is any."""
        self.clear_options()
        self.add_options(options)
        self.highlighted = highlighted if self.option_count else None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the height at this width; words are not wrapped into less room than a few letters need."""
        return super().get_content_height(container, viewport, max(width, LEAST_WIDTH))

    def action_take_highlighted(self) -> None:
        """Choose the highlighted option."""
        self.action_select()

    def action_move_up(self) -> None:
        """Go to the option above."""
        self.action_cursor_up()

    def action_move_down(self) -> None:
        """Go to the option below."""
        self.action_cursor_down()

    def action_go_to_top(self) -> None:
        """Go to the first option."""
        self.action_first()

    def action_go_to_bottom(self) -> None:
        """Go to the last option."""
        self.action_last()

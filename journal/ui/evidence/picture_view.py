"""A picture drawn in half-cells: two small squares of colour in each cell of the terminal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from journal.evidence import picture
from journal.evidence.errors import CannotShow
from journal.ui.frame.background import aside
from journal.ui.frame.text import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.evidence.picture import Cell, Colour


class PictureView(Widget):
    """One picture, as large as there is room, never enlarged; where it cannot be drawn, a sentence says so."""

    DEFAULT_CSS = """
    PictureView { height: 1fr; width: 1fr; }
    """

    def __init__(self, data: bytes) -> None:
        """Show the bytes of a picture, which may be damaged or hostile."""
        super().__init__()
        self._data = data
        self._strips: list[Strip] = []
        self._drawn_for = (0, 0)
        self._at_work = False

    def on_resize(self) -> None:
        """Draw for the new size."""
        self._draw_anew()

    def _draw_anew(self) -> None:
        size = self.content_size
        if not self._at_work and size.width and size.height and self._drawn_for != (size.width, size.height):
            self._at_work = True
            self.run_worker(self._draw(size.width, size.height), group="picture")

    async def _draw(self, columns: int, rows: int) -> None:
        """Draw in a thread, one picture at a time, as pillow asks for."""
        try:
            cells = await aside(partial(picture.drawn, self._data, columns, rows))
        except CannotShow as why:
            strips = _wrapped(self, str(why), columns)
        else:
            strips = [_strip(row) for row in cells]
        self._strips, self._drawn_for, self._at_work = strips, (columns, rows), False
        self.refresh()
        self._draw_anew()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width, under = self.content_size.width, self.rich_style
        if y < len(self._strips):
            return self._strips[y].crop_extend(0, width, under)
        return Strip.blank(width, under)


def _strip(row: Sequence[Cell]) -> Strip:
    return Strip([Segment(cell.char, _style(cell)) for cell in row])


def _style(cell: Cell) -> Style:
    return Style(color=_color(cell.foreground), bgcolor=_color(cell.background))


def _color(colour: Colour | None) -> Color | None:
    return Color.from_rgb(*colour) if colour else None


def _wrapped(view: PictureView, words: str, width: int) -> list[Strip]:
    from textual.visual import Visual

    return Visual.to_strips(view, own(words), width, None, view.visual_style, apply_selection=False)

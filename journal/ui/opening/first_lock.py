"""The lock of a protected journal, as its screen shows it, before the library of the screen is loaded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journal.ui.frame import footer, text_styles
from journal.ui.frame.colours import palette_for
from journal.ui.frame.everywhere import Leave
from journal.ui.frame.line_pieces import padded
from journal.ui.frame.text_styles import PLAIN, TextStyle
from journal.ui.opening.opening_keys import key_of
from journal.ui.safety.unlock_sizes import FIELD_ROWS, SAID_ROWS, WIDTH
from journal.ui.terminal import early

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.ui.frame.line_pieces import Piece
    from journal.ui.terminal.first_frame import Paper

_STYLES = {
    "border": TextStyle("primary"),
    "cursor": TextStyle("background", "foreground"),
    "field": TextStyle(background="field"),
}
_LEAST_ROWS = FIELD_ROWS + SAID_ROWS + 1


def draw() -> None:
    """Draw the lock, where the terminal can show it."""
    paper = early.paper()
    if paper and paper.rows >= _LEAST_ROWS:
        early.draw(first_lock(paper))


def first_lock(paper: Paper) -> str:
    """Return what is written to the terminal, row by row."""
    return text_styles.in_rows(_rows(paper))


def _rows(paper: Paper) -> Iterator[str]:
    columns, width = paper.columns, min(WIDTH, paper.columns)
    written = partial(text_styles.written, palette=palette_for(""), depth=paper.depth)
    above = (paper.rows - _LEAST_ROWS) // 2
    left = (columns - width) // 2
    blank: list[Piece] = [(" " * columns, "")]
    field: list[Piece] = [(" ", "cursor"), (" " * (width - 5), "field")]
    box: list[list[Piece]] = [
        [("╭" + "─" * (width - 2) + "╮", "border")],
        [("│", "border"), *padded(field), ("│", "border")],
        [("╰" + "─" * (width - 2) + "╯", "border")],
    ]
    for row in range(paper.rows - 1):
        line = box[row - above] if 0 <= row - above < len(box) else None
        beside = (" " * left, ""), (" " * (columns - width - left), "")
        yield written([beside[0], *line, beside[1]] if line else blank, _STYLES, PLAIN)
    yield written(
        padded(footer.footer_pieces([key_of(Leave, everywhere=True)], columns - 2)), footer.STYLES, footer.UNDER
    )

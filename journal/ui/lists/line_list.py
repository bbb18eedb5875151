"""A list of lines to choose from; the line above it moves its cursor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from journal.ui.frame.line_pieces import Piece, fitted, length
from journal.ui.frame.masking import harmless
from journal.ui.frame.text_styles import TextStyle
from journal.ui.lists.drawn_list import DrawnList

if TYPE_CHECKING:
    from collections.abc import Sequence


class Worded(Protocol):
    """What can be drawn as one line, worded when it is looked at."""

    @property
    def pieces(self) -> Sequence[Piece]:
        """Return words that are harmless already, each with the name of a style of `LineList` or none."""

    @property
    def right(self) -> str:
        """Return what stands at the right edge."""


@dataclass(frozen=True)
class Row:
    """One line that is worded already, as `Worded`."""

    pieces: Sequence[Piece]
    right: str = ""


class LineList(DrawnList, can_focus=False):
    """Rows, one of them with the cursor."""

    STYLES = {"strong": TextStyle(weight="bold"), "faint": TextStyle()}  # noqa: RUF012 - never changed
    DEFAULT_CSS = "LineList { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; height: 1fr; }"

    _rows: Sequence[Worded] = ()

    @property
    def lines(self) -> Sequence[Worded]:
        """The rows."""
        return self._rows

    def show(self, rows: Sequence[Worded], at: int = 0) -> None:
        """Show these rows, with the cursor on this one or the last."""
        self._rows = rows
        self.lines_changed(max(0, min(at, len(rows) - 1)))

    def pieces(self, line: int, y: int, width: int) -> list[Piece]:  # noqa: ARG002 - the same in every row
        """Return a row, with a bar before the one with the cursor."""
        row = self._rows[line]
        lead: Piece = ("▌" if line == self._at else " ", "strong")
        right: list[Piece] = [(f" {harmless(row.right)} ", "faint")] if row.right else []
        said = [(harmless(words), style) for words, style in row.pieces]
        return fitted([lead, *said], max(0, width - length(right))) + right

"""A table of counts: in each line a label, figures, a bar, and what is to be noted; each figure can be opened."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from rich.cells import cell_len

from journal.domain.overview.axes import Axis
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import _, labelled, many, spoken
from journal.ui.frame.command import bindings
from journal.ui.frame.line_pieces import Piece, fitted, length
from journal.ui.frame.moving_commands import GoToBottom, GoToTop, MoveDown, MoveUp, PageBack, PageOn
from journal.ui.frame.text_styles import TextStyle
from journal.ui.lists.drawn_list import DrawnList

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTHING = "·"
FULL, PARTS = "█", " ▏▎▍▌▋▊▉"
LEAST_BAR, MOST_BAR = 20, 60
GAP = 2


class Figure(Struct, frozen=True):
    """A count, and where the entries stand that it counts."""

    count: int
    axis: Axis | None = None
    """None where no entries are behind it."""
    places: frozenset[Hashable] = frozenset()


class FigureLine(Struct, frozen=True):
    """One line of a table."""

    label: str
    """In words of the program, or harmless already."""
    figures: tuple[Figure, ...] = ()
    note: str = ""
    """What is to be noted beside it: the no, a report, days."""
    bar: bool = True
    """Whether it has a bar; a line that could not be placed has none, and does not measure the others."""
    shorter: tuple[str, ...] = ()
    """Shorter words for the note, for a line with less room."""


class FigureSheet(Struct, frozen=True):
    """A whole table."""

    heads: tuple[str, ...]
    """What the label is, and what each figure counts."""
    lines: Sequence[FigureLine]
    spoken_heads: tuple[str, ...] = ()
    """The same in full words, where the heads are short."""
    named: str = "{label}"
    """What a label is called where it stands alone."""

    def said(self, line: FigureLine, column: int) -> str:
        """Return a figure of a line with its label, its head and its note, so that it makes sense alone."""
        label = self.named.format(label=line.label) if line.bar else line.label
        if not line.figures:
            return " · ".join(filter(None, (label.strip("… ─"), line.note)))
        heads, at = self.spoken_heads or self.heads, min(column, len(line.figures) - 1)
        count = line.figures[at].count
        counted = in_figures(count, spoken())
        if heads[at + 1]:
            counted = many("{count} act", "{count} acts", count).format(count=counted) if count else _("no act")
        if len(heads) > 2 and heads[at + 1] != _("acts"):
            label = f"{label}, {heads[at + 1]}"
        return " · ".join(filter(None, (labelled(label, counted), line.note)))


class FigureTable(DrawnList, can_focus=True):
    """The lines of a sheet, its heads kept in sight; the cursor is on one figure of one line."""

    BINDINGS = bindings(MoveUp, MoveDown, PageBack, PageOn, GoToTop, GoToBottom)
    STYLES = {  # noqa: RUF012 - never changed
        "mark": TextStyle("primary", weight="bold"),
        "head": TextStyle("primary", weight="bold"),
        "bar": TextStyle("primary"),
        "here": TextStyle(weight="bold underline"),
    }
    DEFAULT_CSS = "FigureTable { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; height: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.sheet = FigureSheet((), ())
        self.column = 0
        """Which figure of the line has the cursor."""
        self._label_width = self._note_width = self._most = 0
        self._widths: Sequence[int] = ()
        """Width of each column of figures, the gap before it included."""

    @property
    def lines(self) -> Sequence[FigureLine]:
        """The lines; the heads stand above the first one."""
        return (FigureLine(""), *self.sheet.lines)

    @property
    def covered(self) -> int:
        """The heads cover the first line in sight."""
        return 1

    def show(self, sheet: FigureSheet, at: int = 0, column: int = 0) -> None:
        """Show a table, with the cursor on this line, counted from 0."""
        self.sheet = sheet
        self.column = min(column, max(0, len(sheet.heads) - 2))
        labels = (*sheet.heads[:1], *(line.label for line in sheet.lines))
        self._label_width = max(map(cell_len, labels), default=0)
        gap = GAP if len(sheet.heads) == 2 else 1
        self._widths = [gap + _widest(sheet, at) for at in range(len(sheet.heads) - 1)]
        self._note_width = max((cell_len(one.note) for one in sheet.lines if one.bar), default=0)
        self._most = max((one.figures[0].count for one in sheet.lines if one.bar and one.figures), default=0)
        self.lines_changed(min(at, max(0, len(sheet.lines) - 1)) + 1)
        self.post_message(self.Highlighted())

    @property
    def row(self) -> int:
        """The line with the cursor, counted from 0."""
        return max(0, self._at - 1)

    @property
    def line(self) -> FigureLine | None:
        """The line with the cursor."""
        return self.sheet.lines[self.row] if self.sheet.lines else None

    @property
    def figure(self) -> Figure | None:
        """The figure with the cursor."""
        line = self.line
        return line.figures[min(self.column, len(line.figures) - 1)] if line and line.figures else None

    @property
    def said(self) -> str:
        """The figure with the cursor in words."""
        return self.sheet.said(self.line, self.column) if self.line else ""

    def takes_cursor(self, line: int) -> bool:
        """Tell whether a line of the table stands there."""
        return 0 < line <= len(self.sheet.lines)

    def move(self, by: int) -> None:
        """Move the cursor by so many lines."""
        if self.sheet.lines:
            self.put_cursor(max(1, min(self._at + by, len(self.sheet.lines))))

    def move_column(self, by: int) -> None:
        """Move the cursor by so many figures."""
        self.column = max(0, min(self.column + by, len(self.sheet.heads) - 2))
        self.refresh()
        self.post_message(self.Highlighted())

    def pieces(self, line: int, y: int, width: int) -> list[Piece]:
        """Return a line, or the heads where they stand."""
        if y == 0:
            return fitted(self._heads(width), width)
        here, one = line == self._at, self.sheet.lines[line - 1]
        left: list[Piece] = [("▌" if here else " ", "mark"), *fitted([(one.label, "")], self._room(width))]
        left += self._figures(one, here=here)
        if len(self.sheet.heads) > 2:
            return fitted([*left, (f"  {one.note}" if one.note else "", "")], width)
        room = max(LEAST_BAR, min(MOST_BAR, width - length(left) - self._note_width - 2 * GAP))
        bar = bar_of(one.figures[0].count, self._most, room) if one.bar and one.figures else ""
        if not one.bar:
            return fitted([*left, (" " * GAP + one.note, "")], width)
        told = _fitting((one.note, *one.shorter), width - length(left) - room - 2 * GAP)
        note: list[Piece] = [(" " * (room - cell_len(bar) + GAP) + told, "")] if told else []
        return fitted([*left, (" " * GAP + bar, "bar"), *note], width)

    def _heads(self, width: int) -> Iterator[Piece]:
        yield " ", "head"
        yield from fitted([(head, "head") for head in self.sheet.heads[:1]], self._room(width))
        for head, room in zip(self.sheet.heads[1:], self._widths, strict=True):
            yield f"{' ' * (room - cell_len(head))}{head}", "head"

    def _room(self, width: int) -> int:
        """Return how wide the labels are: all figures stand beside them."""
        return max(1, min(self._label_width, width - 1 - sum(self._widths)))

    def _figures(self, one: FigureLine, *, here: bool) -> Iterator[Piece]:
        several = len(self.sheet.heads) > 2
        if not one.figures:
            yield " " * sum(self._widths), ""
            return
        for at, (figure, room) in enumerate(zip(one.figures, self._widths, strict=True)):
            told = _figure(figure)
            padding = room - cell_len(told)
            if here and several and at == min(self.column, len(one.figures) - 1):
                yield f"{' ' * (padding - 1)}▸", "mark"
                yield told, "here"
            else:
                yield f"{' ' * padding}{told}", ""

    def action_move_up(self) -> None:
        """Put the cursor on the line above."""
        self.move(-1)

    def action_move_down(self) -> None:
        """Put the cursor on the line below."""
        self.move(1)

    def action_page_back(self) -> None:
        """Put the cursor a page higher."""
        self.move(-self.page)

    def action_page_on(self) -> None:
        """Put the cursor a page lower."""
        self.move(self.page)

    def action_go_to_top(self) -> None:
        """Put the cursor on the first line."""
        self.move(-len(self.lines))

    def action_go_to_bottom(self) -> None:
        """Put the cursor on the last line."""
        self.move(len(self.lines))


def _fitting(notes: Sequence[str], room: int) -> str:
    return next((one for one in notes if cell_len(one) <= room), notes[-1])


def _figure(figure: Figure) -> str:
    return in_figures(figure.count, spoken()) if figure.count else NOTHING


def _widest(sheet: FigureSheet, at: int) -> int:
    """Return the width of a column of figures, counted from 0."""
    told = (_figure(line.figures[at]) for line in sheet.lines if line.figures)
    return max(cell_len(one) for one in (sheet.heads[at + 1], *told))


def first_counted(sheet: FigureSheet) -> int:
    """Return the first line with a count: where marks of the future stand above it, the cursor begins there."""
    return next((at for at, line in enumerate(sheet.lines) if any(one.count for one in line.figures)), 0)


def bar_of(count: int, most: int, room: int) -> str:
    """Return a bar whose length is to `room` cells as the count is to the most; never empty for a count."""
    if not count or not most:
        return ""
    eighths = max(1, count * room * 8 // most)
    return FULL * (eighths // 8) + PARTS[eighths % 8].strip()

"""First content: the newest entries as the first screen shows them, before the library of the screen is loaded.

Lines, styles and sizes are those of the first screen; only what stands beside the timeline follows with it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journal.domain.text.words import _
from journal.ui.frame import footer, text_styles, title
from journal.ui.frame.ascii_signs import ASCII, in_ascii
from journal.ui.frame.colours import palette_for
from journal.ui.frame.keymap import follow_keys
from journal.ui.frame.line_pieces import padded
from journal.ui.frame.masking import cover_words, mask_by
from journal.ui.frame.text_styles import AT_CURSOR, ON_PANEL, PLAIN, TextStyle
from journal.ui.opening.opening_keys import opening_footer
from journal.ui.terminal import early
from journal.ui.timeline import main_title, timeline_lines
from journal.ui.timeline.main_sizes import SHORT, TALL, timeline_width
from journal.ui.timeline.timeline_lines import TimelineLines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal.store.file.mutable_state import Settings
    from journal.ui.frame.line_pieces import Piece
    from journal.ui.opening.arrival import Arrival
    from journal.ui.terminal.first_frame import Paper

_BORDER = {"border": TextStyle("primary"), "title": TextStyle(weight="bold")}
_SCROLL_BAR = (" ", "")


def begin_masked(settings: Settings) -> None:
    """Mask all that is stored where names are masked, because the people are not read yet; cover words where set."""
    cover_words(settings.cover_words)
    mask_by((lambda: None) if settings.masked else None)


def draw(arrival: Arrival) -> None:
    """Draw the first content, where the terminal can show it."""
    follow_keys(arrival.settings.keys)
    paper = early.paper()
    if paper and paper.rows >= SHORT:
        early.draw(first_content(arrival, paper))


def first_content(arrival: Arrival, paper: Paper) -> str:
    """Return what is written to the terminal, row by row; nothing of what is stored is interpreted."""
    written = text_styles.in_rows(_rows(arrival, paper))
    return in_ascii(written) if arrival.settings.signs == ASCII else written


def _rows(arrival: Arrival, paper: Paper) -> Iterator[str]:
    columns, width = paper.columns, timeline_width(paper.columns)
    written = partial(text_styles.written, palette=palette_for(arrival.settings.theme), depth=paper.depth)
    said = main_title.while_opening(arrival.path, arrival.last, arrival.now())
    yield written(padded(title.title_pieces(said, columns - 2)), title.STYLES, ON_PANEL)
    blank = [(" " * columns, "")]
    if paper.rows >= TALL:
        yield written(blank, {}, PLAIN)
    height = paper.rows - 2 - (paper.rows >= TALL)
    beside = written([(" " * (columns - width), "")], {}, PLAIN)
    heading = " " + _("Timeline") + " "
    rest = width - 3 - len(heading)
    yield written([("┏━", "border"), (heading, "title"), ("━" * rest + "┓", "border")], _BORDER, PLAIN) + beside
    for pieces, under in _lines(arrival, width - 3, height - 2):
        yield (
            written([("┃", "border")], _BORDER, PLAIN)
            + written([*pieces], timeline_lines.STYLES, under)
            + written([_SCROLL_BAR, ("┃", "border")], _BORDER, PLAIN)
            + beside
        )
    yield written([("┗" + "━" * (width - 2) + "┛", "border")], _BORDER, PLAIN) + beside
    keys = opening_footer(read_only=arrival.read_only)
    yield written(padded(footer.footer_pieces(keys, columns - 2)), footer.STYLES, footer.UNDER)


def _lines(arrival: Arrival, width: int, height: int) -> Iterator[tuple[list[Piece], TextStyle]]:
    """Yield the lines of the timeline, each with the style under it; the cursor is on the latest entry."""
    at = arrival.rows.nearest(0, 1) or 0
    shown = TimelineLines(arrival.rows, width, covered=1, at=at, files=arrival.files)
    for line in range(height):
        pieces = shown.pieces(line, line) if line < len(arrival.rows.lines) else [(" " * width, "")]
        yield pieces, AT_CURSOR.over(PLAIN) if line == at else PLAIN

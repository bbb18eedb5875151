"""The lines of the timeline that are in sight, in pieces, and the styles of these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from journal.domain.base.errors import Unreadable
from journal.domain.state.search import Terms
from journal.domain.text.words import _
from journal.ui.frame.line_pieces import fitted
from journal.ui.frame.text_styles import TextStyle
from journal.ui.timeline.timeline_line import Look, entry_line, month_line
from journal.ui.timeline.timeline_rows import Month, Rows

if TYPE_CHECKING:
    from journal.ui.frame.line_pieces import Piece

STYLES = {
    "month": TextStyle("primary", weight="bold"),
    "day": TextStyle(weight="bold"),
    "mark": TextStyle("primary"),
    "kind": TextStyle(),
    "gist": TextStyle(),
    "faint": TextStyle(),
    "struck": TextStyle(weight="strike"),
    "found": TextStyle("primary", weight="bold underline"),
}


class TimelineLines(Struct, frozen=True):
    """What is in sight of a timeline."""

    rows: Rows
    width: int
    covered: int
    """How many lines the month covers that is being read."""
    at: int
    """The line with the cursor."""
    terms: Terms = ()
    files: Mapping[int, int] | None = None
    """How many exhibits each entry has, by its number; None where no room is kept for that."""
    picked: frozenset[int] = frozenset()
    """Numbers of the entries that are picked; where there are any, every line keeps room for a tick."""

    def pieces(self, line: int, y: int) -> list[Piece]:
        """Return an entry, or the heading of a month, as it stands in row `y` of what is in sight."""
        here = self.rows.lines[line]
        if isinstance(here, Month) or (y == 0 and self.covered):
            return month_line(self.rows.month_of(line), self.width)
        with_day = self.rows.opens_day(line) or (y == 1 and self.covered > 0)
        files = None if self.files is None else self.files.get(here.number, 0)
        picked = here.number in self.picked if self.picked else None
        look = Look(
            self.width,
            cursor=line == self.at,
            with_day=with_day,
            whole_day=self.rows.by_recording,
            terms=self.terms,
            files=files,
            picked=picked,
        )
        try:
            return entry_line(here, look)
        except Unreadable:
            return fitted([(" " + _("This entry cannot be read just now."), "faint")], self.width)

"""How many acts each week had, as a strip of blocks; facts, not alarms."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct
from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from journal.domain.overview.acts_over_time import Spread, week_of
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import _, many, spoken
from journal.domain.time import moment_words
from journal.ui.frame.text import FAINT, own

BLOCKS = "▁▂▃▄▅▆▇█"
NOTHING = "·"
NO = "▲"
MOST_WEEKS = 78
"""A year and a half; more would say nothing at a glance."""


FEW_WEEKS = 40
"""Below so many weeks, the words that explain the mark give way to the strip."""


class Weeks(Struct, frozen=True):
    """What the strip shows."""

    spread: Spread = Spread({})
    """The acts of each week that has any, by its Monday, and those of no known week."""
    last: date = date.min
    """The present week, by its Monday."""
    said_no: date | None = None
    """The day of the first *said no*."""


class WeeklyStrip(Widget):
    """One line: a block per week, the latest on the right, and the mark of the week in which no was said."""

    DEFAULT_CSS = """
    WeeklyStrip { height: 1; padding: 0 1; }
    """

    weeks: reactive[Weeks] = reactive(Weeks())

    def render(self) -> Content:
        """Draw the line."""
        weeks, width = self.weeks, self.content_size.width
        total = weeks.spread.total
        if not total:
            return Content("")
        count = many("{count} act in all", "{count} acts in all", total).format(count=in_figures(total, spoken()))
        tail = " " + _("acts per week")
        room = width - cell_len(tail) - cell_len(count) - 3
        fits = (one for one in self._said_no() if room - cell_len(one) >= min(self._begun, FEW_WEEKS) + 4)
        said = next(fits, "")
        strip = self._strip(max(8, min(room - cell_len(said) - 3, MOST_WEEKS)), marked=bool(said))
        left = strip + own(tail, FAINT) + own(f"   {said}" if said else "")
        gap = width - left.cell_length - cell_len(count)
        if gap < 2:
            return left.truncate(width, ellipsis=True)
        return left + own(" " * gap) + own(count)

    def _said_no(self) -> tuple[str, ...]:
        """Return what the mark means, the longest words first; without words there is no mark."""
        if not self.weeks.said_no:
            return ()
        day = moment_words.plain_day(self.weeks.said_no, spoken())
        told = _("said “no contact”, {day}").format(day=day), _("said “no contact”")
        return f"{NO} {told[0]}", f"{NO} {told[1]}"

    @property
    def _begun(self) -> int:
        """How many weeks there are from the first act, or the no, until now."""
        no = [week_of(self.weeks.said_no)] if self.weeks.said_no else []
        return max(1, (self.weeks.last - min([*self.weeks.spread.acts, *no, self.weeks.last])).days // 7 + 1)

    def _strip(self, room: int, *, marked: bool) -> Content:
        weeks = self.weeks
        shown = [weeks.last - timedelta(weeks=back) for back in reversed(range(min(room, self._begun)))]
        most = max((weeks.spread.acts.get(week, 0) for week in shown), default=0)
        no = week_of(weeks.said_no) if weeks.said_no and marked else None
        strip = Content("")
        for week in shown:
            if week == no:
                strip += own(NO, "bold")
            strip += own(_block(weeks.spread.acts.get(week, 0), most), "$primary")
        return strip


def _block(acts: int, most: int) -> str:
    if not acts:
        return NOTHING
    return BLOCKS[max(0, -(-acts * len(BLOCKS) // most) - 1)]

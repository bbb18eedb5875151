"""The calendar: a month of days with their acts in figures, the year it lies in, and the entries of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalGroup
from textual.getters import query_one
from textual.widgets import Static

from journal.domain.overview.day_marks import day_marks
from journal.domain.overview.month import MonthCounts, month_counts
from journal.domain.text.numbers import in_figures
from journal.domain.text.words import N_, _, labelled, many, spoken
from journal.domain.time.moment_words import day_in_words
from journal.ui.dialogs.acting_screen import ActingScreen
from journal.ui.frame import messages
from journal.ui.frame.command import bindings
from journal.ui.frame.everywhere import Close
from journal.ui.frame.moving_commands import GoToBottom, GoToTop, MoveDown, MoveUp
from journal.ui.frame.text import own
from journal.ui.frame.title import lasting
from journal.ui.overview import overview_words
from journal.ui.overview.commands import (
    DayAfter,
    DayBefore,
    DayInTimeline,
    MonthBack,
    MonthOn,
    OpenDay,
    ShowYear,
)
from journal.ui.overview.month_grid import WEEK, MonthGrid, MonthShown, day_moved, month_moved
from journal.ui.overview.time_sheets import marks_within

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.app import ComposeResult

    from journal.domain.overview.acts_over_time import Stretches
    from journal.domain.overview.day_marks import DayMark
    from journal.logbook import Logbook
    from journal.ui.overview.day_entries import DayEntries
    from journal.ui.timeline.filtering import FilterInForce

NARROWED = N_("only what meets the filter counts")


class CalendarScreen(ActingScreen[None]):
    """A month; the cursor walks through its days and on into the months beside it."""

    HELP = N_(
        "A month, with how many acts began on each day; one that lasted longer counts on its first day. Marked "
        "are ▲ the first “no contact”, ■ a report, [ ] an order, ? a day to ask again. Arrows go from day to "
        "day, page keys from month to month; enter opens a day, y the year. With a filter on the main screen, "
        "only the entries that meet it are counted and listed; the title says which."
    )
    CSS = """
    CalendarScreen VerticalGroup { padding: 0 1; }
    CalendarScreen Static { height: auto; }
    """
    BINDINGS = bindings(
        OpenDay, ShowYear, MonthBack, MonthOn, DayBefore, DayAfter, MoveUp, MoveDown, GoToTop, GoToBottom,
        DayInTimeline, Close,
    )  # fmt: skip
    AUTO_FOCUS = "MonthGrid"

    grid = query_one(MonthGrid)

    def __init__(self, logbook: Logbook, in_force: FilterInForce, day: date) -> None:
        """Show the month of a day, with the cursor on it, as a filter leaves it."""
        super().__init__()
        self.logbook, self._in_force, self._day = logbook, in_force, day
        self._stretches: Stretches = {}
        self._marks: Sequence[DayMark] = ()
        self._counts = MonthCounts(day.replace(day=1))

    def compose_body(self) -> ComposeResult:
        """Make the grid, and the words for the day with the cursor."""
        yield MonthGrid()
        with VerticalGroup():
            yield Static(id="day")
            yield Static(id="month")

    def on_mount(self) -> None:
        """Show the month."""
        self.show_all()

    def show_all(self) -> None:
        """Show the month as the journal stands."""
        self._stretches = self._in_force.seen.stretches()
        self._marks = day_marks(self.logbook.state, self._in_force.every.no())
        self._count()
        self.go_to(self._day)

    def _count(self) -> None:
        self._counts = month_counts(self._stretches, self._day)

    def go_to(self, day: date) -> None:
        """Put the cursor on a day, in whatever month."""
        self._day = day
        if self._counts.first != day.replace(day=1):
            self._count()
        counts, marks = self._counts, marks_within(self._marks, self._counts.first, self._counts.last)
        by_day: dict[int, list[DayMark]] = {}
        for one in marks:
            by_day.setdefault(one.day.day, []).append(one)
        acts = {one.day: count for one, count in counts.days.items()}
        self.grid.month = MonthShown(counts.first, acts, by_day, self.logbook.now().date())
        self.grid.at = day
        acts_of_month = many("{count} act", "{count} acts", counts.total).format(count=_figures(counts.total))
        self.entitle(overview_words.day(counts.first, overview_words.MONTH), lasting(self._asked), acts_of_month)
        self.query_one("#day", Static).update(own(self._told(by_day.get(day.day, ()))))
        self.query_one("#month", Static).update(own(self._beside()))

    @property
    def _asked(self) -> str:
        """What the filter asks for, in words."""
        return self._in_force.conditions

    def _told(self, marks: Sequence[DayMark]) -> str:
        """Return what the day with the cursor holds, in words."""
        acts = self._counts.days.get(self._day, 0)
        counted = many("{count} act", "{count} acts", acts).format(count=_figures(acts)) if acts else _("no act")
        facts = " · ".join([counted, *([_(NARROWED)] if self._asked else []), *map(overview_words.long_mark, marks)])
        return labelled(day_in_words(self._day, spoken()), facts)

    def _beside(self) -> str:
        """Return how many acts stand on no day of the month, and how many in no month at all."""
        told, perhaps, unknown = [], self._counts.perhaps, self._counts.unknown
        if perhaps:
            more = many(
                "{count} act more is perhaps of this month: its day is not known well enough.",
                "{count} acts more are perhaps of this month: their days are not known well enough.",
                perhaps,
            )
            told.append(more.format(count=_figures(perhaps)))
        if unknown:
            nowhere = many(
                "{count} act at an unknown time is in no month.",
                "{count} acts at an unknown time are in no month.",
                unknown,
            )
            told.append(nowhere.format(count=_figures(unknown)))
        return "\n".join(told)

    def action_move_up(self) -> None:
        """Go one week back."""
        self.go_to(day_moved(self._day, -WEEK))

    def action_move_down(self) -> None:
        """Go one week on."""
        self.go_to(day_moved(self._day, WEEK))

    def action_day_before(self) -> None:
        """Go one day back."""
        self.go_to(day_moved(self._day, -1))

    def action_day_after(self) -> None:
        """Go one day on."""
        self.go_to(day_moved(self._day, 1))

    def action_month_back(self) -> None:
        """Go one month back."""
        self.go_to(month_moved(self._day, -1))

    def action_month_on(self) -> None:
        """Go one month on."""
        self.go_to(month_moved(self._day, 1))

    def action_go_to_top(self) -> None:
        """Go to the first day of the month."""
        self.go_to(self._counts.first)

    def action_go_to_bottom(self) -> None:
        """Go to the last day of the month."""
        self.go_to(self._counts.last)

    async def action_show_year(self) -> None:
        """Show the months of the year, to go to one of them."""
        await self.run_flow(self._choose_month())

    async def _choose_month(self) -> None:
        from journal.ui.overview.year import YearScreen

        chosen = await self.app.push_screen_wait(YearScreen(self._stretches, self._marks, self._day, self._asked))
        if chosen is not None:
            self.go_to(chosen)

    @on(MonthGrid.DayTaken)
    async def action_open_day(self) -> None:
        """List the entries of the day."""
        from journal.ui.overview.day_entries import DayEntries

        self._day = self.grid.at
        await self.run_flow(self._open(DayEntries(self.logbook, self._in_force, self._day)))

    async def _open(self, screen: DayEntries) -> None:
        await self.app.push_screen_wait(screen)
        self.go_to(screen.day)

    def action_day_in_timeline(self) -> None:
        """Go to the day on the main screen."""
        self.post_message(messages.GoToDay(self.grid.at))


def _figures(number: int) -> str:
    return in_figures(number, spoken())

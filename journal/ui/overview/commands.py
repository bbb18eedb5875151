"""Commands of the overview and of the calendar."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class ShowOverview(Command, keys="p", title=N_("Overview: the pattern in counts"), whole=True):
    help = N_(
        "Shows how often, since when, at which hours, which kinds, before and since “no contact”. Enter lists the "
        "entries."
    )
    words = N_("overview, statistics, pattern, how often, graph, hours, kinds, frequency, silence, nights")


class ShowCalendar(Command, keys="y", title=N_("Calendar"), whole=True):
    help = N_(
        "Shows the acts of each day of a month, with the first “no contact”, reports and orders; enter opens a day."
    )
    words = N_("calendar, month, year, day, date, diary")


class NextTable(Command, keys="tab", title=N_("Next table"), footer=N_("next table")):
    help = N_("Goes to the next table; a figure goes to the table of that number.")


class PreviousTable(Command, keys="shift+tab", title=N_("Previous table")):
    help = N_("Goes to the table before.")


class OpenBehind(Command, keys="enter", title=N_("The entries behind the figure"), footer=N_("entries")):
    help = N_("Lists the entries that the highlighted figure counts.")


class FigureBefore(Command, keys="left", title=N_("One figure to the left")):
    help = N_("Goes to the figure on the left, in a table with several in a line.")


class FigureAfter(Command, keys="right", title=N_("One figure to the right")):
    help = N_("Goes to the figure on the right, in a table with several in a line.")


class OpenDay(Command, keys="enter", title=N_("Open the day"), footer=N_("open the day")):
    help = N_("Lists the entries of the highlighted day.")


class DayInTimeline(Command, keys="t", title=N_("Show the day in the timeline"), footer=N_("in the timeline")):
    help = N_("Goes to the highlighted day or entry on the main screen, where it can be amended.")


class DayBefore(Command, keys="left", title=N_("One day back")):
    help = N_("Goes one day back; in the year, one year.")


class DayAfter(Command, keys="right", title=N_("One day on"), footer=N_("next")):
    help = N_("Goes one day on; in the year, one year.")


class MonthBack(Command, keys="pageup", title=N_("One month back")):
    help = N_("Goes one month back.")


class MonthOn(Command, keys="pagedown", title=N_("One month on"), footer=N_("next month")):
    help = N_("Goes one month on.")


class ShowYear(Command, keys="y", title=N_("The whole year"), footer=N_("year")):
    help = N_("Shows the months of the year, each with its acts; enter goes to a month.")


class OpenMonth(Command, keys="enter", title=N_("Open the month"), footer=N_("open the month")):
    help = N_("Goes to the highlighted month.")


class OpenListed(Command, keys="enter", title=N_("Read the entry"), footer=N_("read")):
    help = N_("Shows all of the highlighted entry.")


class FilterEntries(Command, keys="f", title=N_("Filter: see some of the entries"), whole=True):
    help = N_("Shows only the entries of some kinds, years or people, or those that lack evidence or a report.")
    words = N_("filter, only, without evidence, not reported, witnesses, crossed out, amended, kind, year, narrow")


class PickOpposite(Command, keys="f3", title=N_("Pick the opposite, or let it go"), footer=N_("not")):
    help = N_("Picks the opposite of the highlighted condition for F2: not of this kind, not in this period.")


class KeepFilter(Command, keys="f7", title=N_("Keep under a name"), footer=N_("keep as"), writes=True):
    help = N_("Keeps the picked conditions, or the highlighted one, under a name, to be chosen again from this list.")
    idle = N_("No condition is highlighted or picked that could be kept.")


class ForgetFilter(Command, keys="f6", title=N_("Forget the kept filter"), footer=N_("forget"), writes=True):
    help = N_("Forgets the highlighted filter that is kept under a name; no entry changes.")
    idle = N_("The highlighted line is not a kept filter.")


class ShowFiltered(Command, keys="f2", title=N_("Show the entries"), footer=N_("show entries")):
    help = N_("Shows the entries that meet the picked conditions, or the highlighted one.")


class ShowQuestions(Command, keys="z", title=N_("What could be asked about the log"), whole=True):
    help = N_("Shows what a careful reader could ask, such as two places at once, and what can be done about it.")
    words = N_("questions, doubt, check, contradiction, court, lawyer, other side, mistake, twice, late, consistency")


class SetLateAfter(
    Command, keys="f5", title=N_("When a recording counts as late"), footer=N_("late after"), writes=True
):
    help = N_("Sets after how many days a recording counts as late.")


PATTERN = (FilterEntries, ShowOverview, ShowCalendar, ShowQuestions)
"""The commands that open them."""

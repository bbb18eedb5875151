"""Commands about entries and their evidence checklists."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class KeepFound(Command, keys="enter,down", title=N_("Keep the results"), footer=N_("keep"), priority=True):
    help = N_("Goes back to the timeline with only the results. Press Esc there to show all entries again.")


class LeaveSearch(Command, keys="escape", title=N_("Close the search"), footer=N_("back")):
    help = N_("Closes the search and shows all entries again.")


class RecordCalls(Command, keys="enter", title=N_("Record"), footer=N_("record"), priority=True):
    help = N_("Records the missed calls at the time shown.")


class DropCalls(Command, keys="escape", title=N_("Back, record nothing"), footer=N_("back")):
    help = N_("Goes back to the timeline; nothing is recorded.")


class NewEntry(Command, keys="n", title=N_("New entry"), footer=N_("new"), leads=True, writes=True):
    help = N_("Opens a new entry with the time set to now. Everything but the time and the kind may stay empty.")
    words = N_("write, add, log, incident, record, call, message, event")


class MissedCallNow(
    Command, keys="m", title=N_("Missed call, now"), footer=N_("missed call"), writes=True, at_once=True
):
    help = N_("Records a missed call now. For several calls, type how many before Enter.")
    words = N_("telephone, phone, ring, silent call, log")


class SameAgainNow(
    Command, keys="plus,equals_sign", title=N_("The same again, now"), footer=N_("again"), writes=True, at_once=True
):
    help = N_("Records the same again, now: same kind, same person, same number as the selected entry.")
    idle = N_("No act is selected that could happen again: none, a crossed-out one, or a step of your own.")
    words = N_("repeat, duplicate, one more, copy")


class AmendEntry(Command, keys="e", title=N_("Amend the entry"), footer=N_("amend"), writes=True):
    help = N_("Opens the selected entry to correct or complete it. The earlier version stays readable.")
    idle = N_("No entry is selected, or it is crossed out.")
    words = N_("edit, change, correct, modify, fix")


class WithdrawEntry(Command, keys="w", title=N_("Cross out the entry"), footer=N_("cross out"), writes=True):
    help = N_("Crosses out the selected entry and asks for a reason. It stays readable.")
    idle = N_("No entry is selected, or it is crossed out.")
    words = N_("delete, remove, strike, cancel, mistake")


class OpenEntry(Command, keys="enter", title=N_("Open the entry"), footer=N_("open")):
    help = N_("Opens the selected entry to read all of it.")
    idle = N_("No entry is selected.")
    words = N_("read, show, view, details")


class NextPane(Command, keys="tab", title=N_("Next pane")):
    help = N_("Goes from the timeline to the entry, then to its evidence checklist.")


class PreviousPane(Command, keys="shift+tab", title=N_("Previous pane")):
    help = N_("The other way round.")


class GoBack(Command, keys="escape", title=N_("Back to the timeline"), footer=N_("back")):
    help = N_("Goes back to the timeline. There it goes from the results back to all entries.")
    idle = ""


class JumpToDay(Command, keys="g", title=N_("Go to a date"), footer=N_("go to date")):
    help = N_("Asks for a date and goes to the entries of that day, or the last ones before it.")
    idle = N_("There are no entries yet. {new_entry} writes the first one.")
    words = N_("calendar, day, when, find, month, year, jump")


class OrderEntries(Command, keys="s", title=N_("Sort by happening, or by recording")):
    help = N_("Shows first what was recorded last, whenever it happened; the same key goes back to the order of days.")
    idle = N_("There are no entries yet. {new_entry} writes the first one.")
    words = N_("sort, order, recorded, newest, last written, by date of recording")


class NextHit(Command, keys="f3", title=N_("Next place that was found")):
    help = N_("Goes to the next place in the entry that holds the words of the search, then to the next entry found.")
    idle = N_("Nothing is searched for. {search} begins a search.")
    words = N_("search again, find next, hit, match")


class PreviousHit(Command, keys="shift+f3", title=N_("Previous entry that was found")):
    help = N_("Goes back to the entry that was found before this one.")
    idle = N_("Nothing is searched for. {search} begins a search.")
    words = N_("search, find previous, hit, match")


class Search(Command, keys="slash", title=N_("Search"), footer=N_("search")):
    help = N_(
        "Finds entries by any of their words while you type. Put words between quotation marks to find them together."
    )
    idle = N_("There are no entries yet. {new_entry} writes the first one.")
    words = N_("find, filter, look for, query, words")


class ActOnPicked(
    Command, keys="f2", title=N_("Do something with the picked entries"), footer=N_("with picked"), writes=True
):
    help = N_("Tags all picked entries, links them, marks an item of their checklists, or crosses them out, in one go.")
    idle = N_("Nothing is picked yet. {pick_line} picks the selected line.")
    words = N_("bulk, several, many, tag, link, report, person, exhibit, mark, cross out, group")

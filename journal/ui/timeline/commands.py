"""Commands about entries and their evidence checklists."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class KeepFound(Command, keys="enter,down", title=N_("Keep the found entries"), footer=N_("keep"), priority=True):
    help = N_("Keeps the found entries and goes back to the timeline; escape there shows all entries again.")


class LeaveSearch(Command, keys="escape", title=N_("Leave the search"), footer=N_("back")):
    help = N_("Ends the search; everything is as it was before.")


class RecordCalls(Command, keys="enter", title=N_("Record"), footer=N_("record"), priority=True):
    help = N_("Records the missed calls at the time shown.")


class DropCalls(Command, keys="escape", title=N_("Back, record nothing"), footer=N_("back")):
    help = N_("Goes back to the timeline; nothing is recorded.")


class NewEntry(Command, keys="n", title=N_("New entry"), footer=N_("new"), leads=True, writes=True):
    help = N_("Opens an empty entry in which the time is now; everything but time and kind may stay empty.")
    words = N_("write, add, log, incident, record, call, message, event")


class MissedCallNow(
    Command, keys="m", title=N_("Missed call, now"), footer=N_("missed call"), writes=True, at_once=True
):
    help = N_("Records a missed call at this minute; a number may be typed before enter for several calls.")
    words = N_("telephone, phone, ring, silent call, log")


class SameAgainNow(
    Command, keys="plus,equals_sign", title=N_("The same again, now"), footer=N_("again"), writes=True, at_once=True
):
    help = N_("Records one more act like the highlighted one, at this minute: same kind, same person, same number.")
    words = N_("repeat, duplicate, one more, copy")


class AmendEntry(Command, keys="e", title=N_("Amend the entry"), footer=N_("amend"), writes=True):
    help = N_("Opens the highlighted entry to correct or complete it; what it said before stays readable.")
    words = N_("edit, change, correct, modify, fix")


class WithdrawEntry(Command, keys="w", title=N_("Withdraw the entry"), footer=N_("withdraw"), writes=True):
    help = N_("Strikes the highlighted entry and asks why; its number and its words stay.")
    words = N_("delete, remove, strike, cancel, mistake")


class OpenEntry(Command, keys="enter", title=N_("Open the entry"), footer=N_("open")):
    help = N_("Goes into the highlighted entry, to read all of it.")
    words = N_("read, show, view, details")


class NextPane(Command, keys="tab", title=N_("Next pane")):
    help = N_("From the timeline to the entry, to its evidence checklist, and round again.")


class PreviousPane(Command, keys="shift+tab", title=N_("Previous pane")):
    help = N_("The other way round.")


class GoBack(Command, keys="escape", title=N_("Back"), footer=N_("back")):
    help = N_("Back to the timeline at the same line; there, back from the found entries to all of them.")


class JumpToDay(Command, keys="g", title=N_("Go to a date"), footer=N_("go to date")):
    help = N_("Asks for a date, and goes to the entries of that day or to the last ones before it.")
    words = N_("calendar, day, when, find, month, year, jump")


class OrderEntries(Command, keys="s", title=N_("Order of happening, or of recording")):
    help = N_("Shows first what was recorded last, whenever it happened; the same key goes back to the order of days.")
    words = N_("sort, order, recorded, newest, last written, by date of recording")


class Search(Command, keys="slash", title=N_("Search"), footer=N_("search")):
    help = N_("Finds entries by any of their words, while you type; words between quotation marks stay together.")
    words = N_("find, filter, look for, query, words")


class ActOnPicked(
    Command, keys="f2", title=N_("Do something with the picked entries"), footer=N_("with picked"), writes=True
):
    help = N_("Tags all picked entries, links them, marks an item of their checklists, or crosses them out, in one go.")
    words = N_("bulk, several, many, tag, link, report, person, exhibit, mark, cross out, group")

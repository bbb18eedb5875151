"""Commands about one entry: its checklist, its versions, what belongs to it."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class ShowHistory(Command, keys="h", title=N_("History of the entry"), footer=N_("history")):
    help = N_("Shows every version of the highlighted entry, when it was written and what was changed.")
    words = N_("versions, changes, earlier, log")


class TickItem(Command, keys="space", title=N_("Tick the item"), footer=N_("tick"), writes=True):
    help = N_("Marks the highlighted item of the checklist as done today, or as to do again.")
    words = N_("check, done, mark")


class MarkItemWithNote(
    Command, id="mark_item", keys="enter", title=N_("Note on the item"), footer=N_("note, day"), writes=True
):
    help = N_("Asks whether the highlighted item is done, to do, or does not apply, and for a day and a note.")
    words = N_("does not apply, done, comment")


class ShowInTimeline(Command, keys="t", title=N_("Show it in the timeline"), footer=N_("in the timeline")):
    help = N_("Goes to this entry on the main screen, where it can be amended and its checklist ticked.")
    words = N_("amend, edit, checklist, main screen")


class OpenLinked(Command, keys="enter", title=N_("Open what belongs to it"), footer=N_("open")):
    help = N_("Opens the exhibit, report, order or person of the entry; where there are several, lists them first.")
    words = N_("exhibit, report, order, person, link, follow")


class AddOwnItem(Command, keys="o", title=N_("Own item"), footer=N_("own item"), writes=True):
    help = N_("Adds something of your own to the evidence checklist of this entry.")


class DropOwnItem(Command, keys="delete,backspace", title=N_("Take the own item away"), writes=True):
    help = N_("Takes an item that you added off the checklist; u puts it back.")

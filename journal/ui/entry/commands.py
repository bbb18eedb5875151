"""Commands about one entry: its checklist, its versions, what belongs to it."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class ShowHistory(Command, keys="h", title=N_("History of the entry"), footer=N_("history")):
    help = N_("Shows every version of the selected entry: when it was written and what changed.")
    idle = N_("No entry is selected.")
    words = N_("versions, changes, earlier, log")


class TickItem(Command, keys="space", title=N_("Tick the item"), footer=N_("tick"), writes=True):
    help = N_("Marks the selected item as done today, or as to do again.")
    idle = N_("This ticks an item of the evidence checklist. {next_pane} goes there.")
    words = N_("check, done, mark")


class MarkItemWithNote(
    Command, id="mark_item", keys="enter", title=N_("Note on the item"), footer=N_("note, day"), writes=True
):
    help = N_("Asks if the selected item is done, to do, or does not apply, and for a day and a note.")
    words = N_("does not apply, done, comment")


class ShowWords(Command, keys="space", title=N_("Show their words"), footer=N_("their words")):
    help = N_("Shows the words of the suspect in this entry, which are covered until you ask.")
    words = N_("cover, quote, message, exact words")


class CoverWords(Command, keys="space", title=N_("Cover their words"), footer=N_("cover")):
    help = N_("Covers the words of the suspect in this entry again.")


class ShowInTimeline(Command, keys="t", title=N_("Show it in the timeline"), footer=N_("in the timeline")):
    help = N_("Goes to this entry on the main screen, where you can amend it and tick its checklist.")
    words = N_("amend, edit, checklist, main screen")


class OpenLinked(Command, keys="enter", title=N_("Open linked items"), footer=N_("open")):
    help = N_("Opens the linked exhibit, report, order or person. If there are several, lists them first.")
    words = N_("exhibit, report, order, person, link, follow")


class AddOwnItem(Command, keys="o", title=N_("Add your own item"), writes=True):
    help = N_("Adds your own item to the evidence checklist of this entry.")
    idle = N_("This works in the evidence checklist. {next_pane} goes there.")


class DropOwnItem(Command, keys="delete,backspace", title=N_("Remove your own item"), writes=True):
    help = N_("Removes an item you added from the checklist. Press u to undo.")
    idle = N_("Only an item of your own can be removed, in the evidence checklist.")

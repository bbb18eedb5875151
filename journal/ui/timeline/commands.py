"""Commands about entries and their evidence checklists."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class NewEntry(Command):
    """Opens an empty entry."""

    id = "new_entry"
    keys = "n"
    title = N_("New entry")
    help = N_("Opens an empty entry in which the time is now; everything but time and kind may stay empty.")
    words = N_("write, add, log, incident, record, call, message, event")
    footer = N_("new")
    leads = True
    writes = True


class MissedCallNow(Command):
    """Records one or more missed calls at this minute."""

    id = "missed_call_now"
    keys = "m"
    title = N_("Missed call, now")
    help = N_("Records a missed call at this minute; a number may be typed before enter for several calls.")
    words = N_("telephone, phone, ring, silent call, log")
    footer = N_("missed call")
    writes = True
    at_once = True


class SameAgainNow(Command):
    """Records one more act like the highlighted one, at this minute."""

    id = "same_again_now"
    keys = "plus,equals_sign"
    title = N_("The same again, now")
    help = N_("Records one more act like the highlighted one, at this minute: same kind, same person, same number.")
    words = N_("repeat, duplicate, one more, copy")
    footer = N_("again")
    shown_key = "+"
    writes = True
    at_once = True


class AmendEntry(Command):
    """Opens the highlighted entry to correct or complete it."""

    id = "amend_entry"
    keys = "e"
    title = N_("Amend the entry")
    help = N_("Opens the highlighted entry to correct or complete it; what it said before stays readable.")
    words = N_("edit, change, correct, modify, fix")
    footer = N_("amend")
    writes = True


class WithdrawEntry(Command):
    """Strikes the highlighted entry, with a reason."""

    id = "withdraw_entry"
    keys = "w"
    title = N_("Withdraw the entry")
    help = N_("Strikes the highlighted entry and asks why; its number and its words stay.")
    words = N_("delete, remove, strike, cancel, mistake")
    footer = N_("withdraw")
    writes = True


class UndoLast(Command):
    """Takes back the last act by adding a correction."""

    id = "undo_last"
    keys = "u"
    title = N_("Undo the last act")
    help = N_("Adds a record that takes back what was recorded last; nothing is erased.")
    words = N_("take back, revert, mistake")
    footer = N_("undo")
    writes = True


class RedoLast(Command):
    """Does again what was undone last."""

    id = "redo_last"
    keys = "U,ctrl+y"
    title = N_("Do again what was undone")
    help = N_("Adds a record that does again what the last undo took back, as long as nothing else was recorded since.")
    words = N_("redo, repeat, undo the undo")
    writes = True


class ShowHistory(Command):
    """Shows every version of the highlighted entry."""

    id = "show_history"
    keys = "h"
    title = N_("History of the entry")
    help = N_("Shows every version of the highlighted entry, when it was written and what was changed.")
    words = N_("versions, changes, earlier, log")
    footer = N_("history")


class ShowDrafts(Command):
    """Lists the drafts that wait."""

    id = "show_drafts"
    keys = "d"
    title = N_("Waiting drafts")
    help = N_("Lists what was typed and not yet recorded, to go on with it.")
    words = N_("unfinished, go on, restore, unsaved")
    footer = N_("drafts")
    writes = True


class TickItem(Command):
    """Marks the item under the cursor as done, or as to do again."""

    id = "tick_item"
    keys = "space"
    title = N_("Tick the item")
    help = N_("Marks the highlighted item of the checklist as done today, or as to do again.")
    words = N_("check, done, mark")
    footer = N_("tick")
    writes = True


class MarkItemWithNote(Command):
    """Asks state, day and note of the item under the cursor."""

    id = "mark_item"
    keys = "enter"
    title = N_("Note on the item")
    help = N_("Asks whether the highlighted item is done, to do, or does not apply, and for a day and a note.")
    words = N_("does not apply, done, comment")
    footer = N_("note, day")
    shown_key = "enter"
    writes = True

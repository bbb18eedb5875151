"""Commands of the forms and the questions."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class SaveEntry(Command):
    """Records what stands in the form."""

    id = "save_entry"
    keys = "f2"
    title = N_("Save the entry")
    help = N_("Records what stands in the form; everything but the time may be empty.")
    words = N_("record, keep, store, finish")
    footer = N_("save")
    shown_key = "F2"
    leads = True
    writes = True


class SaveSheet(Command):
    """Records what stands in the sheet."""

    id = "save_sheet"
    keys = "f2"
    title = N_("Save")
    help = N_("Records what stands here; everything but what is asked for may be empty.")
    words = N_("record, keep, store, finish")
    footer = N_("save")
    shown_key = "F2"
    leads = True
    writes = True


class TakeKnown(Command):
    """Puts what was recognised into its field."""

    id = "take_known"
    keys = "f6"
    title = N_("Take what was recognised")
    help = N_("Puts the person whose number this is, or the order that held then, into its field.")
    footer = N_("take it")
    priority = True
    shown_key = "F6"


class MoreFields(Command):
    """Shows the fields that are rarely used."""

    id = "more_fields"
    keys = "f4"
    title = N_("More fields, or fewer")
    help = N_("Shows the fields that are rarely used: until when, noticed, told by, tags and some of the kind.")
    footer = N_("more fields")
    shown_key = "F4"


class ShowWhatToKeep(Command):
    """Shows the evidence checklist of the kind where there is no room beside the form, or folds it away."""

    id = "show_what_to_keep"
    keys = "f5"
    title = N_("Evidence checklist, or the form alone")
    help = N_("Shows the evidence checklist of the kind below the form, or folds it away again.")
    footer = N_("checklist")
    shown_key = "F5"


class LeaveForm(Command):
    """Goes back and leaves the words as a draft."""

    id = "leave_form"
    keys = "escape"
    title = N_("Back")
    help = N_("Goes back; what was typed waits as a draft.")
    footer = N_("back")
    shown_key = "esc"


class Agree(Command):
    """Does what the question asks."""

    id = "agree"
    keys = "f2"
    title = N_("Do it")
    help = N_("Does what stands on the button.")
    shown_key = "F2"
    decides = True


class Decline(Command):
    """Goes back without doing anything."""

    id = "decline"
    keys = "escape"
    title = N_("Back")
    help = N_("Goes back without changing anything.")
    shown_key = "esc"


class DropDraft(Command):
    """Forgets a draft, after asking."""

    id = "drop_draft"
    keys = "delete,backspace"
    title = N_("Forget the draft")
    help = N_("Forgets the highlighted draft, after asking.")
    shown_key = "del"

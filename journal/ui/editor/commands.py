"""Commands of the form of an entry and of the drafts that wait."""

from __future__ import annotations

from journal.domain.text.words import N_
from journal.ui.frame.command import Command


class ShowDrafts(Command, keys="d", title=N_("Drafts"), footer=N_("drafts"), writes=True):
    help = N_("Lists what you typed but did not save. Choose one to continue.")
    idle = N_("No draft waits.")
    words = N_("unfinished, go on, restore, unsaved")


class TakeKnown(Command, keys="f6", title=N_("Use this suggestion"), footer=N_("use"), priority=True):
    help = N_("Fills in the suggested person or order.")
    idle = N_("Nothing is suggested here now.")


class ShowWhatToKeep(Command, keys="f5", title=N_("Show or hide the checklist"), footer=N_("checklist")):
    help = N_("Shows or hides the evidence checklist below the form.")
    idle = N_("The checklist stands beside the form.")


class DropDraft(Command, keys="delete,backspace", title=N_("Delete the draft")):
    help = N_("Deletes the selected draft, after asking.")
